/** The speech on paper, measured on the PDF: GB/T 9704-2012. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { firstDifference } from '../../src/corpus/verbatim.ts';
import { printed } from './paper.ts';

const site = process.env['LUOSHI_SITE'] ?? '';
const speech = 'speeches/2022-industrial-transformation/';
const source = readFileSync('content/speeches/2022-industrial-transformation/source.txt', 'utf8');

const PAGE_NUMBER = /^—\d+—$/;
const title = '在全市产业转型攻坚推进会暨上半年重点工作推进会议上的讲话';

/** The text of printed pages, without page numbers, title and provenance. */
function textOf(pages: Awaited<ReturnType<typeof printed>>): string {
  const text = pages.flatMap(({ lines }) => lines.filter((line) => !PAGE_NUMBER.test(line))).join('');
  return text.slice(text.startsWith(title) ? title.length : 0, text.lastIndexOf('出处：'));
}

test('the whole speech: A4, 28 characters of 22 lines, every word, page numbers at the right sides', async ({ page }) => {
  await page.goto(`${site}${speech}full/`);
  const pages = await printed(page);
  expect(firstDifference(source.replace(/\n/g, ''), textOf(pages))).toBeNull();

  for (const { width, height } of pages) {
    expect(width).toBeCloseTo(210, 0);
    expect(height).toBeCloseTo(297, 0);
  }

  // Between the first page, which has the title, and the last, every page is full. A heading that would
  // stand alone at the foot moves on, so a page before one may have a line less.
  const headings = source.split('\n').filter((line) => /^[一二三四五]、[^。]+$/.test(line));
  pages.slice(1, -1).forEach(({ lines }, i) => {
    const body = lines.filter((line) => !PAGE_NUMBER.test(line));
    const next = pages[i + 2]!.lines[0]!;
    expect([i + 2, body.length]).toEqual([i + 2, headings.includes(next) ? expect.any(Number) : 22]);
  });

  // A line of full-width characters only has 28 of them, unless CLREQ's rules move one to the next line.
  const full = pages.slice(1, -1).flatMap(({ lines }) => lines).filter((line) => /^[^\x00-\xff]{25,}$/.test(line));
  const lengths = full.map((line) => line.length);
  expect(Math.max(...lengths)).toBe(28);
  expect(lengths.filter((length) => length === 28).length / lengths.length).toBeGreaterThan(0.75);

  // 版心: 28 mm from the left on odd pages, 26 mm on even ones, 156 mm wide.
  pages.slice(1, -1).forEach(({ words }, i) => {
    const body = words.filter(({ bottom }) => bottom < 297 - 34);
    const odd = (i + 2) % 2 === 1;
    const left = Math.min(...body.map((word) => word.left));
    const right = Math.max(...body.map((word) => word.right));
    expect(left).toBeCloseTo(odd ? 28 : 26, 0);
    expect(right).toBeLessThan((odd ? 28 : 26) + 156.6);
    expect(right).toBeGreaterThan((odd ? 28 : 26) + 150);
  });

  // Page numbers: odd right, even left, below the 版心.
  pages.forEach(({ words, lines }, i) => {
    expect(lines.find((line) => PAGE_NUMBER.test(line))).toBe(`—${i + 1}—`);
    const dash = words.filter(({ top, text }) => top > 297 - 35 && text.includes('—'));
    expect(dash.length).toBeGreaterThan(0);
    const odd = i % 2 === 0;
    expect(dash.every((word) => (odd ? word.left > 105 : word.right < 105))).toBe(true);
  });
});

test('a section: its part, its text, and where it comes from', async ({ page }) => {
  await page.goto(`${site}${speech}3-1/`);
  const pages = await printed(page);
  const text = pages.flatMap(({ lines }) => lines).join('');
  expect(text.replace(/—\d+—/g, '').startsWith(`${title}三、坚持规划引领，着力推进新型城镇化（一）坚持规划引领。紧紧围绕**发展`)).toBe(true);
  expect(text).toContain('出处：在全市产业转型攻坚推进会暨上半年重点工作推进会议上的讲话，第三部分（一）坚持规划引领');
  expect(text).toContain(`网址：${site}${speech}3-1/`);
  expect(text).toMatch(/网站版本：(\d{4}-\d{2}-\d{2}（[0-9a-f]{8}）|[0-9a-f]{8})/);
  for (const screen of ['当前位置', '上一节', '复制引文', '本节任务', 'T309', '打印']) expect(text).not.toContain(screen);
});

