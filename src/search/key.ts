/**
 * The search key: what index, query and tests compare instead of the text itself.
 *
 * Each code point is put in its compatibility form (Unicode NFKC: ％ is %, ＋ is +) and in lower case;
 * white space falls away. It is done code point by code point, so that every place of the key belongs
 * to one place of the text, and a hit can be marked in the text as it stands. Places are counted in
 * UTF-16 units, as strings count them.
 */

/** A key that remembers where in the text each of its characters comes from. */
export interface Keyed {
  readonly key: string;
  /** For each unit of the key, the unit of the text where its code point begins. */
  readonly from: readonly number[];
  /** Likewise, the unit of the text after its code point. */
  readonly to: readonly number[];
}

export function keyed(text: string): Keyed {
  let key = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of text) {
    const next = at + character.length;
    const folded = fold(character);
    for (let i = 0; i < folded.length; i++) {
      from.push(at);
      to.push(next);
    }
    key += folded;
    at = next;
  }
  return { key, from, to };
}

export function searchKey(text: string): string {
  let key = '';
  for (const character of text) key += fold(character);
  return key;
}

/** A corpus has few different characters and many of each. */
const known = new Map<string, string>();

function fold(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = character.normalize('NFKC').toLowerCase().replace(/\s/g, '');
    known.set(character, folded);
  }
  return folded;
}

/** A stretch of a text, in UTF-16 units. */
export interface Stretch { readonly start: number; readonly end: number }

/** Every place of a key in a text, overlapping ones included. */
export function placesIn({ key, from, to }: Keyed, wanted: string): Stretch[] {
  return occurrences(key, wanted).map((at) => ({ start: from[at]!, end: to[at + wanted.length - 1]! }));
}

/** Where a key begins in another, overlapping places included. */
export function occurrences(key: string, wanted: string): number[] {
  const found: number[] = [];
  for (let at = key.indexOf(wanted); wanted !== '' && at !== -1; at = key.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

/** Overlapping and touching stretches as one. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
