/** One page of every kind, for those who look at the whole site: screenshots, measurements, browser tests. */
const speech = 'speeches/2022-industrial-transformation/';

/** Name of the kind → address below the site. */
export const PAGE_OF_EACH_KIND: Readonly<Record<string, string>> = {
  home: '',
  speech,
  section: `${speech}1-3/`,
  lead: `${speech}2/`,
  full: `${speech}full/`,
  commitments: 'commitments/',
  commitment: 'commitments/T309/',
  slogans: 'slogans/',
  slogan: 'slogans/四双联动/',
  figures: 'figures/',
  deadlines: 'deadlines/',
  units: 'units/',
  search: 'search/?q=四双联动',
  verify: 'verify/',
  missing: '404.html',
};
