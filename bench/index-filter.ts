/**
 * How much work one click in the index of commitments is: `node bench/index-filter.ts [--dir dist]`.
 *
 * The rows of the built page are multiplied on their way into a real browser; then filters are clicked and
 * words are looked for, and the script's own time around each is taken (the handlers run to their end within
 * it), and the time of style and layout after it. One run for all sizes, so that ratios mean something.
 */
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { getBrowser, LAUNCH_ARGUMENTS } from '../scripts/browser.ts';
import { startServer } from '../scripts/server.ts';

const { values } = parseArgs({ options: { dir: { type: 'string', default: 'dist' }, rounds: { type: 'string', default: '15' } } });
const SIZES = [100, 1000];
/** One frame of a screen that draws 60 a second. */
const FRAME = 1000 / 60;

interface Times { readonly script: number; readonly layout: number }

/** Medians over the rounds, for each thing that a reader does. */
async function measure(page: Page): Promise<Record<string, Times>> {
  return page.evaluate((rounds) => {
    const need = <T extends Element>(selector: string): T => {
      const element = document.querySelector<T>(selector);
      if (!element) throw new Error(`The page has no ${selector}.`);
      return element;
    };
    const click = (selector: string) => () => need<HTMLElement>(selector).click();
    const type = (text: string) => () => {
      need<HTMLInputElement>('[data-query]').value = text;
      need('[data-query]').dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    // Each is done and undone, so that every round starts from the whole table.
    const acts: Record<string, [() => void, () => void]> = {
      'filter: one part': [click('[data-facet=part] input[value="3"]'), click('[data-facet=part] input[value="3"]')],
      'filter: unit not named': [click('[data-facet=unit] input[value="-"]'), click('[data-facet=unit] input[value="-"]')],
      'filter: one slogan': [click('[data-facet=slogan] input[value="565"]'), click('[data-facet=slogan] input[value="565"]')],
      'words': [type('创新'), type('')],
    };
    const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
    const result: Record<string, { script: number; layout: number }> = {};
    for (const [name, act] of Object.entries(acts)) {
      const script: number[] = [];
      const layout: number[] = [];
      for (let round = 0; round < rounds; round++) {
        for (const step of act) {
          const start = performance.now();
          step();
          const done = performance.now();
          document.body.getBoundingClientRect();
          script.push(done - start);
          layout.push(performance.now() - done);
        }
      }
      result[name] = { script: median(script), layout: median(layout) };
    }
    return result;
  }, Number(values.rounds));
}

/** The page with as many rows as wanted: the speech's own over and over, or only the first of them. */
function withRows(html: string, wanted: number): string {
  const row = /<tr data-id="[\s\S]*?<\/tr>/g;
  const rows = html.match(row) ?? [];
  if (rows.length === 0) throw new Error('The index has no rows <tr data-id>.');
  // Each row stands so often in its own group that all together make up the number.
  const times = (i: number): number => Math.floor(((i + 1) * wanted) / rows.length) - Math.floor((i * wanted) / rows.length);
  let at = 0;
  return html.replace(row, (one) => {
    const copies = Array.from({ length: times(at) }, (_, copy) => one.replace(/data-id="(\w+)"/, `data-id="$1-${copy}"`));
    at += 1;
    return copies.join('');
  });
}

const server = await startServer({ dir: values.dir, port: 0 });
const browser = await chromium.launch({ executablePath: getBrowser().executable, args: LAUNCH_ARGUMENTS });
const results = new Map<number, Record<string, Times>>();
try {
  for (const size of SIZES) {
    const page = await browser.newPage();
    await page.route('**/commitments/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: withRows(await response.text(), size) });
    });
    await page.goto(`${server.address}commitments/`);
    await page.locator('commitment-index[data-ready]').waitFor();
    const rows = await page.locator('tr[data-id]').count();
    if (rows !== size) throw new Error(`Asked for ${size} rows, got ${rows}.`);
    results.set(size, await measure(page));
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}

const [small, large] = SIZES.map((size) => results.get(size)!) as [Record<string, Times>, Record<string, Times>];
const ms = (time: number): string => time.toFixed(2).padStart(8);
console.log(`Script time of one change in the index, ms (median of ${Number(values.rounds) * 2}); a frame is ${FRAME.toFixed(1)} ms`);
console.log(`${''.padEnd(26)}${SIZES.map((size) => `${size} rows`.padStart(12)).join('')}   ratio   of a frame   style and layout after it, ${SIZES.join(' / ')} rows`);
for (const name of Object.keys(large)) {
  const [a, b] = [small[name]!, large[name]!];
  console.log(`${name.padEnd(26)}${ms(a.script).padStart(12)}${ms(b.script).padStart(12)}${(b.script / a.script).toFixed(1).padStart(8)}${`${Math.round((100 * b.script) / FRAME)} %`.padStart(13)}   ${ms(a.layout)} / ${ms(b.layout)}`);
}
