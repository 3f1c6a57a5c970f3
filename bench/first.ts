/** First view and first search, over the wire, in a browser that has seen nothing yet. */
import type { Browser, Page } from '@playwright/test';
import type { CountedSite, Sent } from './traffic.ts';

export interface First {
  /** The page, until nothing is loaded any more. */
  readonly view: readonly Sent[];
  /** Everything that serves the search, whenever it was loaded, until results are shown. */
  readonly search: readonly Sent[];
}

/** How a site is searched: where the reader stands, what is done, and which scripts that come with the page are for the search only. */
export interface Way {
  readonly page: string;
  readonly search: (page: Page, query: string) => Promise<void>;
  readonly isForSearch: (path: string) => boolean;
}

export async function measureFirst(browser: Browser, site: CountedSite, way: Way, query: string): Promise<First> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  site.take();
  await page.goto(site.address + way.page, { waitUntil: 'networkidle' });
  await settle(page);
  const view = site.take();
  await way.search(page, query);
  await settle(page);
  const search = [...view.filter(({ path }) => way.isForSearch(path)), ...site.take()];
  await context.close();
  return { view, search };
}

/** Until what is loaded when the browser is idle has been loaded, too. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(1000);
  await page.waitForLoadState('networkidle');
}

export const ours: Way = {
  page: 'speeches/2022-industrial-transformation/1-3/',
  search: async (page, query) => {
    const field = page.locator('form[role=search] input[name=q]').first();
    await field.fill(query);
    await field.press('Enter');
    await page.locator('search-results[data-search-state=done]').waitFor();
  },
  isForSearch: () => false,
};

export const starlights: Way = {
  page: '1-3/',
  search: async (page, query) => {
    await page.locator('button[data-open-modal]').first().click();
    await page.locator('.pagefind-ui__search-input').fill(query);
    await page.locator('.pagefind-ui__result-link').first().waitFor();
  },
  isForSearch: (path) => /\/(ui-core|Search\.)/.test(path),
};
