/**
 * Build step: Pagefind's browser module (MIT), as a module of ours, `virtual:pagefind`: bundled, minified and held to the language
 * of old browsers like everything else, and without what the site does not use.
 *
 * As it comes, a piece of the index that fails to load is passed over, and the words in it count as
 * absent. A search that is never wrong has to say that it failed, so this is mended. A module that is
 * not the one known here stops the build.
 */
import * as pagefind from 'pagefind';
import type { Plugin } from 'vite';

export const PAGEFIND_MODULE = 'virtual:pagefind';

const MENDS: readonly { readonly from: string; readonly to: string; readonly times?: number }[] = [
  {
    // A piece of the index that does not load is an error of the search that needs it.
    from: '.pf_index`,"load_index_chunk")).catch(()=>{});',
    to: '.pf_index`,"load_index_chunk"));',
  },
  {
    // Where the beginning fails, nobody can catch it; the first search fails with the same error.
    from: 'this.init(options2?.language);}',
    to: 'this.init(options2?.language).catch(()=>{});}',
  },
  {
    // A query is words already: no segmenter of the browser, which differs from one to the next, has a say.
    from: 'if(trueLanguage&&typeof Intl.Segmenter!=="undefined"){',
    to: 'if(false){',
  },
  {
    // The engine itself, without what would run it in a worker: loaded a second time, for queries that take a millisecond.
    from: 'export{createInstance,debouncedSearch,destroy,filters,init,mergeIndex,options,preload,search};',
    to: 'export const start=(options)=>new Pagefind(options);',
  },
  {
    // It is told where its files are, and old browsers know no `import.meta`.
    from: 'import.meta.url',
    to: 'undefined',
    times: 4,
  },
];

export function pagefindModule(): Plugin {
  const id = `\0${PAGEFIND_MODULE}`;
  return {
    name: 'pagefind-module',
    resolveId: (source) => (source === PAGEFIND_MODULE ? id : undefined),
    load: async (wanted) => (wanted === id ? mendPagefind(await readModule()) : undefined),
  };
}

/** @throws when the module is not the one that is known here */
export function mendPagefind(module: string): string {
  return MENDS.reduce((mended, { from, to, times = 1 }) => {
    const parts = mended.split(from);
    if (parts.length !== times + 1) throw new Error(`Pagefind’s module says “${from}” ${parts.length - 1} times, not ${times}: see src/build/pagefind-module.ts.`);
    return parts.join(to);
  }, module);
}

/** Pagefind carries its browser module inside its program, and writes it beside every index. */
async function readModule(): Promise<string> {
  try {
    const { index, errors } = await pagefind.createIndex();
    if (!index) throw new Error(errors.join('; '));
    const { files } = await index.getFiles();
    const module = files.find(({ path }) => path === 'pagefind.js');
    if (!module) throw new Error('Pagefind wrote no pagefind.js.');
    return Buffer.from(module.content).toString('utf8');
  } catch (error) {
    throw new Error('Pagefind’s browser module is not to be had.', { cause: error });
  } finally {
    await pagefind.close();
  }
}
