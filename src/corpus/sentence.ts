/** Sentences: what a reader needs to see words in, and what a voice reads at one breath. */
import type { Range } from './range.ts';

/** A sentence ends with 。！？ or ；, closing marks included: a 。 inside quotation marks ends it with the mark after it. */
const END = /[。！？；][”）]*/g;

/** Where the sentences of a text begin and end, in order; together they are the text. */
export function sentencesOf(text: string): { readonly start: number; readonly end: number }[] {
  const ends = Array.from(text.matchAll(END), (match) => match.index + match[0].length);
  if (ends[ends.length - 1] !== text.length) ends.push(text.length);
  return ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end })).filter(({ start, end }) => start < end);
}

/** The sentence that holds `range`, or the sentences from the one it starts in to the one it ends in. */
export function sentenceAround(text: string, range: Range): Range {
  const sentences = sentencesOf(text);
  const first = sentences.find(({ end }) => end > range.start);
  const last = sentences.find(({ end }) => end >= range.end);
  return { line: range.line, start: first?.start ?? 0, end: last?.end ?? text.length };
}
