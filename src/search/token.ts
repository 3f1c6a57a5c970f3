/**
 * How exact search comes out of Pagefind.
 *
 * Pagefind finds words, and Chinese has none: cut by a dictionary, a text and a query are cut
 * differently, and what stands there is missed while what does not is “found”. So nothing is left to a
 * dictionary. The search keys (`key.ts`) of all texts are laid one after another into a few long
 * volumes, a text that stands in another only once (`volume.ts`). A volume is cut into one word for
 * every place in it, and Pagefind indexes volumes only; a query is cut by the same rules. Pagefind
 * tells at which places each word of the query stands; where they all stand as far from one another as
 * in the query, there the query stands, and nowhere else (`pagefind-index.ts`). A section, a task, a
 * slogan is a set of spans of a volume (`catalogue.ts`), and is a result exactly when such a place lies
 * in one of them (`match.ts`). Totals, groups, ranks and counts follow from the same numbers, for any
 * number of results; texts are loaded only to be shown, and then compared with the query once more
 * (`engine.ts`).
 *
 * A word is spelt in hexadecimal (四 is `56db`), so that no symbol, quotation mark or segmenter has a
 * say, and all words are equally long, so that none begins with another. In a small corpus a word is
 * one character. The larger the corpus, the longer the list of each: at 330,000 characters a query
 * loads a tenth more than stock Pagefind's, at 3.3 million half as much again, in five times the time.
 * There, a word is a character with the one after it, and a query needs every second of its pairs
 * only. (`plan.ts` draws the line where the cards of all records get too large to be loaded together.)
 *
 * Volumes rather than sections are indexed because Pagefind pays for each word in each record: pairs
 * make an index 14 % larger than stock Pagefind's by section and 6 % smaller in volumes, and the list
 * of records, which every first query loads, shrinks from 45 KB to 3. Pagefind's fragments, from which
 * it cuts excerpts, would hold these words; a card holds the text itself, and is smaller.
 */

/** How many characters make a word: chosen by the size of the corpus, recorded in the catalogue. */
export type Width = 1 | 2;

/** Ends every text of a volume. White space is in no key, so nothing runs from one text into the next. */
export const END = '\n';

/** A word, and how far from the beginning of a query it stands. */
export interface Piece { readonly word: string; readonly offset: number }

/** The words of a volume, one for each place. A volume ends with `END`, so that every character of a text begins a pair. */
export function tokens(key: string, width: Width): string[] {
  return cut(key, width, 1).map(({ word }) => word);
}

/** The fewest words that together are a query of at least `width` characters. */
export function pieces(key: string, width: Width): Piece[] {
  return cut(key, width, width);
}

/** The one way in which words are cut: every so many places, and a last one at the end. */
function cut(key: string, width: Width, step: number): Piece[] {
  const found: Piece[] = [];
  for (let at = 0; at < key.length - width + step; at += step) {
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
