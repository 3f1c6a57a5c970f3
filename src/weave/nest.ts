/**
 * Ranges over one text → a tree that markup can be made of. Ranges may nest and may cross;
 * where two cross, one of them is drawn in two pieces.
 */

/** A stretch of the text that is to be drawn. */
export interface Mark<T> {
  readonly start: number;
  readonly end: number;
  /** A lower rank is kept whole where two ranges cross. */
  readonly rank: number;
  readonly value: T;
}

export interface Drawn<T> {
  readonly value: T;
  /** False for the second and later pieces of a range that was cut. */
  readonly first: boolean;
  /** False for the pieces before the last. */
  readonly last: boolean;
  readonly children: readonly Woven<T>[];
}

export type Woven<T> = string | Drawn<T>;

/** The tree of `text` between `start` and `end`; its text, read in order, is that stretch exactly. */
export function nest<T>(text: string, marks: readonly Mark<T>[], start = 0, end = text.length): Woven<T>[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  return level(text, [...inside].sort(outermostFirst(inside)), start, end);
}

/** Longer ranges hold shorter ones; a range of low rank that crosses another stays whole by holding it. */
function outermostFirst<T>(marks: readonly Mark<T>[]): (a: Mark<T>, b: Mark<T>) => number {
  const crossing = (mark: Mark<T>): boolean => marks.some((other) => other.rank > mark.rank && crosses(mark, other));
  const keptWhole = new Set(marks.filter(crossing));
  const weight = (mark: Mark<T>): number => (keptWhole.has(mark) ? 1 : 0);
  return (a, b) => weight(b) - weight(a) || b.end - b.start - (a.end - a.start) || a.rank - b.rank || a.start - b.start;
}

function crosses<T>(a: Mark<T>, b: Mark<T>): boolean {
  return (a.start < b.start && b.start < a.end && a.end < b.end) || (b.start < a.start && a.start < b.end && b.end < a.end);
}

function level<T>(text: string, marks: readonly Mark<T>[], start: number, end: number): Woven<T>[] {
  const tree: Woven<T>[] = [];
  let at = start;
  while (at < end) {
    const here = marks.filter((mark) => mark.end > at && mark.start < end);
    // The outermost of those that begin first, unless a weightier one begins inside it.
    const next = here.reduce<Mark<T> | null>((best, mark) => (best === null || Math.max(mark.start, at) < Math.max(best.start, at) ? mark : best), null);
    if (next === null) {
      tree.push(text.slice(at, end));
      break;
    }
    const from = Math.max(next.start, at);
    if (from > at) tree.push(text.slice(at, from));
    const weightier = here.slice(0, here.indexOf(next)).find((mark) => mark.start > from && mark.start < next.end && mark.end > next.end);
    const until = Math.min(next.end, weightier?.start ?? Infinity, end);
    tree.push({
      value: next.value,
      first: from === next.start,
      last: until === next.end,
      children: level(text, here.filter((mark) => mark !== next && mark.start < until), from, until),
    });
    at = until;
  }
  return tree;
}
