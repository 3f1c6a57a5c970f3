/** What to show of a record that was found: its texts that hold the terms, cut around them, the terms marked. */
import type { Card } from './catalogue.ts';
import { keyed, merged, placesIn, type Keyed, type Stretch } from './key.ts';
import type { RecordText } from './record.ts';

/** A text of a record, and where each of the terms stands in it. */
export interface TextHits {
  readonly text: RecordText;
  /** For each term that stands in the text, its places. */
  readonly hits: readonly (readonly Stretch[])[];
}

/** A piece of a text; `hit` pieces are the searched words. */
export interface Piece { readonly text: string; readonly hit: boolean }

/** Texts are loaded once and searched at every letter that is typed. */
const memory = new WeakMap<RecordText, Keyed>();

/** The texts of a record that hold a term, in their order. */
export function hitTexts({ texts }: Card, keys: readonly string[]): TextHits[] {
  return texts.map((text): TextHits => {
    const whole = memory.get(text) ?? keyed(text.text);
    memory.set(text, whole);
    return { text, hits: keys.map((key) => placesIn(whole, key)).filter(({ length }) => length > 0) };
  }).filter(({ hits }) => hits.length > 0);
}

/** A whole short text, such as a title, with the terms marked. */
export function marked(text: string, keys: readonly string[]): Piece[] {
  const whole = keyed(text);
  return cut(text, { start: 0, end: text.length }, merged(keys.flatMap((key) => placesIn(whole, key))));
}

/** How many characters before the first hit may be shown, and how many in all. */
const BEFORE = 24;
const LENGTH = 96;

/**
 * The text around the first place of each term; its beginning, where it holds none. Cut ends are
 * shown by `…`; nothing else is added or dropped.
 */
export function excerpt({ text: { text }, hits }: TextHits): Piece[] {
  const room = Math.max(LENGTH / Math.max(hits.length, 1), 2 * BEFORE);
  const firsts = hits.length > 0 ? hits.map((places) => places[0]!) : [{ start: 0, end: 0 }];
  const windows = merged(firsts.map((first) => {
    const start = clauseStart(text, Math.max(0, first.start - BEFORE), first.start);
    return { start, end: whole(text, Math.min(text.length, Math.max(start + room, first.end))) };
  }));
  const all = merged(hits.flat());
  return [
    ...windows.flatMap((window) => [...(window.start > 0 ? [ELLIPSIS] : []), ...cut(text, window, all)]),
    ...(windows[windows.length - 1]!.end < text.length ? [ELLIPSIS] : []),
  ];
}

const ELLIPSIS: Piece = { text: '…', hit: false };

/** The beginning of the clause that runs into `until`, not before `from`. */
function clauseStart(text: string, from: number, until: number): number {
  const clause = text.slice(from, until).search(/[。；！？][^。；！？]*$/);
  return whole(text, clause === -1 ? from : from + clause + 1);
}

/** A place that is not inside a character. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}

/** A window of a text in pieces, hit and not. */
function cut(text: string, { start, end }: Stretch, hits: readonly Stretch[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number, hit: boolean): void => {
    if (from < to) pieces.push({ text: text.slice(from, to), hit });
  };
  let at = start;
  for (const hit of hits) {
    if (hit.end <= start || hit.start >= end) continue;
    add(at, Math.max(at, hit.start), false);
    add(Math.max(at, hit.start), Math.min(hit.end, end), true);
    at = Math.min(hit.end, end);
  }
  add(at, end, false);
  return pieces;
}
