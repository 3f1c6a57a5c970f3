/** Where the title of the speech may break. */
import { expect, it } from 'vitest';
import { titleWords } from '../../src/site/title.ts';

it('a title breaks between words, and says what it said', () => {
  const title = '在全市产业转型攻坚推进会暨上半年重点工作推进会议上的讲话';
  const words = titleWords(title);
  expect(words.join('')).toBe(title);
  expect(words).toEqual(expect.arrayContaining(['上半年', '重点', '工作', '讲话']));
  expect(words.every(({ length }) => length > 1)).toBe(true);
  expect(titleWords('')).toEqual([]);
});
