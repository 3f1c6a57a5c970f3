/** Places out of Pagefind's index: those of a query's words, joined. How, says `token.ts`. */
import type { Pagefind } from 'virtual:pagefind';
import type { Catalogue } from './catalogue.ts';
import { fetchJson } from './fetch-json.ts';
import { joinPlaces, NOWHERE, type PlaceIndex, type Places } from './places.ts';
import { pieces, spell, type Width } from './token.ts';

export class PagefindIndex implements PlaceIndex {
  readonly #pagefind: Pagefind;
  readonly #width: Width;
  /** Pagefind's name of a volume → its number. */
  readonly #volumes: ReadonlyMap<string, number>;
  readonly #alphabetAddress: string;
  /** Places of words: the same words come again with every letter that is typed. */
  readonly #known = new Map<string, Promise<Places>>();

  /** @param alphabetAddress that of `alphabet.json` */
  constructor(pagefind: Pagefind, { width, volumes }: Pick<Catalogue, 'width' | 'volumes'>, alphabetAddress: string) {
    this.#pagefind = pagefind;
    this.#width = width;
    this.#volumes = new Map(volumes.map((name, n) => [name, n]));
    this.#alphabetAddress = alphabetAddress;
  }

  /** @throws when a piece of the index is not to be had, or is of another build than the catalogue */
  async placesOf(key: string): Promise<Places> {
    if (key.length < this.#width) return this.#remember(key, () => this.#placesOfCharacter(key));
    return joinPlaces(await Promise.all(pieces(key, this.#width).map(async ({ word, offset }) => ({
      offset, places: await this.#remember(word, () => this.#placesOfWord(word)),
    }))));
  }

  forget(): void {
    this.#known.clear();
  }

  #remember(what: string, find: () => Promise<Places>): Promise<Places> {
    let places = this.#known.get(what);
    if (!places) {
      places = find();
      places.catch(() => this.#known.delete(what));
      this.#known.set(what, places);
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
    const alphabet = await fetchJson<string[]>(this.#alphabetAddress);
    const start = spell(character);
    if (!alphabet.includes(start)) return NOWHERE;
    // Pagefind loads only the piece of the index that a word would be in: so it is told all words that can be.
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
}

/** A WebAssembly module with a table of references, which Pagefind's has, too: Chromium runs it from version 96. */
const TABLE_OF_REFERENCES = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0]);

/** Whether this browser can run Pagefind at all. */
export function runsPagefind(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(TABLE_OF_REFERENCES);
}
