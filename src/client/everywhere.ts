/** What every page loads: the `/` key, copying, slogan previews, how it looks. All of it only adds to a whole page. */
import './continue-reading.ts';
import './copy-citation.ts';
import './display-settings.ts';
import './slogan-preview.ts';
import './search-key.ts';

// Pages of tasks and slogans are results of the search, too. Those of the text see to it themselves (`reading.ts`).
const { page = '' } = document.body.dataset;
if (['commitment', 'slogan'].includes(page) && new URLSearchParams(location.search).has('q')) void import('./arrival.ts');
