/**
 * The search key: what index, query and tests compare instead of the text itself.
 *
 * Each code point is put in its compatibility form (Unicode NFKC: ％ is %, ＋ is +) and in lower case;
 * white space falls away. It is done code point by code point, so that every place of the key belongs
 * to one place of the text, and a hit can be marked in the text as it stands.
 */

/** A key that remembers where in the text each of its characters comes from. */
export interface Keyed {
  readonly key: string;
  /** For each UTF-16 unit of the key, the unit of the text where its code point begins. */
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
    for (const unit of fold(character).split('')) {
      key += unit;
      from.push(at);
      to.push(next);
    }
    at = next;
  }
  return { key, from, to };
}

export function searchKey(text: string): string {
  let key = '';
  for (const character of text) key += fold(character);
  return key;
}

function fold(character: string): string {
  return character.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

/** A stretch of a text, in UTF-16 units. */
export interface Stretch { readonly start: number; readonly end: number }

/** Every place of a key in a text, overlapping ones included. */
export function placesIn({ key, from, to }: Keyed, wanted: string): Stretch[] {
  const places: Stretch[] = [];
  for (let at = key.indexOf(wanted); wanted !== '' && at !== -1; at = key.indexOf(wanted, at + 1)) {
    places.push({ start: from[at]!, end: to[at + wanted.length - 1]! });
  }
  return places;
}
