/**
 * How exact search comes out of Pagefind.
 *
 * Pagefind finds words, and Chinese has none: cut by a dictionary, a text and a query are cut
 * differently, and what stands there is missed while what does not is “found”. So nothing is left to a
 * dictionary: the search key (`key.ts`) of every text is cut into single code points, each written as a
 * word of its own, and a query is cut by the same function and asked for as an exact phrase. A phrase of
 * single characters in a row is a substring, no more and no less. Words are spelt in letters and digits
 * (`四` is `u56db`), so that no symbol, quotation mark or segmenter has a say; lines of one record are
 * kept apart by a word that no query contains.
 */

/** Stands between the texts of one record, so that no phrase runs from one into the next. */
export const BOUNDARY = 'zz';

/** The words of a search key, for the index and for the query alike. */
export function tokens(key: string): string[] {
  return Array.from(key, (character) => `u${character.codePointAt(0)!.toString(36)}`);
}

/** What Pagefind indexes of a record. */
export function indexed(keys: readonly string[]): string {
  return keys.map((key) => tokens(key).join(' ')).join(` ${BOUNDARY} `);
}

/** What Pagefind is asked: an exact phrase. */
export function phrase(key: string): string {
  return `"${tokens(key).join(' ')}"`;
}
