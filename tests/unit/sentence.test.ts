/** Sentences: their ends, and that nothing of the text falls between them. */
import { describe, expect, it } from 'vitest';
import { sentenceAround, sentencesOf } from '../../src/corpus/sentence.ts';

const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it.each([
    ['一要抓。二要干！三要快？', ['一要抓。', '二要干！', '三要快？']],
    ['他说“要抓。”然后干；再干', ['他说“要抓。”', '然后干；', '再干']],
    ['没有句号', ['没有句号']],
    ['', []],
  ])('%s', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
    expect(cut(text).join('')).toBe(text);
  });
});

describe('sentenceAround', () => {
  const text = '甲。乙丙；丁';
  it.each([
    [0, 1, '甲。'],
    [2, 3, '乙丙；'],
    [5, 6, '丁'],
    [0, 3, '甲。乙丙；'],
    [1, 2, '甲。'],
  ])('from %i to %i', (start, end, sentence) => {
    const around = sentenceAround(text, { line: 1, start, end });
    expect(text.slice(around.start, around.end)).toBe(sentence);
  });
});
