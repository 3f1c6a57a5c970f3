/** Terms against one record: whether they stand in it, where, and how well. Pure: no index, no DOM. */
import { keyed, placesIn, type Keyed, type Stretch } from './key.ts';
import type { Term } from './query.ts';
import type { RecordText, SearchRecord } from './record.ts';

/** A text of a record with the places of the terms in it. */
export interface TextMatch {
  readonly text: RecordText;
  readonly places: readonly Stretch[];
}

export interface Match {
  readonly record: SearchRecord;
  /** The texts that hold a term, in their order. */
  readonly texts: readonly TextMatch[];
  /** How often the terms occur. */
  readonly count: number;
  readonly score: number;
}

const memory = new WeakMap<RecordText, Keyed>();

function keyOf(text: RecordText): Keyed {
  const known = memory.get(text) ?? keyed(text.text);
  memory.set(text, known);
  return known;
}

/** The match of a record, or `null` unless every term stands in one of its texts. */
export function matchRecord(record: SearchRecord, terms: readonly Pick<Term, 'key'>[]): Match | null {
  const found = new Map<RecordText, Stretch[]>();
  let score = 0;
  let count = 0;
  for (const { key } of terms) {
    let best = 0;
    for (const text of record.texts) {
      const places = placesIn(keyOf(text), key);
      if (places.length === 0) continue;
      count += places.length;
      found.set(text, [...(found.get(text) ?? []), ...places]);
      best = Math.max(best, weight(text, key, places.length));
    }
    if (best === 0) return null;
    score += best;
  }
  return {
    record, count, score,
    texts: record.texts.filter((text) => found.has(text)).map((text) => ({ text, places: merged(found.get(text)!) })),
  };
}

/** A name that is the term outweighs one that begins with it, that one any name, and a name any text. */
function weight(text: RecordText, key: string, occurrences: number): number {
  const whole = keyOf(text).key;
  if (!text.name) return 1 + Math.min(occurrences, 50) / 100;
  if (whole === key) return 1000;
  return (whole.startsWith(key) ? 20 : 10) + key.length / whole.length;
}

function merged(places: readonly Stretch[]): Stretch[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** Best first; of equals, the order of the speech. */
export function rank(matches: readonly Match[]): Match[] {
  return matches.map((match, i) => ({ match, i })).sort((a, b) => b.match.score - a.match.score || a.i - b.i).map(({ match }) => match);
}

/** A piece of an excerpt; `hit` pieces are the searched words. */
export interface Piece { readonly text: string; readonly hit: boolean }

const BEFORE = 24;
const LENGTH = 96;

/** The text around the first hit, hits marked, cut ends shown by `…`. */
export function excerpt({ text: { text }, places }: TextMatch): Piece[] {
  const first = places[0]!;
  let start = Math.max(0, first.start - BEFORE);
  const clause = text.slice(start, first.start).search(/[。；！？][^。；！？]*$/);
  if (clause !== -1) start += clause + 1;
  const end = Math.min(text.length, Math.max(start + LENGTH, first.end));
  const pieces: Piece[] = [];
  const add = (piece: string, hit: boolean): void => {
    if (piece !== '') pieces.push({ text: piece, hit });
  };
  add(start > 0 ? '…' : '', false);
  let at = start;
  for (const place of places) {
    if (place.start >= end) break;
    add(text.slice(at, place.start), false);
    add(text.slice(Math.max(at, place.start), Math.min(place.end, end)), true);
    at = Math.min(place.end, end);
  }
  add(text.slice(at, end) + (end < text.length ? '…' : ''), false);
  return pieces;
}
