/** Every page, in a real browser: nothing wrong for assistive technology, in the console, on the network. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const site = process.env['LUOSHI_SITE'] ?? '';

const addresses = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
  .map((entry) => relative('dist', join(entry.parentPath, entry.name)).replace(/index\.html$/, ''))
  .concat('search/?q=四双联动', 'search/?q=没有的话')
  .sort();

/** Everything that a page should not do, as it happens. */
function watch(page: Page): string[] {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(site) && !request.url().startsWith('data:')) wrong.push(`request: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()}: ${response.url()}`);
  });
  return wrong;
}

/** Pages have no frames, so that axe needs no page of its own to put results together; only violations count. */
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'], preload: false });

/** Pages are dealt out to a few tests, so that workers share them and a browser context serves many. */
const HANDS = 8;

test.describe('every page', () => {
  for (let hand = 0; hand < HANDS; hand++) {
    test(`${hand + 1} of ${HANDS}`, async ({ page }) => {
      test.setTimeout(600_000);
      const wrong: string[] = [];
      for (const address of addresses.filter((_, i) => i % HANDS === hand)) {
        await page.emulateMedia({ colorScheme: 'light' });
        const seen = watch(page);
        await page.goto(site + address);
        if (address.includes('?q=')) await page.locator('[data-search-state=done]').waitFor();
        const light = await axe(page).analyze();
        // Between the schemes only colours differ.
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await axe(page).withRules(['color-contrast', 'link-in-text-block']).analyze();
        const violations = [...light.violations, ...dark.violations].map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.html ?? ''}`);
        wrong.push(...[...seen, ...violations].map((what) => `/${address} ${what}`));
        page.removeAllListeners();
      }
      expect(wrong).toEqual([]);
    });
  }
});
