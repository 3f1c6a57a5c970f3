/** What pictures draw: the numbers of the speech, and nothing that it does not say. */
import { describe, expect, it } from 'vitest';
import type { Commitment, Deadline } from '../../src/corpus/commitment.ts';
import type { Section, Slogan } from '../../src/corpus/corpus.ts';
import type { Figure } from '../../src/corpus/figure.ts';
import { layOutYear, stretchOf } from '../../src/pictures/calendar.ts';
import { comparisonsIn } from '../../src/pictures/comparison.ts';
import { shadeOf, sloganMatrix } from '../../src/pictures/matrix.ts';
import { bandsOf } from '../../src/pictures/spread.ts';

const range = { line: 1, start: 0, end: 1 };
const deadline = (text: string, date: string | null = null): Deadline => ({ text, date, type: date ? 'explicit' : 'relative', yearFromSpeech: false, note: null, range });
const commitment = (id: string, section = '1', changes: Partial<Commitment> = {}): Commitment =>
  ({ id, title: id, kind: 'task', section, quote: '', range, deadline: null, targets: [], units: null, slogans: [], note: null, ...changes });
const figure = (changes: Partial<Figure>): Figure =>
  ({ section: '1', quote: '', range, subject: '', metric: '投入', text: null, value: 1, unit: '%', qualifier: null, period: null, periodRange: null, role: 'result', against: null, ...changes });

describe('the calendar', () => {
  it.each([
    ['10月底前', '2022-10-31', { from: 10, to: 10, point: true }],
    ['2021年底', '2021-12-31', null],
    ['全年', null, { from: 1, to: 12, point: false }],
    ['2022年', null, { from: 1, to: 12, point: false }],
    ['2021年', null, null],
    ['5月份', null, null],
    ['3到5年', null, null],
    ['按时', null, null],
  ])('%s %s', (text, date, stretch) => {
    expect(stretchOf(deadline(text, date), 2022)).toEqual(stretch);
  });

  it('puts the first to be met first, and says what it leaves out', () => {
    const all = [commitment('A', '1', { deadline: deadline('全年') }), commitment('B', '1', { deadline: deadline('10月底前', '2022-10-31') }), commitment('C', '1', { deadline: deadline('按时') }), commitment('D')];
    const { rows, off } = layOutYear(all, 2022);
    expect(rows.map(({ commitment: { id } }) => id)).toEqual(['B', 'A']);
    expect(off.map(({ commitment: { id } }) => id)).toEqual(['C']);
  });
});

describe('comparisons', () => {
  it('draws a difference from the number it was said of', () => {
    const own = figure({ value: 1.74, qualifier: '仅' });
    const [one] = comparisonsIn([own, figure({ value: 0.36, unit: '个百分点', qualifier: '低于', role: 'comparison', against: '全国平均水平' })]);
    expect(one).toMatchObject({ against: '全国平均水平', bars: [{ of: 'own', width: 76.23 }, { of: 'other', width: 92 }], gap: { from: 76.23, width: 15.77 } });
  });

  it('draws the other side shorter where the words say higher', () => {
    const [one] = comparisonsIn([figure({ value: 13.8 }), figure({ value: 1.7, unit: '个百分点', qualifier: '高于', role: 'comparison', against: '全省' })]);
    expect(one!.bars.map(({ width }) => width)).toEqual([92, 80.67]);
  });

  it('finds the number that it was said of also where that is a comparison itself', () => {
    const share = figure({ value: 11.44, role: 'comparison', against: '湖北省' });
    const all = comparisonsIn([figure({ value: 2.02, unit: '个百分点', qualifier: '高于', role: 'comparison', against: '**' }), share]);
    expect(all.map(({ figures, bars }) => [figures[0]!.value, bars.length])).toEqual([[11.44, 2]]);
  });

  it('leaves an end open where the words give a bound', () => {
    const [one] = comparisonsIn([figure({ metric: '全国贡献率', value: 70, qualifier: '以上', role: 'comparison' }), figure({ metric: '我市贡献率', value: 50, qualifier: '不到' })]);
    expect(one).toMatchObject({ metric: '贡献率', against: '全国', bars: [{ of: 'own', end: 'below' }, { of: 'other', end: 'above' }] });
    expect(comparisonsIn([figure({ value: 0.5, unit: '', text: '一半', qualifier: '不到', role: 'comparison', against: '郑州' })])[0]!.bars)
      .toEqual([{ of: 'own', width: 46, end: 'below' }, { of: 'other', width: 92, end: 'exact' }]);
  });

  it.each([
    ['a difference alone', [figure({ value: 88.4, unit: '亿元', qualifier: '仅低于', role: 'comparison', against: '**' })]],
    ['a difference without direction', [figure({ value: 8.8 }), figure({ value: 0.6, unit: '个百分点', qualifier: '相差', role: 'comparison', against: '目标' })]],
    ['a number of another time', [figure({ period: '去年' }), figure({ value: 0.2, unit: '个百分点', qualifier: '低于', role: 'comparison', against: '全省' })]],
  ])('draws no bar for %s', (_, figures) => {
    expect(comparisonsIn(figures).map(({ bars, gap }) => ({ bars, gap }))).toEqual([{ bars: [], gap: null }]);
  });

  it('leaves out changes over time, which compare with nobody', () => {
    expect(comparisonsIn([figure({ value: 15.3 }), figure({ value: 18.3, unit: '个百分点', qualifier: '同比提高', role: 'comparison', against: '上年同期' })])).toEqual([]);
  });
});

describe('the matrix', () => {
  const sections = ['1', '2'].map((number) => ({ number }) as Section);
  const slogan = (slug: string, at: string[], measures: string[]) =>
    ({ slug, occurrences: at.map((section) => ({ section, slug, form: slug, ...range })), measures: measures.map((id) => ({ id, named: true })) }) as unknown as Slogan;
  const where: Record<string, string> = { T1: '1', T2: '2', T3: '2' };
  const rows = sloganMatrix([slogan('few', ['1', '1'], ['T1']), slogan('none', ['2'], []), slogan('many', ['1'], ['T2', 'T3'])], sections, (id) => commitment(id, where[id]!));

  it('puts the slogans with most measures first', () => {
    expect(rows.map((row) => row.slogan.slug)).toEqual(['many', 'few', 'none']);
  });

  it('counts occurrences and measures where they stand', () => {
    expect(rows.map(({ cells }) => cells.map((cell) => cell && [cell.occurrences.length, cell.measures.length])))
      .toEqual([[[1, 0], [0, 2]], [[2, 1], null], [null, [1, 0]]]);
  });

  it('shades by how many', () => {
    expect([0, 1, 2, 3, 4, 17].map(shadeOf)).toEqual([0, 1, 2, 2, 3, 3]);
  });
});

describe('the spread', () => {
  it('lays kinds side by side, in percent of the longest bar', () => {
    const own = [commitment('A', '1', { kind: 'target' }), commitment('B'), commitment('C')];
    expect(bandsOf(own, 4).map(({ n, from, width }) => [n, from, width])).toEqual([[1, 0, 25], [2, 25, 50], [0, 75, 0]]);
    expect(bandsOf([], 0).every(({ width }) => width === 0)).toBe(true);
  });
});
