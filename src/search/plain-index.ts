/**
 * Places for browsers that cannot run Pagefind (before Chromium 96), in a small corpus: its keys
 * themselves, looked through from end to end.
 */
import { fetchJson } from './fetch.ts';
import { occurrences } from './key.ts';
import type { PlaceIndex, Places } from './places.ts';

export class PlainIndex implements PlaceIndex {
  private readonly keys: readonly string[];

  private constructor(keys: readonly string[]) {
    this.keys = keys;
  }

  /**
   * @param address that of `volumes.json`
   * @throws when it is not to be had: a large corpus has none
   */
  static async load(address: string): Promise<PlainIndex> {
    return new PlainIndex(await fetchJson<string[]>(address));
  }

  placesOf(key: string): Promise<Places> {
    const places = this.keys.map((volume, n) => [n, occurrences(volume, key)] as const);
    return Promise.resolve(new Map(places.filter(([, own]) => own.length > 0)));
  }

  forget(): void {
    // It remembers nothing.
  }
}
