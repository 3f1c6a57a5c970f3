/** Numbers in text: Chinese numerals from 一 to 九十九, the ordinals of a speech's parts, and runs of digits. */

const DIGITS = '〇一二三四五六七八九';

/** Characters a numeral is written with, for use inside a regular expression's brackets. */
export const NUMERAL = '一二三四五六七八九十';

/** `十二` → 12. Returns `null` for anything that is not a numeral from 一 to 九十九. */
export function parseNumeral(text: string): number | null {
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const [, tens, ten, ones] = match;
  return (ten ? 10 * (tens ? DIGITS.indexOf(tens) : 1) : 0) + (ones ? DIGITS.indexOf(ones) : 0);
}

/** 12 → `十二`. Throws a RangeError outside 1–99. */
export function formatNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) {
    throw new RangeError(`No ordinal numeral for ${value}; 1 to 99 are known.`);
  }
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (tens > 1 ? DIGITS[tens] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? DIGITS[ones] : '');
}

/** Every number that stands in digits: `8.8%，499个` → 8.8, 499. */
export function numbersIn(text: string): number[] {
  return Array.from(text.matchAll(/\d+(?:\.\d+)?/g), ([digits]) => Number(digits));
}
