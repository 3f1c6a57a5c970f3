/**
 * The one script that every page loads, in its head, before anything is drawn: how the reader wants pages to
 * look is on `<html>` before the first paint, and the rest starts when the page is there. All of it only adds
 * to a whole page, and what only some readers need is loaded when they turn to it.
 *
 * It is built as a classic script (`src/build/page-scripts.ts`), so nothing that is loaded later may share a
 * module with it.
 */
import { applyAppearance } from './apply-appearance.ts';
import { arrivedFromSearch } from './arrived.ts';
import { ContinueReading } from './continue-reading.ts';
import { CopyCitation } from './copy-citation.ts';
import { DisplaySettings } from './display-settings.ts';
import { followReading } from './outline-position.ts';
import { listenForPreviews } from './slogan-preview.ts';
import { preparePaper } from './paper.ts';
import { ReadingTools } from './reading-tools.ts';
import { listenForSearchKey } from './search-key.ts';

applyAppearance(document.documentElement);

function start(): void {
  customElements.define('display-settings', DisplaySettings);
  customElements.define('copy-citation', CopyCitation);
  // Adds to what is to be copied, so it comes after it.
  customElements.define('reading-tools', ReadingTools);
  customElements.define('continue-reading', ContinueReading);
  listenForSearchKey();
  listenForPreviews();
  followReading();
  preparePaper();
  if (arrivedFromSearch()) void import('./arrival.ts');
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
