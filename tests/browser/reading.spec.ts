/** What a reader does: from the words to a slogan, to what makes it concrete, and back to the words. */
import { expect, test } from '@playwright/test';

const site = process.env['LUOSHI_SITE'] ?? '';
const speech = 'speeches/2022-industrial-transformation/';

test('read, follow a slogan to a measure, and come back to the words', async ({ page }) => {
  await page.goto(`${site}${speech}1-3/`);
  await page.locator('[data-slogan="自创区"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('自创区');
  await expect(page.getByRole('navigation', { name: '当前位置' })).toContainText('提法');

  await page.getByRole('link', { name: 'T158', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('发展规划纲要');
  await expect(page.getByText('10月底前（2022-10-31，年份据他处原文）')).toBeVisible();

  await page.getByRole('link', { name: '回到原文' }).first().click();
  await expect(page).toHaveURL(/1-3\/#T158$/);
  const words = page.locator('#T158');
  await expect(words).toHaveText('10月底前编制完成自创区**片区发展规划纲要');
  await expect(words).toBeInViewport();
});

test('a number in the margin opens its commitment', async ({ page }) => {
  await page.goto(`${site}${speech}3-1/`);
  await page.getByRole('article').getByRole('link', { name: /^T309/ }).click();
  await expect(page).toHaveURL(/commitments\/T309\/$/);
  await expect(page.getByRole('definition').filter({ hasText: '9县（市）' }).first()).toBeVisible();
});

test('previous and next walk through the whole speech', async ({ page }) => {
  await page.goto(`${site}${speech}opening/`);
  let steps = 1;
  const next = page.locator('main a[rel=next]');
  while (await next.count()) {
    const address = await next.evaluate((link) => (link as HTMLAnchorElement).href);
    await next.click();
    await page.waitForURL(address);
    steps += 1;
  }
  expect(steps).toBe(23);
  await expect(page).toHaveURL(/closing\/$/);
  await page.locator('main a[rel=prev]').click();
  await expect(page).toHaveURL(/5-4\/$/);
});

test.describe('the preview of a slogan', () => {
  test('opens by hover, holds its link, and closes by Escape', async ({ page }) => {
    await page.goto(`${site}${speech}1-3/`);
    const link = page.locator('[data-slogan="四双联动"]').first();
    await link.hover();
    const preview = page.getByRole('region', { name: '提法：四双联动' });
    await expect(preview).toContainText('坚持双轮驱动、双向发力、双高引领、双赢并进');
    await preview.hover();
    await expect(preview).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(preview).toBeHidden();
  });

  test('opens by keyboard focus, and the link stays a link', async ({ page }) => {
    await page.goto(`${site}${speech}1-3/`);
    await page.locator('[data-slogan="四双联动"]').first().focus();
    await expect(page.getByRole('region', { name: '提法：四双联动' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/slogans\//);
  });

  test('does not change the text it stands in', async ({ page }) => {
    await page.goto(`${site}${speech}1-3/`);
    const before = await page.locator('[data-paragraph="11"]').textContent();
    await page.locator('[data-slogan="四双联动"]').first().hover();
    await expect(page.getByRole('region', { name: /^提法/ })).toBeVisible();
    expect(await page.locator('[data-paragraph="11"]').textContent()).toBe(before);
  });

  test.describe('by touch', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
    test('opens at the first touch and follows at the second', async ({ page }) => {
      await page.goto(`${site}${speech}1-3/`);
      const link = page.locator('[data-slogan="1+5"]').first();
      await link.tap();
      await expect(page.getByRole('region', { name: '提法：1+5' })).toBeVisible();
      await expect(page).toHaveURL(/1-3\/$/);
      await link.tap();
      await expect(page).toHaveURL(/slogans\/1/);
    });
  });
});

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  const clipboard = () => navigator.clipboard.readText();

  test('a paragraph’s citation and link', async ({ page }) => {
    await page.goto(`${site}${speech}3-1/`);
    const tools = page.locator('copy-citation').first();
    await tools.getByRole('button', { name: '复制引文' }).click();
    await expect(tools.getByText('已复制')).toBeVisible();
    const citation = await page.evaluate(clipboard);
    expect(citation).toMatch(/^“（一）坚持规划引领。紧紧围绕\*\*发展新的战略定位.*”——在全市产业转型攻坚推进会暨上半年重点工作推进会议上的讲话，第三部分（一）第1段$/);
    expect(citation).not.toContain('T3');
    await tools.getByRole('button', { name: '复制链接' }).click();
    await expect.poll(() => page.evaluate(clipboard)).toBe(`${site}${speech}3-1/#p23`);
  });

  test('a commitment’s citation and link', async ({ page }) => {
    await page.goto(`${site}commitments/T309/`);
    await page.getByRole('button', { name: '复制引文' }).click();
    await expect.poll(() => page.evaluate(clipboard)).toMatch(/^“9月底前全面完成9县（市）的总规修编任务”——.*，第三部分（一）第1段$/);
    await page.getByRole('button', { name: '复制链接' }).click();
    await expect.poll(() => page.evaluate(clipboard)).toBe(`${site}${speech}3-1/#T309`);
  });
});

test('the search key leads from any page to the results', async ({ page }) => {
  await page.goto(`${site}${speech}1-1/`);
  await page.keyboard.press('/');
  await expect(page.locator('#site-search')).toBeFocused();
  await page.keyboard.type('四双联动');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/search\/\?q=/);
  await expect(page.locator('[data-search-state=done]')).toBeVisible();
});

test('search a keyword and land on its paragraph, marked', async ({ page }) => {
  await page.goto(`${site}search/?q=${encodeURIComponent('黑臭水体')}`);
  await page.locator('[data-search-hit][data-kind=section] > a').first().click();
  await expect(page).toHaveURL(/4-2\/\?q=.*#p28$/);
  await expect(page.locator('#p28 mark.found')).toHaveText('黑臭水体');
  await page.getByRole('button', { name: '清除标记' }).click();
  await expect(page.locator('mark.found')).toHaveCount(0);
});
