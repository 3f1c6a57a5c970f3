/** The sentence around words: what a reader needs to see them in. */
import type { Range } from './range.ts';

/**
 * The sentence (up to 。！？ or ；, closing marks included) that holds `range`.
 * A 。 inside quotation marks ends the sentence with the mark after it.
 */
export function sentenceAround(text: string, range: Range): Range {
  let start = 0;
  let end = text.length;
  for (const match of text.matchAll(/[。！？；][”）]*/g)) {
    const after = match.index + match[0].length;
    if (after <= range.start) start = after;
    if (after >= range.end) {
      end = after;
      break;
    }
  }
  return { line: range.line, start, end };
}
