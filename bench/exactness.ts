/** Recall and precision: what a search finds, against what stands in the texts. */

export interface Exactness {
  readonly recall: number;
  readonly precision: number;
  /** The share of the strings that occur nowhere for which something was “found”. */
  readonly invented: number;
}

/** @param truth for each query, the names of the pages that hold it; @param found likewise, what the search said */
export function exactness(truth: readonly ReadonlySet<string>[], found: readonly ReadonlySet<string>[]): Exactness {
  let right = 0;
  let wanted = 0;
  let given = 0;
  let inventions = 0;
  let strangers = 0;
  truth.forEach((pages, i) => {
    const own = found[i]!;
    right += [...own].filter((page) => pages.has(page)).length;
    wanted += pages.size;
    given += own.size;
    if (pages.size > 0) return;
    strangers += 1;
    if (own.size > 0) inventions += 1;
  });
  return { recall: right / wanted, precision: given === 0 ? 1 : right / given, invented: strangers === 0 ? 0 : inventions / strangers };
}
