/** Blanks: names that the published source hides, standing as runs of `*`. */
import type { Range } from './range.ts';
import type { Line } from './outline.ts';

export function blanksIn(line: Line): Range[] {
  return [...line.text.matchAll(/\*+/g)].map((match) => ({
    line: line.n,
    start: match.index,
    end: match.index + match[0].length,
  }));
}
