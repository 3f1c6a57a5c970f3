/** What is drawn into a line of the speech, and in which order it nests. */
import type { Library } from '../corpus/library.ts';
import type { Range } from '../corpus/range.ts';
import { nest, type Mark, type Woven } from './nest.ts';

export type Annotation =
  | { readonly kind: 'run-in' }
  | { readonly kind: 'item'; readonly id: string }
  | { readonly kind: 'commitment'; readonly id: string }
  | { readonly kind: 'slogan'; readonly slug: string; readonly range: Range }
  | { readonly kind: 'blank' }
  | { readonly kind: 'quote' };

/** A lower rank stays whole where ranges cross: links and blanks before marks. */
const RANKS = { slogan: 0, blank: 1, item: 2, 'run-in': 3, quote: 4, commitment: 5 } as const;

/** Everything that the corpus knows of one line. */
export function annotationsOf(library: Library, n: number): Mark<Annotation>[] {
  const on = ({ line }: Range): boolean => line === n;
  const section = library.sectionOf(n);
  const runIn = n === section.first && section.kind === 'section'
    ? [mark({ line: n, start: 0, end: section.label.length + section.title.length + 1 }, { kind: 'run-in' })] : [];
  return [
    ...runIn,
    ...section.items.filter(({ range }) => on(range)).map(({ id, range }) => mark(range, { kind: 'item', id })),
    ...library.commitments.filter(({ range }) => on(range)).map(({ id, range }) => mark(range, { kind: 'commitment', id })),
    ...library.slogans.flatMap(({ slug, occurrences }) =>
      occurrences.filter(on).map((range) => mark(range, { kind: 'slogan', slug, range }))),
    ...library.blanks.filter(on).map((range) => mark(range, { kind: 'blank' })),
  ];
}

/** A line, or the stretch `within` of it, with `also` drawn on top of what `kinds` admits. */
export function weave(
  library: Library, n: number,
  { within, kinds, also = [] }: { within?: Range | undefined; kinds?: readonly Annotation['kind'][] | undefined; also?: readonly Range[] | undefined } = {},
): Woven<Annotation>[] {
  const marks = annotationsOf(library, n).filter(({ value }) => !kinds || kinds.includes(value.kind));
  const quotes = also.filter(({ line }) => line === n).map((range) => mark(range, { kind: 'quote' }));
  return nest(library.line(n).text, [...marks, ...quotes], within?.start, within?.end);
}

function mark(range: Range, value: Annotation): Mark<Annotation> {
  return { start: range.start, end: range.end, rank: RANKS[value.kind], value };
}
