/**
 * Takes a picture of every kind of page, at three widths and in both colour schemes, to be looked at:
 * `npm run screenshots [-- --out shots --only section,home]`. The site must be built.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { getBrowser, LAUNCH_ARGUMENTS } from './browser.ts';
import { PAGE_OF_EACH_KIND } from './pages.ts';
import { startServer } from './server.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'test-results/screenshots' },
    only: { type: 'string' },
    dir: { type: 'string', default: 'dist' },
    full: { type: 'boolean', default: false },
    widths: { type: 'string', default: '390,768,1440' },
    schemes: { type: 'string', default: 'light,dark' },
  },
});

const server = await startServer({ dir: values.dir, port: 0 });
const browser = await chromium.launch({ executablePath: getBrowser().executable, args: LAUNCH_ARGUMENTS });
mkdirSync(values.out, { recursive: true });
const only = values.only?.split(',');
for (const colorScheme of values.schemes.split(',') as ('light' | 'dark')[]) {
  for (const width of values.widths.split(',').map(Number)) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    for (const [name, path] of Object.entries(PAGE_OF_EACH_KIND)) {
      if (only && !only.includes(name)) continue;
      await page.goto(server.address + path);
      if (name === 'search') await page.locator('search-results[data-search-state=done]').waitFor();
      await page.screenshot({ path: join(values.out, `${name}-${width}-${colorScheme}.png`), fullPage: values.full });
    }
    await page.close();
  }
}
await browser.close();
await server.close();
console.log(`Pictures in ${values.out}/`);
