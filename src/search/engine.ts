/**
 * The engine, in the browser: asks Pagefind for the places of words, joins them into places of the
 * query, and finds in the catalogue which records they lie in. What it says is exact, or an error.
 */
import { createInstance, type Pagefind } from 'virtual:pagefind';
import { unpackEntries, type Card, type Catalogue, type Entry } from './catalogue.ts';
import { hitTexts, type TextHits } from './excerpt.ts';
import { keyed, searchKey } from './key.ts';
import { joinPlaces, matchAll, type Found, type Located, type Places } from './match.ts';
import { readQuery, type Term } from './query.ts';
import { pieces, spell, type Width } from './token.ts';

/** Where the files are. */
export interface Addresses {
  /** The folder `pagefind/`. */
  readonly pagefind: string;
  /** The file `search/catalogue.json`. */
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

const NOWHERE: Places = new Map();

export class SearchEngine {
  readonly #pagefind: Pagefind;
  readonly #base: string;
  readonly #width: Width;
  readonly #entries: readonly Entry[];
  /** Pagefind's name of a volume → its number. */
  readonly #volumes: ReadonlyMap<string, number>;
  readonly #cards = new Map<number, Promise<Card>>();
  /** True when all cards are here, so that showing costs nothing. */
  readonly atHand: boolean;
  /** Places of words: the same words come again with every letter that is typed. */
  readonly #places = new Map<string, Promise<Places>>();

  private constructor(pagefind: Pagefind, base: string, { width, volumes, entries, cards }: Catalogue) {
    this.#pagefind = pagefind;
    this.#base = base;
    this.#width = width;
    this.#volumes = new Map(volumes.map((name, n) => [name, n]));
    this.#entries = unpackEntries(entries);
    this.atHand = cards !== undefined;
    cards?.forEach((card, n) => this.#cards.set(n, Promise.resolve(card)));
  }

  /**
   * Loads the catalogue, and sets Pagefind to load its own.
   * @throws when the catalogue is not to be had
   */
  static async load({ pagefind, catalogue }: Addresses): Promise<SearchEngine> {
    // A worker would load the engine a second time, for queries that take a millisecond.
    const instance = createInstance({ basePath: pagefind, noWorker: true });
    // An old catalogue out of the cache would not fit a new index.
    return new SearchEngine(instance, catalogue, await fetchJson<Catalogue>(catalogue, { cache: 'no-cache' }));
  }

  /**
   * The records that hold every term of a query.
   * @throws when a piece of the index is not to be had
   */
  async search(query: string): Promise<Answer> {
    const terms = readQuery(query);
    const located = await Promise.all(terms.map((term) => this.#locate(term)));
    const found = matchAll(this.#entries, located);
    return {
      query, found,
      keys: located.map(({ key }) => key),
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

  /** Forgets the places of words, so that the next search works for its answer. For measurements. */
  forget(): void {
    this.#places.clear();
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
    const places = await this.#placesOf(key);
    return places.size > 0 || inner === null ? { key, places } : { key: inner, places: await this.#placesOf(inner) };
  }

  /** Where a key stands: where its words stand as they do in it. */
  async #placesOf(key: string): Promise<Places> {
    if (key.length < this.#width) return this.#remember(key, () => this.#placesOfCharacter(key));
    return joinPlaces(await Promise.all(pieces(key, this.#width).map(async ({ word, offset }) => ({
      offset, places: await this.#remember(word, () => this.#placesOfWord(word)),
    }))));
  }

  #remember(what: string, find: () => Promise<Places>): Promise<Places> {
    let places = this.#places.get(what);
    if (!places) {
      places = find();
      places.catch(() => this.#places.delete(what));
      this.#places.set(what, places);
    }
    return places;
  }

  /**
   * In quotation marks, Pagefind says exactly which volumes hold a word, and one place in each; without,
   * it says all places, but goes for similar words where there is none.
   */
  async #placesOfWord(word: string): Promise<Places> {
    const { results } = await this.#pagefind.search(`"${word}"`);
    return results.length === 0 ? NOWHERE : this.#placesFrom(word);
  }

  /** In an index of pairs, one character stands where any pair stands that begins with it. */
  async #placesOfCharacter(character: string): Promise<Places> {
    const alphabet = await fetchJson<string[]>(new URL('alphabet.json', this.#base).href);
    const start = spell(character);
    if (!alphabet.includes(start)) return NOWHERE;
    // Pagefind loads the piece of the index that a word would be in: so all words that can be.
    await this.#pagefind.preload(alphabet.map((next) => start + next).join(' '));
    return this.#placesFrom(start);
  }

  async #placesFrom(words: string): Promise<Places> {
    const { results } = await this.#pagefind.search(words);
    return new Map(results.map(({ id, words: places }) => {
      const volume = this.#volumes.get(id);
      if (volume === undefined) throw new Error(`The catalogue has no volume ${id}: it is of another build than the index.`);
      return [volume, [...places].sort((a, b) => a - b)];
    }));
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
    return matchAll(this.#entries, [{ key, places: await this.#placesOf(key) }]).length;
  }
}

async function fetchJson<T>(address: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return (await response.json()) as T;
}
