/** The same pages without scripts: whole, and every way open. */
import { expect, test } from '@playwright/test';

const site = process.env['LUOSHI_SITE'] ?? '';
const speech = 'speeches/2022-industrial-transformation/';

test.use({ javaScriptEnabled: false });

test('read, follow a slogan to a measure, and come back to the words', async ({ page }) => {
  await page.goto(`${site}${speech}1-3/`);
  await page.locator('[data-slogan="自创区"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('自创区');
  await page.getByRole('link', { name: 'T158', exact: true }).click();
  await page.getByRole('link', { name: '回到原文' }).first().click();
  await expect(page.locator('#T158')).toBeInViewport();
});

test('a paragraph still has its address', async ({ page }) => {
  await page.goto(`${site}${speech}1-1/`);
  await page.getByRole('link', { name: '第一部分（一）第2段', exact: true }).click();
  await expect(page).toHaveURL(/#p6$/);
  await expect(page.getByRole('button', { name: '复制引文' })).toHaveCount(0);
});

test('searching says how to search in the full text', async ({ page }) => {
  await page.goto(`${site}${speech}1-1/`);
  await page.locator('#site-search').fill('四双联动');
  await page.getByRole('button', { name: '检索' }).click();
  await expect(page).toHaveURL(/search\/\?q=/);
  await page.getByRole('link', { name: '讲话全文' }).click();
  await expect(page.getByText('四双联动').first()).toBeVisible();
});

test('the index of commitments is whole', async ({ page }) => {
  await page.goto(`${site}commitments/`);
  const stated = Number(/共 (\d+) 项/.exec((await page.locator('.lead').textContent())!)![1]);
  await expect(page.locator('tr[data-id]')).toHaveCount(stated);
});
