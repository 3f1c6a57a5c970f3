/** The index of commitments as an instrument: chosen, counted, grouped, sorted, opened, kept in the address. */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { loadCorpus } from '../../src/gate/gate.ts';
import type { Commitment } from '../../src/corpus/commitment.ts';
import { searchKey } from '../../src/search/key.ts';

const site = process.env['LUOSHI_SITE'] ?? '';
const { commitments, sections, slogans } = loadCorpus(process.cwd());
const index = `${site}commitments/`;

const idsOf = (which: (commitment: Commitment) => boolean): string[] => commitments.filter(which).map(({ id }) => id);
const partOf = ({ section }: Commitment): number | null => sections.find(({ number }) => number === section)!.part;

/** The ids of the rows that are seen, in their order. */
const seen = (page: Page): Promise<string[]> => page.locator('tr[data-id]:visible').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')!));
const line = (page: Page): Locator => page.locator('[data-state]');
const facet = (page: Page, name: string): Locator => page.locator('details.facet').filter({ has: page.locator('summary', { hasText: new RegExp(`^${name}`) }) });

async function choose(page: Page, name: string, ...values: string[]): Promise<void> {
  const panel = facet(page, name);
  await panel.locator('summary').click();
  for (const value of values) await panel.locator(`input[value="${value}"]`).click();
  await page.keyboard.press('Escape');
}

test('filters by every facet, several values each, and the table shows exactly those', async ({ page }) => {
  await page.goto(index);
  expect(await seen(page)).toEqual(idsOf(() => true));

  await choose(page, '部分', '1', '2');
  expect(await seen(page)).toEqual(idsOf((one) => [1, 2].includes(partOf(one)!)));
  await choose(page, '类别', 'task');
  expect(await seen(page)).toEqual(idsOf((one) => [1, 2].includes(partOf(one)!) && one.kind === 'task'));
  await choose(page, '完成时限', 'relative');
  const expected = idsOf((one) => [1, 2].includes(partOf(one)!) && one.kind === 'task' && one.deadline?.type === 'relative');
  expect(expected.length).toBeGreaterThan(0);
  expect(await seen(page)).toEqual(expected);
  await expect(line(page)).toHaveText(new RegExp(`^筛选条件：部分：.*；类别：任务；完成时限：相对期限。共 ${expected.length} 项（全部任务 ${commitments.length} 项），按部分分组。$`));
});

test('finds what the text does not say, and what it says in numbers', async ({ page }) => {
  await page.goto(index);
  await choose(page, '责任单位', '-');
  expect(await seen(page)).toEqual(idsOf(({ units }) => units === null));
  await choose(page, '责任单位', '-', '市政府', '发改');
  expect(await seen(page)).toEqual(idsOf(({ units }) => units?.some(({ name }) => ['市政府', '发改'].includes(name)) === true));
  await page.goto(index);
  await choose(page, '量化目标', 'stated');
  expect(await seen(page)).toEqual(idsOf(({ targets }) => targets.length > 0));
});

test('counts beside the values follow the other filters, not their own', async ({ page }) => {
  await page.goto(index);
  const countOf = (name: string, value: string): Locator => facet(page, name).locator('label', { has: page.locator(`input[value="${value}"]`) }).locator('[data-count]');
  await choose(page, '部分', '3');
  await expect(countOf('部分', '1')).toHaveText(String(idsOf((one) => partOf(one) === 1).length));
  await expect(countOf('类别', 'target')).toHaveText(String(idsOf((one) => partOf(one) === 3 && one.kind === 'target').length));
  await expect(countOf('提法', '新型城镇化')).toHaveText(String(idsOf((one) => partOf(one) === 3 && one.slogans.includes('新型城镇化')).length));
  await expect(countOf('提法', '565')).toHaveText('0');
});

