/** Where words stand: a stretch of one line of the source. */

export interface Range {
  /** The line of the source, from 1. */
  readonly line: number;
  /** First UTF-16 unit of the stretch within its line. */
  readonly start: number;
  /** The unit after the last. */
  readonly end: number;
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.line === inner.line && outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Range, b: Range): boolean {
  return a.line === b.line && a.start < b.end && b.start < a.end;
}

/** Order of reading; of two that start together the longer comes first. */
export function byPosition(a: Range, b: Range): number {
  return a.line - b.line || a.start - b.start || b.end - a.end;
}

/** Every place of `needle` in `text`, overlapping ones included. An empty needle has none. */
export function placesOf(needle: string, text: string): number[] {
  const places: number[] = [];
  if (needle === '') return places;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) places.push(at);
  return places;
}

/** Every place of some words in a line, overlapping ones included. */
export function rangesOf(words: string, line: { readonly n: number; readonly text: string }): Range[] {
  return placesOf(words, line.text).map((start) => ({ line: line.n, start, end: start + words.length }));
}
