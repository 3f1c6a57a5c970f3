/** The one place that knows addresses, of pages, files and anchors. */
import type { Range } from '../corpus/range.ts';

/** Addresses of pages, files and anchors, root-relative and under the base path. */
export function addressesUnder(path: string) {
  const base = path.replace(/\/*$/, '/');
  return {
    home: base,
    speech: (speech: string) => `${base}speeches/${speech}/`,
    full: (speech: string) => `${base}speeches/${speech}/full/`,
    section: (speech: string, slug: string) => `${base}speeches/${speech}/${slug}/`,
    commitments: `${base}commitments/`,
    commitment: (id: string) => `${base}commitments/${id}/`,
    slogans: `${base}slogans/`,
    /** As it is read: browsers spell it in percent signs themselves. */
    slogan: (slug: string) => `${base}slogans/${slug}/`,
    figures: `${base}figures/`,
    deadlines: `${base}deadlines/`,
    units: `${base}units/`,
    search: `${base}search/`,
    verify: `${base}verify/`,
    data: (file: string) => `${base}data/${file}`,
    /** A file of `public/`. */
    file: (path: string) => `${base}${path}`,
  };
}

export type Addresses = ReturnType<typeof addressesUnder>;

/** Anchors on the pages that hold the speech's text. Permanent, as the source is. */
export const anchors = {
  paragraph: (line: number) => `p${line}`,
  item: (id: string) => `p${id}`,
  commitment: (id: string) => id,
  occurrence: (range: Range) => `s${range.line}-${range.start}`,
};
