import { describe, expect, it } from 'vitest';
import { formatNumeral, parseNumeral } from '../../src/corpus/numeral.ts';

describe('numerals', () => {
  it.each([[1, '一'], [9, '九'], [10, '十'], [11, '十一'], [20, '二十'], [35, '三十五'], [99, '九十九']])('%i is %s', (value, text) => {
    expect(formatNumeral(value)).toBe(text);
    expect(parseNumeral(text)).toBe(value);
  });

  it.each(['', '百', '一一', '十十', '零'])('“%s” is none', (text) => {
    expect(parseNumeral(text)).toBeNull();
  });

  it('has no ordinal for 0, 100 or 1.5', () => {
    for (const value of [0, 100, 1.5]) expect(() => formatNumeral(value)).toThrow(RangeError);
  });
});
