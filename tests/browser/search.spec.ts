/** The search as readers use it: typing, input methods, keys, history, failures, and what happens on arrival. */
import { expect, test, type Page } from '@playwright/test';
import { serveWideSite } from './search-wide.ts';

const site = process.env['LUOSHI_SITE']!;
const results = (page: Page) => page.locator('search-results');
const field = (page: Page) => page.locator('search-results input[name=q]');
const hits = (page: Page, kind = '') => page.locator(`[data-search-hit]${kind && `[data-kind=${kind}]`}`);
const total = async (page: Page) => Number(await results(page).getAttribute('data-search-total'));
/** Longer than a pause in typing: time for a search that should not happen. */
const PAUSE = 400;

async function done(page: Page, query: string): Promise<void> {
  await expect(results(page)).toHaveAttribute('data-search-state', 'done');
  await expect(page.locator('search-results [role=status]')).toContainText(query);
}

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${site}search/${query && `?q=${encodeURIComponent(query)}`}`);
  if (query) await done(page, query);
}

test.describe('while typing', () => {
  test('shows results of what is in the field, and says how many', async ({ page }) => {
    await open(page);
    await expect(results(page)).toHaveAttribute('data-search-state', 'idle');
    await field(page).pressSequentially('四双联动');
    await done(page, '四双联动');
    expect(await hits(page).count()).toBe(await total(page));
    await expect(page.locator('search-results [role=status]')).toHaveText(`“四双联动”有 ${await total(page)} 条结果。`);
    await expect(page).toHaveURL(/\?q=%E5%9B%9B%E5%8F%8C%E8%81%94%E5%8A%A8$/);
  });

  test('is not done from the moment that the field says something else', async ({ page }) => {
    await open(page, '改革');
    const state = await field(page).evaluate((input: HTMLInputElement) => {
      input.value = '改革开放';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return document.querySelector('search-results')!.getAttribute('data-search-state');
    });
    expect(state).toBe('searching');
    await done(page, '改革开放');
  });

  test('keeps the results in sight until the next are there', async ({ page }) => {
    await open(page, '四');
    await page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => seen.push(document.querySelectorAll('[data-search-hit]').length)).observe(document.querySelector('[data-results]')!, { childList: true, subtree: true });
    });
    for (const query of ['四双', '四双联', '四双联动']) {
      await field(page).press('End');
      await field(page).pressSequentially(query.slice(-1));
      await done(page, `“${query}”`);
    }
    const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
    expect(seen.length).toBeGreaterThan(0);
    expect(Math.min(...seen)).toBeGreaterThan(0);
  });

  test('drops an answer that comes after a later question', async ({ page }) => {
    // An index in two pieces, and the piece that the first question needs is held back.
    const wide = await serveWideSite();
    let release = (): void => undefined;
    const released = new Promise<void>((go) => { release = go; });
    await page.route('**/pagefind/index/*', async (route) => {
      await released;
      await route.continue();
    }, { times: 1 });
    await page.goto(`${wide.address}search/`);
    const asked = page.waitForRequest('**/pagefind/index/*');
    await field(page).fill('一中心');
    await expect(results(page)).toHaveAttribute('data-search-state', 'searching');
    await asked;
    await field(page).fill('转型');
    await done(page, '“转型”');
    const before = await page.locator('[data-results]').innerHTML();
    const late = page.waitForResponse('**/pagefind/index/*');
    release();
    await late;
    await page.waitForTimeout(PAUSE);
    expect(await page.locator('[data-results]').innerHTML()).toBe(before);
    await done(page, '“转型”');
    await field(page).fill('一中心');
    await done(page, '“一中心”');
    await wide.close();
  });

  test('forgets the results with the query', async ({ page }) => {
    await open(page, '改革');
    await field(page).fill('');
    await expect(results(page)).toHaveAttribute('data-search-state', 'idle');
    await expect(results(page)).toHaveAttribute('data-search-total', '0');
    await expect(hits(page)).toHaveCount(0);
    await expect(page).toHaveURL(/\/search\/$/);
  });
});

test.describe('an input method', () => {
  test('is left alone while it composes', async ({ page }) => {
    await open(page);
    const input = await page.context().newCDPSession(page);
    await field(page).focus();
    for (const text of ['s', 'si', 'si shuang', '四 shuang']) {
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await expect(field(page)).toHaveValue(text);
    }
    await page.keyboard.press('Enter');
    await page.waitForTimeout(PAUSE);
    await expect(results(page)).toHaveAttribute('data-search-state', 'idle');
    await input.send('Input.insertText', { text: '四双联动' });
    await expect(field(page)).toHaveValue('四双联动');
    await done(page, '“四双联动”');
    expect(await hits(page).count()).toBeGreaterThan(0);
  });

  test('does not disturb the results that are there', async ({ page }) => {
    await open(page, '改革');
    const before = await total(page);
    const input = await page.context().newCDPSession(page);
    await field(page).focus();
    await field(page).press('End');
    await input.send('Input.imeSetComposition', { text: 'kai', selectionStart: 3, selectionEnd: 3 });
    await expect(field(page)).toHaveValue('改革kai');
    await page.waitForTimeout(PAUSE);
    await expect(results(page)).toHaveAttribute('data-search-state', 'done');
    expect(await total(page)).toBe(before);
    await expect(page).toHaveURL(/q=%E6%94%B9%E9%9D%A9$/);
    await input.send('Input.insertText', { text: '开放' });
    await done(page, '“改革开放”');
  });
});

test.describe('what is found', () => {
  test('stands in groups that can be chosen, with counts', async ({ page }) => {
    await open(page, '发展');
    const all = await total(page);
    const groups: Record<string, number> = {};
    for (const kind of ['section', 'commitment', 'slogan']) groups[kind] = await hits(page, kind).count();
    expect(Object.values(groups).reduce((sum, n) => sum + n, 0)).toBe(all);
    await expect(page.locator('.hits h2')).toHaveText([`正文（${groups['section']}）`, `任务（${groups['commitment']}）`, `提法（${groups['slogan']}）`]);
    await expect(page.locator('[data-count-kind=commitment]')).toHaveText(String(groups['commitment']));

    await page.getByRole('radio', { name: '任务' }).check();
    await expect(results(page)).toHaveAttribute('data-search-total', String(groups['commitment']));
    await expect(hits(page)).toHaveCount(groups['commitment']!);
    await expect(page).toHaveURL(/kind=commitment/);

    const third = await page.locator('select[name=part] option[value="3"]').textContent();
    await page.locator('select[name=part]').selectOption('3');
    await expect(page).toHaveURL(/kind=commitment&part=3/);
    const inPart = Number(/（(\d+)）$/.exec(third!)![1]);
    await expect(results(page)).toHaveAttribute('data-search-total', String(inPart));
    await expect(hits(page)).toHaveCount(inPart);

    await page.reload();
    await done(page, '发展');
    await expect(hits(page)).toHaveCount(inPart);
    await page.goBack();
    await expect(results(page)).toHaveAttribute('data-search-total', String(groups['commitment']));
    await page.goBack();
    await expect(results(page)).toHaveAttribute('data-search-total', String(all));
  });

  test('has an exact slogan or task number first', async ({ page }) => {
    await open(page, '四双联动');
    await expect(hits(page).first()).toHaveAttribute('data-kind', 'slogan');
    await expect(hits(page).first().locator('> a strong')).toHaveText('四双联动');
    await open(page, 't101');
    await expect(hits(page).first()).toHaveAttribute('data-kind', 'commitment');
    await expect(hits(page).first().locator('> a')).toContainText('T101');
  });

  for (const [one, other] of [['PM2.5', 'ｐｍ２．５'], ['9+2', '９＋２'], ['8.8%', '８．８％'], ['GDP', 'gdp'], ['（市、区）', '(市、区)']] as const) {
    test(`is the same for ${one} and ${other}`, async ({ page }) => {
      await open(page, one);
      const first = await page.locator('[data-results]').innerText();
      expect(await total(page)).toBeGreaterThan(0);
      await open(page, other);
      expect(await page.locator('[data-results]').innerText()).toBe(first);
    });
  }

  test('is found with quotation marks around it, and with spaces', async ({ page }) => {
    await open(page, '联审联批');
    const plain = await total(page);
    await open(page, '"联审联批"');
    expect(await total(page)).toBe(plain);
    await open(page, '《联审联批》');
    expect(await total(page)).toBe(plain);
    await expect(page.locator('search-results [role=status]')).toContainText('不带引号');
    await open(page, '  联审联批　');
    expect(await total(page)).toBe(plain);
  });

  test('is shown as it stands: no stray spaces, the words marked', async ({ page }) => {
    await open(page, '四双联动');
    const excerpt = hits(page, 'section').first().locator('p:has(mark)').first();
    expect(await excerpt.locator('mark').first().textContent()).toBe('四双联动');
    const text = (await excerpt.textContent())!.replace(/^\S+ /, '');
    expect(text).toMatch(/^…?[^ ]+…?$/);
  });

  test('is nothing for what does not occur, and the nearest pieces are offered', async ({ page }) => {
    await open(page, '四双联洞');
    expect(await total(page)).toBe(0);
    await expect(hits(page)).toHaveCount(0);
    const piece = page.locator('.nearest a').first();
    await expect(piece).toHaveText('四双联');
    const count = Number(/：(\d+) 条/.exec((await page.locator('.nearest li').first().textContent())!)![1]);
    await piece.click();
    await done(page, '四双联');
    expect(await total(page)).toBe(count);

    await open(page, '改革 没有这个词');
    expect(await total(page)).toBe(0);
    await expect(page.locator('.nearest a').first()).toHaveText('改革');
  });
});

test.describe('by keyboard', () => {
  test('arrows walk through the results, Escape comes back and empties, Enter goes', async ({ page }) => {
    await open(page);
    await page.locator('body').press('/');
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('产业结构');
    await page.keyboard.press('Enter');
    await done(page, '产业结构');
    const links = page.locator('[data-search-hit] > a');
    await page.keyboard.press('ArrowDown');
    await expect(links.nth(0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(field(page)).toHaveValue('');
    await expect(results(page)).toHaveAttribute('data-search-state', 'idle');

    await page.keyboard.type('产业结构');
    await done(page, '产业结构');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/speeches\/.*\?q=.*#p\d+$/);
  });
});

test.describe('history', () => {
  test('has one entry for a query, however it was typed', async ({ page }) => {
    await page.goto(site);
    await page.locator('#site-search, .search-field input').first().fill('改革');
    await page.keyboard.press('Enter');
    await done(page, '“改革”');
    await field(page).fill('');
    await field(page).pressSequentially('四双联动', { delay: 150 });
    await page.keyboard.press('Enter');
    await done(page, '“四双联动”');
    await field(page).fill('联审联批');
    await page.keyboard.press('Enter');
    await done(page, '“联审联批”');
    await page.goBack();
    await done(page, '“四双联动”');
    await expect(field(page)).toHaveValue('四双联动');
    await page.goBack();
    await done(page, '“改革”');
    await page.goForward();
    await done(page, '“四双联动”');
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(site);
  });

  test('comes back to the results from a page', async ({ page }) => {
    await open(page);
    await field(page).pressSequentially('四双联动');
    await done(page, '“四双联动”');
    const before = await total(page);
    await hits(page).first().locator('> a').click();
    await expect(page).not.toHaveURL(/search/);
    await page.goBack();
    await done(page, '“四双联动”');
    expect(await total(page)).toBe(before);
    await expect(hits(page)).toHaveCount(before);
  });
});

test.describe('on arrival', () => {
  test('each section hit leads to its very paragraph, the words marked and in sight', async ({ page }) => {
    await open(page, '创新');
    const addresses = await hits(page, 'section').locator('a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses.filter((_, i) => i % 3 === 0)) {
      await page.goto(address);
      const paragraph = page.locator(new URL(address).hash);
      const mark = paragraph.locator('mark.found').first();
      await expect(mark).toHaveText('创新');
      await expect(mark).toBeInViewport();
      // What leads here has a look of its own; it must not swallow the mark.
      const ground = (locator: typeof mark) => locator.evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(await ground(mark)).not.toBe(await ground(paragraph));
    }
    await page.getByRole('button', { name: '清除标记' }).click();
    await expect(page.locator('mark.found')).toHaveCount(0);
    await expect(page.getByRole('main')).toBeFocused();
  });

  for (const kind of ['commitment', 'slogan']) {
    test(`a ${kind} has the words marked`, async ({ page }) => {
      await open(page, '转型');
      await hits(page, kind).first().locator('> a').click();
      await expect(page.locator('main mark.found').first()).toHaveText('转型');
      await open(page, '转型');
      await hits(page, kind).locator('a.place').first().click();
      await expect(page).toHaveURL(/#/);
      await expect(page.locator('[data-paragraph] mark.found').first()).toBeInViewport();
    });
  }

  test('marks words across links and ranges, and leaves the text as it was', async ({ page }) => {
    const words = '要以“四双联动”为路径';
    await open(page, words);
    await hits(page, 'section').first().locator('> a').click();
    const marks = page.locator('mark.found');
    await expect(marks.first()).toBeInViewport();
    expect((await marks.allTextContents()).join('')).toBe(words);
    expect(await marks.count()).toBeGreaterThan(1);
    await expect(page.locator('.found-bar')).toContainText('1 处');
    const address = page.url().split('?')[0]!;
    const textOf = () => page.locator('[data-paragraph]').allTextContents();
    const text = await textOf();
    await page.getByRole('button', { name: '清除标记' }).click();
    await expect(marks).toHaveCount(0);
    await expect(page.locator('.found-bar')).toHaveCount(0);
    await expect(page).toHaveURL(/^[^?]*#p\d+$/);
    expect(await textOf()).toEqual(text);
    await page.goto(address);
    expect(await textOf()).toEqual(text);
  });

  test('marks several terms', async ({ page }) => {
    await open(page, '改革 创新');
    await hits(page, 'section').first().locator('> a').click();
    await page.locator('mark.found').first().waitFor();
    const words = await page.locator('mark.found').allTextContents();
    expect(words).toEqual(expect.arrayContaining(['改革', '创新']));
    // Terms that touch share a mark.
    expect(words.every((word) => /^(改革|创新)+$/.test(word))).toBe(true);
  });
});

test.describe('cost', () => {
  test('nothing of the search is loaded before the reader turns to it', async ({ page }) => {
    const loaded: string[] = [];
    page.on('request', (request) => {
      if (/pagefind|catalogue/.test(request.url())) loaded.push(request.url());
    });
    await page.goto(site, { waitUntil: 'networkidle' });
    await page.goto(`${site}search/`, { waitUntil: 'networkidle' });
    expect(loaded).toEqual([]);
    await field(page).focus();
    await expect.poll(() => loaded.some((address) => address.includes('catalogue'))).toBe(true);
  });

  test('nothing is asked for that is not there', async ({ page }) => {
    const failed: string[] = [];
    page.on('response', (response) => { if (!response.ok()) failed.push(response.url()); });
    page.on('requestfailed', (request) => failed.push(request.url()));
    await open(page, '产业结构');
    expect(failed).toEqual([]);
  });
});

test.describe('a failure', () => {
  for (const [what, pattern] of [['the engine', '**/assets/engine.*.js'], ['the WebAssembly', '**/pagefind/wasm*'], ['a piece of the index', '**/pagefind/index/*'], ['the catalogue', '**/search/catalogue.json']] as const) {
    test(`to load ${what} is told, the full text offered, and trying again helps`, async ({ page }) => {
      await page.route(pattern, (route) => route.abort());
      await page.goto(`${site}search/?q=${encodeURIComponent('四双联动')}`);
      await expect(results(page)).toHaveAttribute('data-search-state', 'error');
      await expect(results(page)).toHaveAttribute('data-search-total', '0');
      const message = page.locator('[data-error]');
      await expect(message).toBeVisible();
      await expect(message.getByRole('link')).toHaveAttribute('href', /\/full\/$/);
      await page.unroute(pattern);
      await message.getByRole('button').click();
      await done(page, '四双联动');
      await expect(message).toBeHidden();
      expect(await hits(page).count()).toBeGreaterThan(0);
    });
  }

  for (const [what, pattern] of [['a piece of the index', '**/pagefind/index/*'], ['the metadata', '**/search/catalogue.json']] as const) {
    test(`damage to ${what} is a failure, not an answer`, async ({ page }) => {
      await page.route(pattern, async (route) => {
        const response = await route.fetch();
        if (what === 'the metadata') await route.fulfill({ response, json: { ...(await response.json() as object), metadata: btoa('damaged') } });
        else await route.fulfill({ response, body: Buffer.from('pagefind_dcd\u0001\u0002\u0003\u0004', 'latin1') });
      });
      await page.goto(`${site}search/?q=${encodeURIComponent('转型')}`);
      await expect(results(page)).toHaveAttribute('data-search-state', 'error');
      await page.unroute(pattern);
      await page.locator('[data-retry]').click();
      await done(page, '转型');
      expect(await total(page)).toBeGreaterThan(0);
    });
  }

  test('a search that takes its time says so', async ({ page }) => {
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => { go = resolve; });
    await page.route('**/pagefind/wasm*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${site}search/?q=${encodeURIComponent('转型')}`);
    await expect(page.getByRole('status')).toHaveText('正在检索……');
    go();
    await done(page, '转型');
    await expect(page.getByRole('status')).toContainText('条结果');
  });

  test('an index of another build is a failure, not an answer', async ({ page }) => {
    await page.route('**/search/catalogue.json', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json() as object), volumes: ['zh-cn_0000000'] } });
    });
    await page.goto(`${site}search/?q=${encodeURIComponent('四双联动')}`);
    await expect(results(page)).toHaveAttribute('data-search-state', 'error');
  });
});

test.describe('a browser that cannot run Pagefind', () => {
  test('searches all the same', async ({ page }) => {
    await open(page, '改革');
    const usual = await page.locator('[data-results]').innerText();
    // Browsers of before 2021 do not accept references in WebAssembly, and those of before 2022 no WebAssembly under a strict policy.
    await page.addInitScript(() => { WebAssembly.Module = function refuse() { throw new WebAssembly.CompileError('refused'); } as unknown as typeof WebAssembly.Module; });
    await page.route('**/pagefind/**', (route) => route.abort());
    await open(page, '改革');
    expect(await page.locator('[data-results]').innerText()).toBe(usual);
    await open(page, '改革洞');
    expect(await total(page)).toBe(0);
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the form leads to a page that says how to search', async ({ page }) => {
    await page.goto(site);
    await page.locator('form[role=search] input[name=q]').first().fill('四双联动');
    await page.locator('form[role=search] button[type=submit]').first().click();
    await expect(page).toHaveURL(/\/search\/\?q=/);
    await expect(page.locator('main')).toContainText('Ctrl+F');
    await page.locator('main noscript, main').getByRole('link', { name: '讲话全文' }).click();
    await expect(page.locator('main')).toContainText('四双联动');
  });
});
