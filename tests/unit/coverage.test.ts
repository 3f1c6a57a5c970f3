import { describe, expect, it } from 'vitest';
import { digitsIn, directiveClauses, pieceAround, quotationsIn } from '../../src/corpus/coverage.ts';
import type { Line } from '../../src/corpus/outline.ts';

const line = (text: string): Line => ({ n: 1, kind: 'paragraph', text });
const markers = (text: string): string[][] =>
  directiveClauses(line(text)).map((clause) => clause.markers.map(({ start, end }) => text.slice(start, end)));

describe('directive clauses', () => {
  it('splits at 。；：！ and line ends and lists each marker', () => {
    expect(markers('要抓好落实；经济总体向好。确保不发生事故，力争完成！')).toEqual([['要', '抓好', '落实'], ['确保', '力争']]);
  });

  it('reads from the left where markers share a character', () => {
    expect(markers('着力推进改革')).toEqual([['着力', '推进']]);
  });

  it.each(['主要指标重要', '需要我们反思的要素', '规划纲要', '只要有好的项目', '全市推进会'])('“%s” asks for nothing', (text) => {
    expect(markers(text)).toEqual([]);
  });
});

describe('places that must be accounted for', () => {
  it('finds pairs of quotation marks with their marks', () => {
    expect(quotationsIn(line('“稳”和“进”')).map(({ start, end }) => [start, end])).toEqual([[0, 3], [4, 7]]);
  });

  it('finds runs of digits with their decimals', () => {
    const text = 'PM2.5升9.6%，“9+2”，6.2：47.7';
    expect(digitsIn(line(text)).map(({ start, end }) => text.slice(start, end))).toEqual(['2.5', '9.6', '9', '2', '6.2', '47.7']);
  });

  it('shows the piece between commas', () => {
    const text = '一是抓项目，要确保落地，见效；二是';
    expect(pieceAround(text, { line: 1, start: 7, end: 9 })).toBe('要确保落地');
  });
});
