/** What every page loads: the `/` key, copying, and slogan previews. All of it only adds to a whole page. */
import './copy-citation.ts';
import './slogan-preview.ts';
import './search-key.ts';
