/**
 * The engine, in the browser: asks the index where the terms of a query stand, and finds in the catalogue
 * which records hold them. What it says is exact, or an error.
 */
import { start } from 'virtual:pagefind';
import { unpackEntries, type Card, type Catalogue, type Entry } from './catalogue.ts';
import { hitTexts, type TextHits } from './excerpt.ts';
import { fetchJson } from './fetch-json.ts';
import { keyed, searchKey } from './key.ts';
import { matchAll, type Found, type Located } from './match.ts';
import { PagefindIndex, runsPagefind } from './pagefind-index.ts';
import type { PlaceIndex } from './places.ts';
import { PlainIndex } from './plain-index.ts';
import { readQuery, type Term } from './query.ts';

/** Where the files are. */
export interface Addresses {
  /** The folder `pagefind/`. */
  readonly pagefind: string;
  /** The file `search/catalogue.json`, as an absolute address. */
  readonly catalogue: string;
}

export interface Answer {
  readonly query: string;
  /** The keys that were looked for, after marks were left out where the text has none. */
  readonly keys: readonly string[];
  /** The records that hold all terms, best first. */
  readonly found: readonly Found[];
  /** True where marks around a term were left out because it does not stand in marks. */
  readonly unquoted: boolean;
}

/** Something that occurs, and in how many records. */
export interface TermCount { readonly text: string; readonly records: number }

/** What is shown of a record that was found. */
export interface Shown { readonly found: Found; readonly card: Card; readonly texts: readonly TextHits[] }

export class SearchEngine {
  readonly #index: PlaceIndex;
  readonly #base: string;
  readonly #entries: readonly Entry[];
  readonly #cards = new Map<number, Promise<Card>>();
  /** True when all cards are here, so that showing costs nothing. */
  readonly atHand: boolean;

  private constructor(index: PlaceIndex, base: string, { entries, cards }: Catalogue) {
    this.#index = index;
    this.#base = base;
    this.#entries = unpackEntries(entries);
    this.atHand = cards !== undefined;
    cards?.forEach((card, n) => this.#cards.set(n, Promise.resolve(card)));
  }

  /**
   * Loads the catalogue; meanwhile, the index loads what it needs.
   * @throws when the catalogue is not to be had
   */
  static async load({ pagefind, catalogue: base }: Addresses): Promise<SearchEngine> {
    const beside = (file: string): string => new URL(file, base).href;
    const started = runsPagefind() ? start({ basePath: pagefind }) : null;
    // An old catalogue out of the cache would not fit a new index.
    const catalogue = await fetchJson<Catalogue>(base, { cache: 'no-cache' });
    const index = started
      ? new PagefindIndex(started, catalogue, beside('alphabet.json'))
      : await PlainIndex.load(beside('volumes.json'));
    return new SearchEngine(index, base, catalogue);
  }

  /**
   * The records that hold every term of a query.
   * @throws when a piece of the index is not to be had
   */
  async search(query: string): Promise<Answer> {
    const terms = readQuery(query);
    const located = await Promise.all(terms.map((term) => this.#locate(term)));
    return {
      query,
      keys: located.map(({ key }) => key),
      found: matchAll(this.#entries, located),
      unquoted: located.some(({ key }, i) => key !== terms[i]!.key),
    };
  }

  /** Where nothing holds all terms, what does occur: each term, or the longest pieces of one that does not. */
  async nearest(query: string): Promise<TermCount[]> {
    const nearest = await Promise.all(readQuery(query).map(async ({ text }) => {
      const records = await this.#count(text);
      return records > 0 ? [{ text, records }] : this.#longestPieces(text);
    }));
    return nearest.flat().filter(({ text }, i, all) => all.findIndex((other) => other.text === text) === i);
  }

  /**
   * What to show of a record that was found.
   * @throws when its card is not to be had, or does not hold what the index says
   */
  async show(found: Found, keys: readonly string[]): Promise<Shown> {
    const card = await this.#card(found.entry.n);
    const texts = hitTexts(card, keys);
    const held = keys.filter((key) => card.texts.some(({ text }) => searchKey(text).includes(key))).length;
    if (held !== found.termsInTexts) throw new Error(`The card of ${card.url} does not fit the index.`);
    return { found, card, texts };
  }

  /** Forgets what the index remembers. For measurements. */
  forget(): void {
    this.#index.forget();
  }

  #card(n: number): Promise<Card> {
    let card = this.#cards.get(n);
    if (!card) {
      card = fetchJson<Card>(new URL(`cards/${n}.json`, this.#base).href);
      card.catch(() => this.#cards.delete(n));
      this.#cards.set(n, card);
    }
    return card;
  }

  /** A term with its places: with its marks, or else the words inside them. */
  async #locate({ key, inner }: Term): Promise<Located> {
    const places = await this.#index.placesOf(key);
    return places.size > 0 || inner === null ? { key, places } : { key: inner, places: await this.#index.placesOf(inner) };
  }

  /** The pieces of a term that occur, each as long as can be, from two characters. */
  async #longestPieces(term: string): Promise<TermCount[]> {
    const { key, from, to } = keyed(term);
    const found: TermCount[] = [];
    let start = 0;
    while (start < key.length - 1) {
      let best: TermCount | null = null;
      let end = start + 2;
      for (; end <= key.length; end++) {
        const text = term.slice(from[start], to[end - 1]);
        const records = await this.#count(text);
        if (records === 0) break;
        best = { text, records };
      }
      if (best) found.push(best);
      start = best ? end - 1 : start + 1;
    }
    return found;
  }

  async #count(text: string): Promise<number> {
    const key = searchKey(text);
    return matchAll(this.#entries, [{ key, places: await this.#index.placesOf(key) }]).length;
  }
}
