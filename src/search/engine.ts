/**
 * The engine, in the browser: Pagefind for the candidates, the records for everything that is shown.
 *
 * Pagefind answers an exact phrase of characters with the names of the records that hold it. Each
 * answer is then checked against the record's own text, which also gives places, counts and rank: a
 * result is shown exactly when the characters stand in it.
 */
import { matchRecord, rank, type Match } from './match.ts';
import { readQuery, type Term } from './query.ts';
import type { SearchRecord } from './record.ts';
import { phrase } from './token.ts';

interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ results: { id: string }[] }>;
}

/** A term and in how many records it stands. */
export interface TermCount { readonly text: string; readonly records: number }

export interface Answer {
  readonly query: string;
  /** What was looked for, after marks were set aside where the text has none. */
  readonly terms: readonly string[];
  readonly matches: readonly Match[];
  /** Each term by itself: the nearest useful thing where nothing holds them all. */
  readonly counts: readonly TermCount[];
  /** True where marks around a term were left out because it does not stand in marks. */
  readonly unquoted: boolean;
}

export class SearchEngine {
  readonly #pagefind: Pagefind;
  readonly #byName: ReadonlyMap<string, SearchRecord>;
  readonly #records: readonly SearchRecord[];

  private constructor(pagefind: Pagefind, records: readonly SearchRecord[]) {
    this.#pagefind = pagefind;
    this.#records = records;
    this.#byName = new Map(records.map((record) => [record.hash ?? '', record]));
  }

  /** Loads index and records. Rejects when either is not to be had. */
  static async load(engineUrl: string, recordsUrl: string): Promise<SearchEngine> {
    const [pagefind, records] = await Promise.all([
      (import(/* @vite-ignore */ engineUrl) as Promise<Pagefind>).then(async (module) => {
        await module.init();
        return module;
      }),
      fetch(recordsUrl).then(async (response) => {
        if (!response.ok) throw new Error(`${recordsUrl}: ${response.status}`);
        return (await response.json()) as SearchRecord[];
      }),
    ]);
    return new SearchEngine(pagefind, records);
  }

  async search(query: string): Promise<Answer> {
    const terms = readQuery(query);
    const holders = await Promise.all(terms.map((term) => this.#holders(term)));
    const common = this.#records.filter((record) => holders.length > 0 && holders.every(({ records }) => records.has(record)));
    const keys = holders.map(({ key }) => ({ key }));
    const matches = common.map((record) => matchRecord(record, keys)).filter((match): match is Match => match !== null);
    return {
      query,
      terms: holders.map(({ key }) => key),
      matches: rank(matches),
      counts: terms.map(({ text }, i) => ({ text, records: holders[i]!.records.size })),
      unquoted: holders.some(({ key }, i) => key !== terms[i]!.key),
    };
  }

  /** The records that hold a term: with its marks, or else the words inside them. */
  async #holders(term: Term): Promise<{ key: string; records: ReadonlySet<SearchRecord> }> {
    const records = await this.#holding(term.key);
    if (records.size > 0 || term.inner === null) return { key: term.key, records };
    return { key: term.inner, records: await this.#holding(term.inner) };
  }

  async #holding(key: string): Promise<ReadonlySet<SearchRecord>> {
    const { results } = await this.#pagefind.search(phrase(key));
    const named = results.map(({ id }) => this.#byName.get(id)).filter((record): record is SearchRecord => record !== undefined);
    return new Set(named.filter((record) => matchRecord(record, [{ key }]) !== null));
  }
}