test.describe('words that are looked for', () => {
  for (const query of ['自创区', '８．８％', 't158', '创新 人才', '没有这几个字']) {
    test(query, async ({ page }) => {
      await page.goto(index);
      await page.getByLabel('含有文字').fill(query);
      const terms = query.split(' ').map(searchKey);
      const expected = idsOf(({ id, title, quote }) => terms.every((term) => [id, title, quote].some((text) => searchKey(text).includes(term))));
      await expect(line(page)).toContainText(`“${query}”。共 ${expected.length} 项`);
      expect(await seen(page)).toEqual(expected);
    });
  }

  test('are found as the search finds them', async ({ page }) => {
    await page.goto(`${site}search/?q=${encodeURIComponent('高质量')}&kind=commitment`);
    await page.locator('[data-search-state=done]').waitFor();
    const total = Number(await page.locator('[data-search-total]').getAttribute('data-search-total'));
    await page.goto(`${index}?q=${encodeURIComponent('高质量')}`);
    expect(await seen(page)).toHaveLength(total);
  });
});

test('chips take one thing away each, and the keyboard goes on at the next', async ({ page }) => {
  await page.goto(`${index}?part=1&kind=task&q=${encodeURIComponent('创新')}`);
  await expect(page.getByRole('button', { name: /^去掉/ })).toHaveCount(3);
  await page.getByRole('button', { name: '去掉“类别：任务”' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '去掉“含有文字：“创新””' })).toBeFocused();
  await expect(page).toHaveURL(/\?part=1&q=/);
  await expect(facet(page, '类别').locator('input:checked')).toHaveCount(0);
  await page.getByRole('button', { name: '全部清除' }).click();
  expect(await seen(page)).toEqual(idsOf(() => true));
  await expect(page).toHaveURL(index);
  await expect(page.getByLabel('含有文字')).toHaveValue('');
});

