/**
 * The engine, in the browser: asks the index where the terms of a query stand, and finds in the catalogue
 * which records hold them. What it says is exact, or an error.
 */
import { unpackEntries, type Card, type Catalogue, type Entry } from './catalogue.ts';
import { excerpt, hitTexts, marked, type Piece, type TextHits } from './excerpt.ts';
import { fetchJson, readJson } from './fetch.ts';
import { keyed, searchKey } from './key.ts';
import { matchAll, type Found, type Located } from './match.ts';
import { Pagefind } from './pagefind.ts';
import { PagefindIndex } from './pagefind-index.ts';
import type { PlaceIndex } from './places.ts';
import { PlainIndex } from './plain-index.ts';
import { readQuery, type Term } from './query.ts';
import type { RecordText } from './record.ts';

/** What the engine is made from. Files are asked for already, while this module is on its way. */
export interface Sources {
  /** `search/catalogue.json`. */
  readonly catalogue: Promise<Response>;
  /** Pagefind's program; `null` in a browser that cannot run it. */
  readonly program: Promise<Response> | null;
  /** The address of the folder `pagefind/`. */
  readonly folder: string;
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

/** What is shown of a record that was found, the terms marked. */
export interface Shown {
  readonly found: Found;
  readonly card: Card;
  readonly title: readonly Piece[];
  /** Names that the title does not say, where they hold a term. */
  readonly names: readonly (readonly Piece[])[];
  /** The texts that hold a term; where none does, the beginning of the first. */
  readonly texts: readonly ShownText[];
}

/** A text, cut around the terms that stand in it. */
export interface ShownText { readonly text: RecordText; readonly terms: number; readonly pieces: readonly Piece[] }

export class SearchEngine {
  private readonly index: PlaceIndex;
  private readonly base: string;
  private readonly entries: readonly Entry[];
  private readonly cards = new Map<number, Promise<Card>>();
  /** True when all cards are here, so that showing costs nothing. */
  readonly atHand: boolean;

  private constructor(index: PlaceIndex, base: string, { entries, cards }: Catalogue) {
    this.index = index;
    this.base = base;
    this.entries = unpackEntries(entries);
    this.atHand = cards !== undefined;
    cards?.forEach((card, n) => this.cards.set(n, Promise.resolve(card)));
  }

  /**
   * Loads the catalogue, and what every query needs of the index.
   * @throws when one of them is not to be had
   */
  static async load({ catalogue: asked, program, folder }: Sources): Promise<SearchEngine> {
    const response = await asked;
    const catalogue = await readJson<Catalogue>(response);
    const base = new URL(`${catalogue.folder}/`, response.url).href;
    const index = program
      ? new PagefindIndex(await Pagefind.load(program, folder, fromBase64(catalogue.metadata), catalogue.early), catalogue, `${base}alphabet.json`)
      : await PlainIndex.load(`${base}volumes.json`);
    return new SearchEngine(index, base, catalogue);
  }

  /**
   * The records that hold every term of a query.
   * @throws when a piece of the index is not to be had
   */
  async search(query: string): Promise<Answer> {
    const terms = readQuery(query);
    const located = await Promise.all(terms.map((term) => this.locate(term)));
    return {
      query,
      keys: located.map(({ key }) => key),
      found: matchAll(this.entries, located),
      unquoted: located.some(({ key }, i) => key !== terms[i]!.key),
    };
  }

  /** Where nothing holds all terms, what does occur: each term, or the longest pieces of one that does not. */
  async nearest(query: string): Promise<TermCount[]> {
    const nearest = await Promise.all(readQuery(query).map(async ({ text }) => {
      const records = await this.count(text);
      if (records > 0) return [{ text, records }];
      const pieces = await this.longestPieces(text, 2);
      return pieces.length > 0 ? pieces : this.longestPieces(text, 1);
    }));
    return nearest.flat().filter(({ text }, i, all) => all.findIndex((other) => other.text === text) === i);
  }

  /**
   * What to show of a record that was found.
   * @throws when its card is not to be had, or does not hold what the index says
   */
  async show(found: Found, keys: readonly string[]): Promise<Shown> {
    const card = await this.card(found.entry.n);
    const texts = hitTexts(card, keys);
    const held = keys.filter((key) => card.texts.some(({ text }) => searchKey(text).includes(key))).length;
    if (held !== found.termsInTexts) throw new Error(`The card of ${card.url} does not fit the index.`);
    const shown = (one: TextHits): ShownText => ({ text: one.text, terms: one.hits.length, pieces: excerpt(one) });
    return {
      found,
      card,
      title: marked(card.title, keys),
      names: card.names.map((name) => marked(name, keys)).filter((name) => name.some(({ hit }) => hit)),
      texts: (texts.length > 0 ? texts : card.texts.slice(0, 1).map((text) => ({ text, hits: [] }))).map(shown),
    };
  }

  /** Forgets what the index remembers. For measurements. */
  forget(): void {
    this.index.forget();
  }

  private card(n: number): Promise<Card> {
    let card = this.cards.get(n);
    if (!card) {
      card = fetchJson<Card>(`${this.base}cards/${n}.json`);
      card.catch(() => this.cards.delete(n));
      this.cards.set(n, card);
    }
    return card;
  }

  /** A term with its places: with its marks, or else the words inside them. */
  private async locate({ key, inner }: Term): Promise<Located> {
    const places = await this.index.placesOf(key);
    return places.size > 0 || inner === null ? { key, places } : { key: inner, places: await this.index.placesOf(inner) };
  }

  /** The pieces of a term that occur, each as long as can be, from so many characters; marks alone are none. */
  private async longestPieces(term: string, shortest: number): Promise<TermCount[]> {
    const { key, from, to } = keyed(term);
    const found: TermCount[] = [];
    let start = 0;
    while (start <= key.length - shortest) {
      let best: TermCount | null = null;
      let end = start + shortest;
      for (; end <= key.length; end++) {
        const text = term.slice(from[start], to[end - 1]);
        const records = await this.count(text);
        if (records === 0 || !/[\p{L}\p{N}]/u.test(text)) break;
        best = { text, records };
      }
      if (best) found.push(best);
      start = best ? end - 1 : start + 1;
    }
    return found;
  }

  private async count(text: string): Promise<number> {
    const key = searchKey(text);
    return matchAll(this.entries, [{ key, places: await this.index.placesOf(key) }]).length;
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
