/** Places of terms against the records: which hold them all, and how well. Pure: no index, no DOM. */
import type { Entry, Span } from './catalogue.ts';
import { firstFrom, type Places } from './places.ts';

/** A term with its places. */
export interface Located { readonly key: string; readonly places: Places }

/** A record that holds every term. */
export interface Found {
  readonly entry: Entry;
  /** In how many places the terms stand in it. */
  readonly count: number;
  /** How many of the terms stand in its texts; the others stand in its names only. */
  readonly termsInTexts: number;
  /** A term is one of its names. */
  readonly exact: boolean;
  readonly score: number;
}

/** The places of a key that lie in a span. */
export function within({ at, length }: Span, key: string, places: readonly number[]): readonly number[] {
  const last = at + length - key.length;
  return places.slice(firstFrom(places, at), firstFrom(places, last + 1));
}

/** The records that hold every term, best first; of equals, in their own order. */
export function matchAll(entries: readonly Entry[], terms: readonly Located[]): Found[] {
  const found = terms.length === 0 ? [] : entries.map((entry) => match(entry, terms)).filter((one): one is Found => one !== null);
  return found.sort((a, b) => b.score - a.score || a.entry.n - b.entry.n);
}

function match(entry: Entry, terms: readonly Located[]): Found | null {
  let count = 0;
  let termsInTexts = 0;
  let score = 0;
  let exact = false;
  for (const { key, places } of terms) {
    const own = places.get(entry.volume);
    if (!own) return null;
    const inTexts = entry.texts.flatMap((span) => within(span, key, own));
    // What a name says may stand in a text as well: that is one place, not two.
    const all = new Set([...inTexts, ...entry.names.flatMap((span) => within(span, key, own))]);
    if (all.size === 0) return null;
    const named = Math.max(0, ...entry.names.map((name) => nameWeight(name, key, own)));
    count += all.size;
    termsInTexts += inTexts.length > 0 ? 1 : 0;
    score += Math.max(named, 1 + Math.min(all.size, 50) / 100);
    exact = exact || named === WHOLE_NAME;
  }
  return { entry, count, termsInTexts, exact, score };
}

const WHOLE_NAME = 1000;

/** A name that is the term outweighs one that begins with it, that one any other name, and a name any text. */
function nameWeight(name: Span, key: string, places: readonly number[]): number {
  const [first] = within(name, key, places);
  if (first === undefined) return 0;
  if (name.length === key.length) return WHOLE_NAME;
  return (first === name.at ? 20 : 10) + key.length / name.length;
}