test('where it comes from is no search, though the reader came from one', async ({ page }) => {
  await page.goto(`${site}${speech}3-1/?q=${encodeURIComponent('多规合一')}&print=tasks#p23`);
  await expect(page.getByText('已标出')).toBeVisible();
  const address = page.locator('[data-provenance-address]');
  await expect(address).toHaveText(`${site}${speech}3-1/?print=tasks`);
  await page.getByRole('radio', { name: '原文' }).check();
  await expect(address).toHaveText(`${site}${speech}3-1/`);
});

test('任务对照: the numbers beside the text and the list after it', async ({ page }) => {
  await page.goto(`${site}${speech}3-1/`);
  await page.getByRole('radio', { name: '任务对照' }).check();
  await expect(page).toHaveURL(/\?print=tasks$/);
  const pages = await printed(page);
  const number = pages[0]!.words.find(({ text }) => text === 'T309')!;
  expect(number.left).toBeGreaterThan(28 + 156);
  const text = pages.flatMap(({ lines }) => lines).join('');
  expect(text).toContain('本节任务（5项）');
  expect(text).toMatch(/9月底前/);
  expect(text).toContain('T309');
});

test('chosen sections print as one document, in the speech’s order, from their address', async ({ page }) => {
  await page.goto(`${site}${speech}full/?sections=3-1,1-1`);
  const pages = await printed(page);
  const text = pages.flatMap(({ lines }) => lines).filter((line) => !PAGE_NUMBER.test(line)).join('');
  expect(text.indexOf('一、加快产业转型，着力提高发展质量效益（一）提升认识。')).toBe(title.length);
  expect(text.indexOf('（一）坚持规划引领。')).toBeGreaterThan(text.indexOf('（一）提升认识。'));
  expect(text).not.toContain('（二）明确目标。');
  expect(text).toContain('第一部分（一）提升认识；第三部分（一）坚持规划引领');

  await page.getByRole('checkbox', { name: '第一部分（二）明确目标' }).check();
  await expect(page).toHaveURL(/\?sections=1-1,1-2,3-1$/);
  await page.goBack();
  await expect(page.getByRole('checkbox', { name: '第一部分（二）明确目标' })).not.toBeChecked();
});

test('what colours tell apart in a picture, greys and outlines tell apart on paper', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  const looks = (kinds: string[]) => page.evaluate((all) => all.map((kind) => {
    const { fill, stroke } = getComputedStyle(document.querySelector(`rect.${kind}`)!);
    return `${fill} ${stroke}`;
  }), kinds);
  await page.goto(`${site}figures/`);
  expect(new Set(await looks(['own', 'other', 'gap'])).size).toBe(3);
  await page.goto(site);
  expect(new Set(await looks(['target', 'task', 'conduct'])).size).toBe(3);
});

for (const width of [390, 1440]) {
  test(`above the full text the button to print is in sight, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${site}${speech}full/`);
    const button = page.getByRole('button', { name: '打印', exact: true });
    await expect(button).toBeInViewport({ ratio: 1 });
    const [box, own] = await Promise.all([page.locator('print-options').boundingBox(), button.boundingBox()]);
    expect(own!.y + own!.height).toBeLessThan(box!.y + box!.height);
  });
}

test('no page opens the print dialogue by itself', async ({ page }) => {
  await page.addInitScript(() => { window.print = () => { document.documentElement.dataset['printed'] = 'yes'; }; });
  await page.goto(`${site}${speech}full/?print=tasks`);
  await expect(page.getByRole('button', { name: '打印', exact: true })).toBeVisible();
  await expect(page.locator('[data-printed]')).toHaveCount(0);
  await page.getByRole('button', { name: '打印', exact: true }).click();
  await expect(page.locator('html[data-printed]')).toHaveCount(1);
  await expect(page.getByRole('img', { name: '本页网址的二维码', includeHidden: true })).toHaveCount(1);
});