test('sorts by a column, both ways, and back to the order of the speech', async ({ page }) => {
  await page.goto(`${index}?group=none`);
  const dated = idsOf(({ deadline }) => deadline?.date !== null && deadline !== null)
    .sort((a, b) => commitments.find(({ id }) => id === a)!.deadline!.date!.localeCompare(commitments.find(({ id }) => id === b)!.deadline!.date!));
  const head = page.getByRole('columnheader', { name: '完成时限' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  expect((await seen(page)).slice(0, dated.length)).toEqual(dated);
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  const descending = await seen(page);
  const said = idsOf(({ deadline }) => deadline !== null).length;
  expect(descending.slice(said - dated.length, said)).toEqual([...dated].reverse());
  expect(descending.slice(said)).toEqual(idsOf(({ deadline }) => deadline === null));
  await head.getByRole('button').click();
  await expect(head).not.toHaveAttribute('aria-sort');
  expect(await seen(page)).toEqual(idsOf(() => true));
});

test('groups at one click; a commitment stands under each of its units', async ({ page }) => {
  await page.goto(index);
  await page.getByRole('radio', { name: '责任单位' }).click();
  const groups = await page.locator('tbody:visible').evaluateAll((bodies) => bodies.map((body) => ({
    name: body.querySelector('[data-name]')!.textContent!, count: Number(body.querySelector('[data-count]')!.textContent),
    ids: Array.from(body.querySelectorAll('tr[data-id]'), (row) => row.getAttribute('data-id')!),
  })));
  const names = new Set(commitments.flatMap(({ units }) => units?.map(({ name }) => name) ?? ['原文未明确']));
  expect(new Set(groups.map(({ name }) => name))).toEqual(names);
  for (const { name, count, ids } of groups) {
    const own = idsOf(({ units }) => (units === null ? name === '原文未明确' : units.some((unit) => unit.name === name)));
    expect([name, ids, count]).toEqual([name, own, own.length]);
  }
  await page.getByRole('radio', { name: '提法' }).click();
  const largest = slogans.reduce((a, b) => (b.measures.length > a.measures.length ? b : a));
  await expect(page.locator('tbody:visible').first().getByRole('rowheader').first()).toHaveText(`${largest.name}（${largest.measures.length} 项）`);
  await page.getByRole('radio', { name: '不分组' }).click();
  expect(await seen(page)).toEqual(idsOf(() => true));
});

test('only the chosen groups are shown, with the rows that pass', async ({ page }) => {
  await page.goto(`${index}?slogan=565&part=1&group=slogan`);
  await expect(page.locator('tbody:visible')).toHaveCount(1);
  const own = idsOf((one) => one.slogans.includes('565') && partOf(one) === 1);
  await expect(page.locator('tbody:visible [data-count]:visible')).toHaveText(String(own.length));
  expect(await seen(page)).toEqual(own);
});

test('all of it stands in the address, and back and forward walk through it', async ({ page }) => {
  await page.goto(index);
  const steps: { address: string; ids: string[]; line: string }[] = [];
  const note = async (): Promise<void> => { steps.push({ address: page.url(), ids: await seen(page), line: (await line(page).textContent())! }); };
  await note();
  await choose(page, '部分', '2');
  await note();
  await page.getByLabel('含有文字').pressSequentially('项目');
  await note();
  await page.getByRole('radio', { name: '完成时限' }).click();
  await note();
  await page.getByRole('columnheader', { name: '编号' }).getByRole('button').click();
  await note();
  expect(new Set(steps.map(({ address }) => address)).size).toBe(steps.length);
  const check = async (step: (typeof steps)[number]): Promise<void> => {
    await expect(page).toHaveURL(step.address);
    await expect(line(page)).toHaveText(step.line);
    expect(await seen(page)).toEqual(step.ids);
  };
  for (const step of [...steps].reverse().slice(1)) {
    await page.goBack();
    await check(step);
  }
  for (const step of steps.slice(1)) {
    await page.goForward();
    await check(step);
  }
  await page.goto('about:blank');
  await page.goto(steps.at(-1)!.address);
  await check(steps.at(-1)!);
});

test('an address that names what is not there shows everything', async ({ page }) => {
  await page.goto(`${index}?unit=${encodeURIComponent('没有的单位')}&group=colour&sort=-`);
  expect(await seen(page)).toEqual(idsOf(() => true));
});

test('a row opens to its paragraph without leaving the page', async ({ page }) => {
  await page.goto(index);
  const row = page.locator('tr[data-id=T309]');
  await row.getByText('看所在段落').click();
  const source = readFileSync('content/speeches/2022-industrial-transformation/source.txt', 'utf8').split('\n');
  const { range, quote } = commitments.find(({ id }) => id === 'T309')!;
  await expect(row.locator('.passage p')).toHaveText(source[range.line - 1]!);
  await expect(row.locator('.passage mark')).toHaveText(quote);
  await expect(page).toHaveURL(`${index}?open=T309`);
  await page.reload();
  await expect(row.locator('.passage p')).toBeVisible();
  expect(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id).filter((id, i, ids) => ids.indexOf(id) !== i))).toEqual([]);
});

test('a paragraph that cannot be had leaves its link', async ({ page }) => {
  await page.route('**/speeches/**', (route) => route.abort());
  await page.goto(index);
  const row = page.locator('tr[data-id=T309]');
  await row.getByText('看所在段落').click();
  await expect(row.locator('details a')).toHaveAttribute('href', /3-1\/#T309$/);
  await expect(row.locator('details a')).toBeVisible();
});

test('works by the keyboard alone', async ({ page }) => {
  await page.goto(index);
  await page.getByLabel('含有文字').focus();
  await page.keyboard.press('Tab');
  await expect(facet(page, '部分').locator('summary')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: /^一、/ })).toBeFocused();
  await page.keyboard.press('Space');
  expect(await seen(page)).toEqual(idsOf((one) => partOf(one) === 1));
  await page.keyboard.press('Escape');
  await expect(facet(page, '部分').locator('summary')).toBeFocused();
  await expect(facet(page, '部分').locator('fieldset')).toBeHidden();
  await page.getByRole('radio', { name: '部分' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/group=unit/);
  await page.locator('tr[data-id]:visible summary').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('tr[data-id]:visible .passage').first()).toBeVisible();
});

test('what changes is said to a screen reader, in one line', async ({ page }) => {
  await page.goto(index);
  await expect(page.getByRole('status').filter({ hasText: '全部任务' })).toHaveCount(1);
  await choose(page, '类别', 'target');
  await expect(page.getByRole('status').filter({ hasText: '类别：目标' })).toHaveCount(1);
});

