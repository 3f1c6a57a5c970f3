import { describe, expect, it } from 'vitest';
import { dateIn, isCalendarDate } from '../../src/corpus/deadline.ts';

describe('dates in words', () => {
  it.each([
    ['10月底前', '2022-10-31', true],
    ['9月底前', '2022-09-30', true],
    ['2月底', '2022-02-28', true],
    ['7月9日', '2022-07-09', true],
    ['2021年底', '2021-12-31', false],
    ['2023年3月15日前', '2023-03-15', false],
    ['年底前', '2022-12-31', true],
  ])('“%s” is %s', (words, date, yearFromSpeech) => {
    expect(dateIn(words, 2022)).toEqual({ date, yearFromSpeech });
  });

  it.each(['3到5年', '5月份', '三季度', '去年底', '2022年', '尽快', '13月底', '2月30日'])('“%s” is none', (words) => {
    expect(dateIn(words, 2022)).toBeNull();
  });

  it('knows the calendar', () => {
    expect(['2022-10-31', '2024-02-29'].every(isCalendarDate)).toBe(true);
    expect(['2022-02-30', '2023-02-29', '2022-13-01', '2022-1-1', '10月底'].some(isCalendarDate)).toBe(false);
  });
});
