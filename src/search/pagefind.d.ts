/** What is used of Pagefind's browser module, which `src/build/pagefind-module.ts` provides. */
declare module 'virtual:pagefind' {
  export interface Pagefind {
    /** Loads the pieces of the index that words would be in. */
    preload(words: string): Promise<void>;
    /** In quotation marks exactly these words, with one place in each result; without, with all places, also of longer words. */
    search(words: string): Promise<{ results: { id: string; words: number[] }[] }>;
  }

  /** Begins to load what every query needs. Where that fails, the first query does. */
  export function start(options: { basePath: string }): Pagefind;
}