test.describe('files of what is shown', () => {
  const choice = `${index}?slogan=${encodeURIComponent('自创区')}`;
  const own = idsOf(({ slogans: of }) => of.includes('自创区'));

  test('CSV', async ({ page }) => {
    await page.goto(choice);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    const rows = readFileSync(await download.path(), 'utf8').trim().split('\r\n');
    expect(download.suggestedFilename()).toBe(`任务分解表（筛选${own.length}项）.csv`);
    expect(rows.slice(1).map((row) => /T\d+/.exec(row)![0])).toEqual(own);
  });

  test('Excel', async ({ page }) => {
    await page.goto(choice);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excel' }).click()]);
    const cells = (await readSheet(readFileSync(await download.path()))).flat().map(String);
    expect(cells.filter((cell) => /^T\d+$/.test(cell))).toEqual(own);
    expect(cells.join()).toContain('筛选条件：提法：自创区');
  });

  test('in the order and the groups that are shown', async ({ page }) => {
    await page.goto(`${index}?part=1&kind=target&sort=-deadline&group=none`);
    const seen = await page.locator('tr[data-id]:visible').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id']));
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    const rows = readFileSync(await download.path(), 'utf8').trim().split('\r\n');
    expect(rows.slice(1).map((row) => /T\d+/.exec(row)![0])).toEqual(seen);
    await page.getByRole('radio', { name: '责任单位' }).check();
    await page.getByRole('button', { name: '去掉“' }).first().click();
    const groups = await page.locator('tr.group:visible').evaluateAll((rows) => rows.map((row) => row.querySelector('[data-name]')!.textContent));
    expect(groups.length).toBeGreaterThan(1);
    const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excel' }).click()]);
    const heads = (await readSheet(readFileSync(await sheet.path()))).map(([first]) => String(first)).filter((cell) => /（\d+项）$/.test(cell));
    expect(heads.map((head) => head.replace(/（\d+项）$/, ''))).toEqual(groups);
  });

  test('no writer of files is loaded before one is asked for', async ({ page }) => {
    const scripts: string[] = [];
    page.on('request', (request) => { if (request.resourceType() === 'script') scripts.push(request.url()); });
    await page.goto(choice);
    await expect(line(page)).toContainText('自创区');
    expect(scripts.filter((url) => /xlsx|csv|index-files/.test(url))).toEqual([]);
  });
});

test('nothing moves while the page loads, with filters in its address or without', async ({ page }) => {
  for (const address of [index, `${index}?part=3&unit=-&group=slogan&sort=-title`]) {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => shifts.push((entry as unknown as { value: number }).value))).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect(page.locator('commitment-index')).toHaveAttribute('data-ready', '');
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } });
  test('rows are cards, nothing is wider than the screen, and the order can be chosen', async ({ page }) => {
    await page.goto(`${index}?part=3`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const card = page.locator('tr[data-id=T309]');
    await expect(card.getByText('9月底前（2022-09-30')).toBeVisible();
    expect((await card.boundingBox())!.width).toBeLessThanOrEqual(390);
    await page.getByLabel('排序', { exact: true }).selectOption('-id');
    await expect(page).toHaveURL(/sort=-id/);
    await facet(page, '提法').locator('summary').click();
    const panel = (await facet(page, '提法').locator('fieldset').boundingBox())!;
    expect(panel.x).toBeGreaterThanOrEqual(0);
    expect(panel.x + panel.width).toBeLessThanOrEqual(390);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the table is whole, controls that could do nothing are not there, and every row leads to its words', async ({ page }) => {
    await page.goto(`${index}?part=3`);
    expect(await seen(page)).toEqual(idsOf(() => true));
    await expect(page.locator('.instrument')).toBeHidden();
    const row = page.locator('tr[data-id=T309]');
    await row.getByText('看所在段落').click();
    await row.locator('details a').click();
    await expect(page.locator('#T309')).toBeInViewport();
  });
});
