/** Slogans and their occurrences in the text. */
import type { Line } from './outline.ts';
import { byPosition, contains, overlaps, rangesOf, type Range } from './range.ts';

/** The surface of a slogan: how it is written, and what only looks like it. */
export interface Surface {
  readonly slug: string;
  readonly forms: readonly string[];
  readonly exclude: readonly string[];
}

export interface Occurrence extends Range {
  readonly slug: string;
  readonly form: string;
}

/**
 * Every occurrence of every slogan, in order of reading, none overlapping another:
 * the longest form wins its characters, so that `六大新兴产业` is not also `新兴产业`.
 */
export function findOccurrences(lines: readonly Line[], slogans: readonly Surface[]): Occurrence[] {
  const forms = slogans
    .flatMap(({ slug, forms, exclude }) => forms.map((form) => ({ slug, form, exclude })))
    .sort((a, b) => b.form.length - a.form.length || (a.form < b.form ? -1 : 1));
  const found: Occurrence[] = [];
  for (const line of lines) {
    const taken: Occurrence[] = [];
    for (const { slug, form, exclude } of forms) {
      const excluded = exclude.flatMap((words) => rangesOf(words, line));
      for (const range of rangesOf(form, line)) {
        if (taken.some((other) => overlaps(other, range))) continue;
        if (excluded.some((other) => contains(other, range))) continue;
        taken.push({ ...range, slug, form });
      }
    }
    found.push(...taken.sort(byPosition));
  }
  return found;
}
