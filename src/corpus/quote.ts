/**
 * Quotes in text: a W3C Web Annotation TextQuoteSelector, held to occur exactly once.
 * https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
import type { Line } from './outline.ts';
import { placesOf, type Range } from './range.ts';

export interface Quote {
  /** The words themselves. */
  readonly exact: string;
  /** Words right before, when the words alone stand in several places. */
  readonly prefix?: string | undefined;
  /** Words right after. */
  readonly suffix?: string | undefined;
}

export type Located =
  | { readonly kind: 'found'; readonly range: Range }
  | { readonly kind: 'missing'; readonly near: Near | null }
  | { readonly kind: 'ambiguous'; readonly places: readonly Range[] };

/** The most similar words that do stand in the text. */
export interface Near {
  readonly range: Range;
  readonly text: string;
}

/** Finds a quote in the lines of its section. A quote never crosses a line end. */
export function locate(lines: readonly Line[], quote: Quote): Located {
  const before = quote.prefix ?? '';
  const whole = before + quote.exact + (quote.suffix ?? '');
  const places = lines.flatMap((line) =>
    placesOf(whole, line.text).map((at): Range => ({
      line: line.n,
      start: at + before.length,
      end: at + before.length + quote.exact.length,
    })),
  );
  if (places.length === 1) return { kind: 'found', range: places[0]! };
  if (places.length > 1) return { kind: 'ambiguous', places };
  return { kind: 'missing', near: nearest(lines, whole) };
}

/** More than this share of characters off, and a place is no near match any more. */
const NEAR_SHARE = 0.4;

/**
 * The stretch of text with the smallest edit distance to `wanted` (Sellers 1980: the
 * distance table with a free start), or `null` where nothing is close.
 */
function nearest(lines: readonly Line[], wanted: string): Near | null {
  let best: { distance: number; range: Range; text: string } | null = null;
  for (const line of lines) {
    const { distance, start, end } = nearestIn(line.text, wanted);
    if (best === null || distance < best.distance) {
      best = { distance, range: { line: line.n, start, end }, text: line.text.slice(start, end) };
    }
  }
  return best && best.distance <= NEAR_SHARE * wanted.length ? best : null;
}

function nearestIn(text: string, wanted: string): { distance: number; start: number; end: number } {
  // column[i]: cost of matching wanted[0..i] to some stretch ending here, and where that stretch starts.
  let column = Array.from({ length: wanted.length + 1 }, (_, i) => ({ cost: i, start: 0 }));
  let best = { distance: wanted.length, start: 0, end: 0 };
  for (let at = 0; at < text.length; at++) {
    const next = [{ cost: 0, start: at + 1 }];
    for (let i = 1; i <= wanted.length; i++) {
      const same = text[at] === wanted[i - 1] ? 0 : 1;
      const diagonal = column[i - 1]!;
      const start = i === 1 ? at : diagonal.start;
      let cell = { cost: diagonal.cost + same, start };
      if (column[i]!.cost + 1 < cell.cost) cell = { cost: column[i]!.cost + 1, start: column[i]!.start };
      if (next[i - 1]!.cost + 1 < cell.cost) cell = { cost: next[i - 1]!.cost + 1, start: next[i - 1]!.start };
      next.push(cell);
    }
    column = next;
    const end = column[wanted.length]!;
    if (end.cost < best.distance) best = { distance: end.cost, start: end.start, end: at + 1 };
  }
  return best;
}
