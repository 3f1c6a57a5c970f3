/** Places out of Pagefind's index: those of a query's words, joined. How, says `token.ts`. */
import type { Catalogue } from './catalogue.ts';
import { fetchJson } from './fetch.ts';
import type { Pagefind } from './pagefind.ts';
import { joinPlaces, NOWHERE, type PlaceIndex, type Places } from './places.ts';
import { pieces, spell, type Width } from './token.ts';

export class PagefindIndex implements PlaceIndex {
  private readonly pagefind: Pagefind;
  private readonly width: Width;
  /** Pagefind's name of a volume → its number. */
  private readonly volumes: ReadonlyMap<string, number>;
  private readonly alphabetAddress: string;
  /** Places of words: the same words come again with every letter that is typed. */
  private readonly known = new Map<string, Promise<Places>>();

  /** @param alphabetAddress that of `alphabet.json` */
  constructor(pagefind: Pagefind, { width, volumes }: Pick<Catalogue, 'width' | 'volumes'>, alphabetAddress: string) {
    this.pagefind = pagefind;
    this.width = width;
    this.volumes = new Map(volumes.map((name, n) => [name, n]));
    this.alphabetAddress = alphabetAddress;
  }

  /** @throws when a piece of the index is not to be had, or is of another build than the catalogue */
  async placesOf(key: string): Promise<Places> {
    if (key.length < this.width) return this.remember(key, () => this.placesOfCharacter(key));
    return joinPlaces(await Promise.all(pieces(key, this.width).map(async ({ word, offset }) => ({
      offset, places: await this.remember(word, () => this.placesOfWord(word)),
    }))));
  }

  forget(): void {
    this.known.clear();
  }

  private remember(what: string, find: () => Promise<Places>): Promise<Places> {
    let places = this.known.get(what);
    if (!places) {
      places = find();
      places.catch(() => this.known.delete(what));
      this.known.set(what, places);
    }
    return places;
  }

  /** Only for a word that is there does Pagefind tell all places of it; for another, it goes for similar words. */
  private async placesOfWord(word: string): Promise<Places> {
    await this.pagefind.preload(word);
    return this.pagefind.find(word, true).length === 0 ? NOWHERE : this.placesFrom(word);
  }

  /** In an index of pairs, one character stands where any pair stands that begins with it. */
  private async placesOfCharacter(character: string): Promise<Places> {
    const alphabet = await fetchJson<string[]>(this.alphabetAddress);
    const start = spell(character);
    if (!alphabet.includes(start)) return NOWHERE;
    // Pagefind loads only the piece of the index that a word would be in: so it is told all words that can be.
    await this.pagefind.preload(alphabet.map((next) => start + next).join(' '));
    return this.placesFrom(start);
  }

  private placesFrom(words: string): Places {
    return new Map(this.pagefind.find(words, false).map(({ name, places }) => {
      const volume = this.volumes.get(name);
      if (volume === undefined) throw new Error(`The catalogue has no volume ${name}: it is of another build than the index.`);
      return [volume, [...places].sort((a, b) => a - b)];
    }));
  }
}
