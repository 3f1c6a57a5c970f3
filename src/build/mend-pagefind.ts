/**
 * Pagefind's browser module (MIT, pinned to one version), mended in two places. As it comes, a piece of the index that
 * fails to load is passed over, and the words in it count as absent: a search that is never wrong has
 * to say that it failed.
 */
const MENDS: readonly { readonly from: string; readonly to: string }[] = [
  {
    // A piece of the index that does not load is an error of the search that needs it.
    from: '.pf_index`,"load_index_chunk")).catch(()=>{});',
    to: '.pf_index`,"load_index_chunk"));',
  },
  {
    // Beginning fails where nobody can catch it; the first search fails with the same error.
    from: 'this.init(options2?.language);}',
    to: 'this.init(options2?.language).catch(()=>{});}',
  },
];

/** @throws when the module is not the one that we know */
export function mendPagefind(module: string): string {
  return MENDS.reduce((mended, { from, to }) => {
    if (mended.split(from).length !== 2) throw new Error(`Pagefind’s module no longer says “${from}” once: see mend-pagefind.ts.`);
    return mended.replace(from, () => to);
  }, module);
}
