/**
 * How exact search comes out of Pagefind.
 *
 * Pagefind finds words, and Chinese has none: cut by a dictionary, a text and a query are cut
 * differently, and what stands there is missed while what does not is “found”. So nothing is left to a
 * dictionary. All texts of the corpus are laid one after another into a few long *volumes* (`volume.ts`), a
 * text that stands in another only once; the search key (`key.ts`) of a volume is cut into one word for
 * every place in it, and only the volumes are indexed. A query is cut by the same function. Pagefind
 * tells at which places of which volume each of its words stands; where they stand in a row, as far from one another as in
 * the query, the query stands, and nowhere else. A section, a task, a slogan is a set of stretches of a volume (`catalogue.ts`),
 * and is a result exactly when such a place lies in one of them. Places, counts, names and ranks follow from the same numbers,
 * so no text is loaded but what is shown; and what is shown is compared with the query once more.
 *
 * A word is spelt in hexadecimal (四 is `56db`), so that no symbol, quotation mark or segmenter has a
 * say, and all words are equally long, so that none begins with another. In a small corpus a word is
 * one character. In a large one the lists of single characters grow long (at 330,000 characters a
 * query costs a third more than with Pagefind's own words): a word is a character and its successor, and a query needs only every second of its pairs.
 */

/** How many characters make a word: chosen by the size of the corpus, recorded in the catalogue. */
export type Width = 1 | 2;

/** Ends every text of a volume. White space is in no key, so nothing runs from one text into the next. */
export const END = '\n';

/** A word, and how far from the beginning of a query it stands. */
export interface Piece { readonly word: string; readonly offset: number }

/** The words of a volume, one for each place. A volume ends with `END`, so that every character of a text begins a pair. */
export function tokens(key: string, width: Width): string[] {
  return Array.from({ length: key.length - width + 1 }, (_, at) => spell(key.slice(at, at + width)));
}

/** The fewest words that together are a query of at least `width` characters. */
export function pieces(key: string, width: Width): Piece[] {
  const found: Piece[] = [];
  for (let at = 0; at < key.length; at += width) {
    const offset = Math.min(at, key.length - width);
    found.push({ word: spell(key.slice(offset, offset + width)), offset });
  }
  return found;
}

/** Four digits a character (a UTF-16 unit, as places are counted). */
export function spell(characters: string): string {
  let word = '';
  for (let i = 0; i < characters.length; i++) word += characters.charCodeAt(i).toString(16).padStart(4, '0');
  return word;
}
