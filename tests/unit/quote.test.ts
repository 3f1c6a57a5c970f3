import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/corpus/outline.ts';
import { locate } from '../../src/corpus/quote.ts';

const lines: Line[] = [
  { n: 10, kind: 'paragraph', text: '10月底前编制完成自创区**片区发展规划纲要，优化空间布局。' },
  { n: 11, kind: 'paragraph', text: '要加快推进，要加快落实，要加快推进。' },
];

describe('quotes', () => {
  it('finds words that stand once', () => {
    expect(locate(lines, { exact: '自创区**片区' })).toEqual({ kind: 'found', range: { line: 10, start: 9, end: 16 } });
  });

  it('counts every place, overlapping ones included', () => {
    expect(locate(lines, { exact: '要加快推进' })).toMatchObject({ kind: 'ambiguous', places: [{ start: 0 }, { start: 12 }] });
    expect(locate([{ n: 1, kind: 'paragraph', text: '好好好' }], { exact: '好好' })).toMatchObject({ kind: 'ambiguous', places: [{ start: 0 }, { start: 1 }] });
  });

  it('tells places apart by prefix and suffix, and gives the words only', () => {
    expect(locate(lines, { exact: '要加快推进', prefix: '落实，' })).toEqual({ kind: 'found', range: { line: 11, start: 12, end: 17 } });
    expect(locate(lines, { exact: '要加快推进', suffix: '，' })).toEqual({ kind: 'found', range: { line: 11, start: 0, end: 5 } });
  });

  it('says where words nearly match', () => {
    expect(locate(lines, { exact: '10月底前编制完成自创区片区发展规化纲要' })).toMatchObject({
      kind: 'missing', near: { range: { line: 10 }, text: '10月底前编制完成自创区**片区发展规划纲要' },
    });
  });

  it('offers nothing where nothing is near', () => {
    expect(locate(lines, { exact: '完全不相干的一句话' })).toEqual({ kind: 'missing', near: null });
  });
});
