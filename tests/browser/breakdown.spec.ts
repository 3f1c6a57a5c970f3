/** Lists of commitments on paper: the 任务分解表, read back from the PDF. */
import { expect, test } from '@playwright/test';
import { COLUMNS } from '../../src/exports/breakdown.ts';
import { loadCorpus } from '../../src/gate/gate.ts';
import { printed, type PaperPage } from './paper.ts';

const site = process.env['LUOSHI_SITE'] ?? '';
const { commitments, parts, slogans } = loadCorpus(process.cwd());
const TITLE = '任务分解表';

/** The ids in the column of ids, in order over all pages. */
function idsOn(pages: readonly PaperPage[]): string[] {
  return pages.flatMap(({ words }) => words.filter(({ text, left }) => /^T\d{3}$/.test(text) && left < 40).sort((a, b) => a.top - b.top).map(({ text }) => text));
}

/** 序号 over all pages. */
function numbersOn(pages: readonly PaperPage[]): number[] {
  return pages.flatMap(({ words, height }) => words.filter(({ text, right, top }) => /^\d+$/.test(text) && right < 23 && top < height - 16)
    .sort((a, b) => a.top - b.top).map(({ text }) => Number(text)));
}

const textOf = ({ lines }: PaperPage): string => lines.join('\n');
/** The text without what layout does to it. */
const plain = (text: string): string => text.replace(/\s/g, '');

/** A4 landscape, numbered, with the whole head above the rows of every page that has rows. */
function expectSheets(pages: readonly PaperPage[], first = 0): void {
  pages.forEach((page, i) => {
    expect(page.width).toBeCloseTo(297, 0);
    expect(page.height).toBeCloseTo(210, 0);
    expect(textOf(page)).toContain(`—${i + 1}—`);
    if (i < first || idsOn([page]).length === 0) return;
    const head = plain(textOf(page));
    for (const { name } of COLUMNS) {
      const [start = ''] = name.split('单位'); // 责任（配合）/单位 is two lines.
      expect(head, `page ${i + 1}`).toContain(start);
    }
  });
}

test('the index: all rows in order, under their groups with counts', async ({ page }) => {
  await page.goto(`${site}commitments/`);
  const pages = await printed(page);
  expectSheets(pages);
  expect(idsOn(pages)).toEqual(commitments.map(({ id }) => id));
  expect(numbersOn(pages)).toEqual(commitments.map((_, i) => i + 1));
  const text = plain(pages.map(textOf).join('\n'));
  expect(pages[0]!.lines[0]).toContain(TITLE);
  expect(text).toContain(`全部任务，共${commitments.length}项`);
  for (const { label, title } of parts) expect(text).toMatch(new RegExp(`${label}${title}（\\d+项）`));
  expect(text).toContain('出处：');
  expect(text).toContain(`网址：${site}commitments/`);
});

test('no row is split between pages', async ({ page }) => {
  await page.goto(`${site}commitments/`);
  const pages = await printed(page);
  // The words of a row begin beside its number: what stands above the first number of a page is its head or a group's.
  for (const { words } of pages.slice(1)) {
    const ids = words.filter(({ text, left }) => /^T\d{3}$/.test(text) && left < 40).map(({ top }) => top);
    if (ids.length === 0) continue;
    const first = Math.min(...ids);
    const above = words.filter(({ top, left, right }) => top < first - 1 && left > 36 && right < 105).map(({ text }) => text).join('');
    expect(above.replace('工作任务（原文）', '')).toMatch(/^(|[^。；]*（?\d*项?）?)$/);
    expect(above.length).toBeLessThan(40);
  }
});

test('what the filters show, and which they are', async ({ page }) => {
  await page.goto(`${site}commitments/?unit=${encodeURIComponent('市政府')}&unit=${encodeURIComponent('市委')}&part=2&group=unit`);
  const pages = await printed(page);
  expectSheets(pages);
  const text = plain(pages.map(textOf).join('\n'));
  expect(text).toContain('责任单位：市政府、市委');
  expect(text).toContain('市政府（2项）');
  expect(text).toContain('市委（1项）');
  expect(idsOn(pages)).toEqual(['T215', 'T219', 'T219']);
  expect(numbersOn(pages)).toEqual([1, 2, 3]);
  expect(text).not.toContain('导出');
  expect(text).not.toContain('看所在段落');
  expect(text).toContain('commitments/?unit=市政府&unit=市委&part=2&group=unit');
});

test('units: each with its commitments', async ({ page }) => {
  await page.goto(`${site}units/`);
  const pages = await printed(page);
  expectSheets(pages);
  const names = [...new Set(commitments.flatMap(({ units }) => units?.map(({ name }) => name) ?? []))];
  expect(idsOn(pages)).toEqual(names.flatMap((name) => commitments.filter(({ units }) => units?.some((unit) => unit.name === name)).map(({ id }) => id)));
  expect(pages[0]!.lines[0]).toContain(TITLE);
});

test('deadlines: on sheets of their own after the picture', async ({ page }) => {
  await page.goto(`${site}deadlines/`);
  const pages = await printed(page);
  const first = pages.findIndex(({ lines }) => lines[0]!.includes(TITLE));
  expect(first).toBeGreaterThanOrEqual(0);
  expectSheets(pages, first);
  expect(new Set(idsOn(pages.slice(first)))).toEqual(new Set(commitments.filter(({ deadline }) => deadline !== null).map(({ id }) => id)));
});

test('a slogan: its measures', async ({ page }) => {
  const slogan = slogans.find(({ slug }) => slug === '创新驱动')!;
  await page.goto(`${site}slogans/${encodeURIComponent(slogan.slug)}/`);
  const pages = await printed(page);
  const first = pages.findIndex(({ lines }) => lines[0]!.includes(TITLE));
  expect(plain(textOf(pages[first]!))).toContain(`提法：${slogan.name}。共${slogan.measures.length}项`);
  expectSheets(pages, first);
  expect(idsOn(pages.slice(first))).toEqual(slogan.measures.map(({ id }) => id));
});

test('it is black and white, and no page opens the dialogue by itself', async ({ page }) => {
  await page.addInitScript(() => { window.print = () => { document.title = 'printing'; }; });
  for (const address of ['commitments/', 'units/', 'deadlines/', 'slogans/565/']) {
    await page.goto(site + address);
    await expect(page).not.toHaveTitle('printing');
    await page.emulateMedia({ media: 'print' });
    const colours = await page.locator('.breakdown *:visible').evaluateAll((all) => [...new Set(all.flatMap((element) => {
      const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
      return [color, backgroundColor, borderTopColor];
    }))]);
    for (const colour of colours) expect(colour).toMatch(/^rgba?\((\d+), \1, \1/);
    await expect(page.locator('[data-print-page]')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await page.locator('[data-print-page]').click();
    await expect(page).toHaveTitle('printing');
  }
});
