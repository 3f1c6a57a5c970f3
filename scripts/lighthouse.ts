/**
 * Lighthouse over the pages that count, in the browser of this machine: `npm run lighthouse [-- --dir dist]`.
 * Prints the four scores of each page and what cost points; fails when one is under 100.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { getBrowser, LAUNCH_ARGUMENTS } from './browser.ts';
import { compressSite } from './compress.ts';
import { PAGE_OF_EACH_KIND } from './pages.ts';
import { startServer } from './server.ts';

const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: 'dist' },
    only: { type: 'string', default: 'home,section,commitments,slogan,search' },
    form: { type: 'string', default: 'mobile,desktop' },
  },
});
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const work = mkdtempSync(join(tmpdir(), 'luoshi-lighthouse-'));
const site = join(work, 'site');
cpSync(values.dir, site, { recursive: true });
compressSite(site);
const server = await startServer({ dir: site, port: 0 });
const port = 9300 + (process.pid % 500);
const browser = await chromium.launchPersistentContext(join(work, 'profile'), {
  executablePath: getBrowser().executable, args: [...LAUNCH_ARGUMENTS, `--remote-debugging-port=${port}`],
});
let perfect = true;
for (const form of values.form.split(',')) {
  for (const name of values.only.split(',')) {
    const path = PAGE_OF_EACH_KIND[name];
    if (path === undefined) throw new Error(`No page is called “${name}”; there are ${Object.keys(PAGE_OF_EACH_KIND).join(', ')}.`);
    const result = await lighthouse(server.address + encodeURI(path), {
      port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES,
    }, form === 'desktop' ? desktopConfig : undefined);
    if (!result) throw new Error(`Lighthouse gave no result for ${path}.`);
    const { categories, audits } = result.lhr;
    const scores = CATEGORIES.map((category) => Math.round((categories[category]?.score ?? 0) * 100));
    console.log(`${form.padEnd(8)}${name.padEnd(12)}${scores.join(' / ')}`);
    if (scores.every((score) => score === 100)) continue;
    perfect = false;
    for (const category of CATEGORIES) {
      for (const { id, weight } of categories[category]?.auditRefs ?? []) {
        const audit = audits[id];
        if (weight > 0 && audit && audit.score !== null && audit.score < 0.995) console.log(`    ${category}: ${audit.title}${audit.displayValue ? `（${audit.displayValue}）` : ''}`);
      }
    }
  }
}
await browser.close();
await server.close();
rmSync(work, { recursive: true, force: true });
if (!perfect) process.exitCode = 1;
