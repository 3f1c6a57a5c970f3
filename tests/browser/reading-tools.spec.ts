/** Tools for reading, and that the text is the same with and without them. */
import { expect, test, type Page } from '@playwright/test';

const site = process.env['LUOSHI_SITE'] ?? '';
const speech = 'speeches/2022-industrial-transformation/';
const section = `${site}${speech}1-3/`;

/** The text of the page's paragraphs, asides left out. */
function textOf(page: Page): Promise<string> {
  return page.evaluate(() => Array.from(document.querySelectorAll('[data-paragraph]'), (paragraph) => {
    const copy = paragraph.cloneNode(true) as Element;
    copy.querySelectorAll('[data-aside]').forEach((aside) => aside.remove());
    return copy.textContent;
  }).join('\n'));
}

test('the outline follows the reading position, also when the reader jumps', async ({ page }) => {
  await page.goto(section);
  const current = page.locator('.outline [aria-current=location]');
  await expect(current).toHaveCount(0);
  await page.evaluate(() => document.getElementById('p13')!.scrollIntoView({ block: 'start' }));
  await expect(current).toHaveText(/^三要/);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(current).toHaveCount(1);
  await expect(current).toHaveText(/招商引资/);
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(current).toHaveCount(0);
});

test('size and colours are kept, and there before anything of a page is drawn', async ({ page }) => {
  await page.goto(section);
  await page.getByRole('button', { name: '显示', exact: true }).click();
  await page.getByLabel('适老').check();
  await page.getByLabel('高对比').check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '显示', exact: true })).toBeFocused();
  await expect(page.getByRole('group', { name: '显示设置' })).toBeHidden();
  // The body cannot be drawn before it begins: what <html> says then holds from the first paint.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      (window as unknown as { atFirst: string }).atFirst = `${document.documentElement.dataset['text']!} ${document.documentElement.dataset['scheme']!}`;
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${site}figures/`);
  expect(await page.evaluate(() => (window as unknown as { atFirst: string }).atFirst)).toBe('elder contrast');
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-text', 'elder');
  await expect(root).toHaveAttribute('data-scheme', 'contrast');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px');
  await page.getByRole('button', { name: '显示', exact: true }).click();
  await expect(page.getByLabel('适老')).toBeChecked();
  await page.getByLabel('中', { exact: true }).check();
  await page.getByLabel('跟随系统').check();
  await page.reload();
  await expect(root).not.toHaveAttribute('data-text');
  await expect(root).not.toHaveAttribute('data-scheme');
});

test('size and colours follow in another window, and when the reader comes back to a page', async ({ page, context }) => {
  await page.goto(section);
  const other = await context.newPage();
  await other.goto(`${site}figures/`);
  await other.getByRole('button', { name: '显示', exact: true }).click();
  await other.getByLabel('深色').check();
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await other.getByLabel('跟随系统').check();
  await expect(page.locator('html')).not.toHaveAttribute('data-scheme');
  // As a browser says it that kept the page as it was.
  await page.evaluate(() => {
    localStorage.setItem('luoshi-data-text', 'large');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
});

test('numbers in the margin carry titles where there is room, none upon another, and the text is the same', async ({ page }) => {
  const measure = () => page.evaluate(() => {
    const boxes = Array.from(document.querySelectorAll<HTMLElement>('.text .number'), (number) => {
      const { top, bottom, left } = number.getBoundingClientRect();
      const mark = document.getElementById(number.textContent!)!.getClientRects()[0]!;
      return { id: number.textContent!, top, bottom, left, mark: mark.top, right: number.closest('p')!.getBoundingClientRect().right, says: getComputedStyle(number, '::after').content };
    });
    return {
      boxes: boxes.length,
      over: boxes.filter((box, i) => i > 0 && box.top < boxes[i - 1]!.bottom - 0.5).map(({ id }) => id),
      inText: boxes.filter(({ left, right }) => left < right).map(({ id }) => id),
      says: boxes.find(({ id }) => id === 'T158')!.says,
    };
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(section);
  const wide = await textOf(page);
  const { boxes, over, inText, says } = await measure();
  expect(boxes).toBeGreaterThan(40);
  expect({ over, inText }).toEqual({ over: [], inText: [] });
  expect(says).toContain('编制自创区**片区发展规划纲要');
  expect(says).toContain('10月底前');
  await page.setViewportSize({ width: 390, height: 800 });
  expect((await measure()).says).toBe('none');
  expect(await textOf(page)).toBe(wide);
});

test.describe('reading aloud', () => {
  // The browser's voice, which a machine for tests has not: it says at once what it is told and notes it.
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const said: string[] = [];
      let current: SpeechSynthesisUtterance | null = null;
      const synthesis = {
        getVoices: () => [],
        speak: (utterance: SpeechSynthesisUtterance) => { current = utterance; said.push(utterance.text); },
        cancel: () => { current = null; },
      };
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
      Object.assign(window, { said, finish: () => current?.dispatchEvent(new Event('end')) });
    });
  });
  const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);
  const finish = (page: Page) => page.evaluate(() => (window as unknown as { finish: () => void }).finish());

  test('goes sentence by sentence, marks it, and leaves the text as it was', async ({ page }) => {
    await page.goto(section);
    const before = await textOf(page);
    const markup = await page.locator('[data-paragraph="10"]').innerHTML();
    await page.getByRole('button', { name: '朗读', exact: true }).click();
    await expect(page.locator('mark.spoken').first()).toHaveText(/^（三）突出重点/);
    await finish(page);
    await expect.poll(async () => (await said(page)).length).toBe(2);
    const [first, second] = await said(page);
    expect(before.startsWith(first! + second!)).toBe(true);
    expect(await textOf(page)).toBe(before);
    const bar = page.getByRole('group', { name: '朗读' });
    await bar.getByRole('button', { name: '暂停' }).click();
    await finish(page);
    expect(await said(page)).toHaveLength(2);
    await bar.getByRole('button', { name: '继续' }).click();
    expect((await said(page))[2]).toBe(second);
    await bar.getByRole('button', { name: '停止' }).click();
    await expect(page.locator('mark.spoken')).toHaveCount(0);
    await expect(bar).toHaveCount(0);
    expect(await page.locator('[data-paragraph="10"]').innerHTML()).toBe(markup);
  });

  test('starts at any paragraph, and says blanks as words', async ({ page }) => {
    await page.goto(section);
    await page.getByRole('button', { name: '从这段朗读：第一部分（三）第2段' }).click();
    await expect(page.locator('[data-paragraph="11"] mark.spoken').first()).toBeVisible();
    await finish(page);
    await expect.poll(async () => (await said(page)).length).toBe(2);
    expect((await said(page)).join('')).toContain('某某');
    expect((await said(page)).join('')).not.toContain('*');
  });

  test('ends by itself after the last sentence', async ({ page }) => {
    await page.goto(`${site}${speech}closing/`);
    await page.getByRole('button', { name: '朗读', exact: true }).click();
    const bar = page.getByRole('group', { name: '朗读' });
    await expect(bar).toBeVisible();
    for (let i = 0; i < 50 && await bar.count() > 0; i++) await finish(page);
    await expect(bar).toHaveCount(0);
    await expect(page.getByRole('button', { name: '朗读', exact: true })).toBeFocused();
  });
});

test('a reader is offered to go on, and never taken there', async ({ page }) => {
  await page.goto(section);
  await page.evaluate(() => document.getElementById('p13')!.scrollIntoView({ block: 'start' }));
  await expect.poll(() => page.evaluate(() => localStorage.getItem('luoshi-place'))).toContain('#p13');
  await page.goto(site);
  const offer = page.getByRole('link', { name: '接着读：第一部分（三）第4段' });
  await expect(offer).toBeVisible();
  await page.goto(section);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expect(offer).toBeVisible();
  await page.goto(`${site}${speech}2-1/`);
  await expect(offer).toHaveCount(0);
  await page.goto(site);
  await offer.click();
  await expect(page).toHaveURL(/1-3\/#p13$/);
  await expect(page.locator('#p13')).toBeInViewport();
  await expect(offer).toHaveCount(0);
});

test('the policy of a page stops what is not its own', async ({ page }) => {
  await page.goto(section);
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    const elsewhere = await fetch('https://example.invalid/').then(() => 'sent', (error: Error) => error.name);
    let compiled = true;
    try { await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); } catch { compiled = false; }
    return { injected: 'injected' in window, elsewhere, compiled };
  });
  expect(ran).toEqual({ injected: false, elsewhere: 'TypeError', compiled: false });
});
