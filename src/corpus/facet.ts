/**
 * Facets: the sides from which commitments are chosen and grouped, and the counting beside their values.
 *
 * Pure. The build makes the values out of the Library; browser and build then judge rows by the same
 * rule: within a facet any chosen value will do, and every facet has its say.
 */
import type { Commitment } from './commitment.ts';
import type { Library } from './library.ts';
import { words } from '../words.ts';
import { COMMITMENT_KINDS, DEADLINE_TYPES, type CommitmentKind, type DeadlineType } from './vocabulary.ts';

/** The facets, under the names they have in addresses. */
export const FACETS = {
  part: '部分', kind: '类别', unit: '责任单位', deadline: '完成时限', slogan: '提法', target: '量化目标',
} as const;

export type FacetName = keyof typeof FACETS;

export const FACET_NAMES = Object.keys(FACETS) as FacetName[];

/** The value where the text is silent, and of what has no slogan. */
export const NONE = '-';

/** Stands between the values of one row in HTML, and therefore in no value. */
export const SEPARATOR = '|';

/** Something to choose. */
export interface FacetValue {
  readonly value: string;
  readonly name: string;
  /** The wider value that this one lies within: a deadline's words within their type. */
  readonly within: string | null;
}

/** The values of one row. */
export type RowValues = Readonly<Record<FacetName, readonly string[]>>;

/** What is chosen. A facet without a chosen value lets every row through. */
export type Choice = Readonly<Record<FacetName, ReadonlySet<string>>>;

export const NO_CHOICE: Choice = choiceOf(() => []);

/** A choice out of the values chosen in each facet. */
export function choiceOf(chosen: (facet: FacetName) => Iterable<string>): Choice {
  return Object.fromEntries(FACET_NAMES.map((facet) => [facet, new Set(chosen(facet))])) as unknown as Choice;
}

/** Which rows a choice shows, and how many each value would show. */
export interface Verdict {
  readonly shown: readonly boolean[];
  readonly total: number;
  /** For each value the rows that have it and pass all *other* facets: what one more click in this facet leads to. */
  readonly counts: Readonly<Record<FacetName, ReadonlyMap<string, number>>>;
}

/**
 * @param passes whether a row passes what is no facet, such as the words that are looked for; all do unless told
 */
export function judgeRows(rows: readonly RowValues[], choice: Choice, passes: (row: number) => boolean = () => true): Verdict {
  const counts = Object.fromEntries(FACET_NAMES.map((facet) => [facet, new Map<string, number>()])) as Record<FacetName, Map<string, number>>;
  const chosen = FACET_NAMES.filter((facet) => choice[facet].size > 0);
  let total = 0;
  const shown = rows.map((row, i) => {
    if (!passes(i)) return false;
    const failed = chosen.filter((facet) => !row[facet].some((value) => choice[facet].has(value)));
    if (failed.length > 1) return false;
    for (const facet of failed.length === 1 ? failed : FACET_NAMES) {
      for (const value of row[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
    if (failed.length === 0) total += 1;
    return failed.length === 0;
  });
  return { shown, total, counts };
}

/** Values that hold no narrower ones: those that rows are grouped by. */
export function leavesOf(values: readonly FacetValue[]): FacetValue[] {
  const wider = new Set(values.map(({ within }) => within));
  return values.filter(({ value }) => !wider.has(value));
}

/**
 * The values of one commitment.
 * @throws when a value holds the separator, which content does not
 */
export function valuesOf(library: Library, { section, kind, units, deadline, slogans, targets }: Commitment): RowValues {
  const values: RowValues = {
    part: [partOf(library, section)],
    kind: [kind],
    unit: units === null ? [NONE] : [...new Set(units.map(({ name }) => name))],
    deadline: deadline === null ? [NONE] : [deadline.type, deadline.text],
    slogan: slogans.length === 0 ? [NONE] : slogans,
    target: [targets.length === 0 ? NONE : STATED],
  };
  const odd = FACET_NAMES.flatMap((facet) => values[facet]).find((value) => value.includes(SEPARATOR));
  if (odd !== undefined) throw new Error(`A facet's value must not hold “${SEPARATOR}”: ${odd}`);
  return values;
}

const STATED = 'stated';

/** All values of every facet that some commitment has, in the order that they are offered in. */
export function facetValues(library: Library): Record<FacetName, FacetValue[]> {
  const { commitments } = library;
  const silent = (is: boolean): FacetValue[] => (is ? [{ value: NONE, name: words.silent, within: null }] : []);
  const plain = ([value, name]: readonly [string, string]): FacetValue => ({ value, name, within: null });
  const parts = new Set(commitments.map(({ section }) => partOf(library, section)));
  const kinds = new Set(commitments.map(({ kind }) => kind));
  const withTarget = commitments.filter(({ targets }) => targets.length > 0).length;
  return {
    part: [...parts].map((part) => plain([part, namePart(library, part)])),
    kind: (Object.keys(COMMITMENT_KINDS) as CommitmentKind[]).filter((kind) => kinds.has(kind)).map((kind) => plain([kind, COMMITMENT_KINDS[kind]])),
    unit: [
      ...tally(commitments.flatMap(({ units }) => [...new Set(units?.map(({ name }) => name))])).map((name) => plain([name, name])),
      ...silent(commitments.some(({ units }) => units === null)),
    ],
    deadline: [...deadlineValues(commitments), ...silent(commitments.some(({ deadline }) => deadline === null))],
    slogan: [
      ...tally(commitments.flatMap(({ slogans }) => slogans)).map((slug) => plain([slug, library.slogan(slug).name])),
      ...(commitments.some(({ slogans }) => slogans.length === 0) ? [plain([NONE, '不在提法之下'])] : []),
    ],
    target: [...(withTarget > 0 ? [plain([STATED, '有量化目标'])] : []), ...silent(withTarget < commitments.length)],
  };
}

/** Deadlines by type; within a type those with a day first, by the day, then in the speech's order. */
function deadlineValues(commitments: readonly Commitment[]): FacetValue[] {
  const seen = new Set<string>();
  return (Object.keys(DEADLINE_TYPES) as DeadlineType[]).flatMap((type) => {
    const own = commitments.flatMap(({ deadline }) => (deadline?.type === type && !seen.has(deadline.text) ? [deadline] : []));
    own.forEach(({ text }) => seen.add(text)); // Words are offered once, even where editors differ on their type.
    const dates = new Map(own.map(({ text, date }) => [text, date]));
    const leaves = [...dates].sort(([, a], [, b]) => ((a ?? '9') < (b ?? '9') ? -1 : (a ?? '9') > (b ?? '9') ? 1 : 0));
    return own.length === 0 ? [] : [
      { value: type, name: DEADLINE_TYPES[type], within: null },
      ...leaves.map(([text, date]) => ({ value: text, name: date === null ? text : `${text}（${date}）`, within: type })),
    ];
  });
}

/** Distinct values, the frequent ones first; of equals, the order of first mention. */
function tally(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

/** `opening`, `1`, `closing`: opening and closing belong to no part and stand for themselves. */
function partOf(library: Library, number: string): string {
  const { part } = library.section(number);
  return part === null ? number : String(part);
}

function namePart(library: Library, value: string): string {
  const part = library.parts[Number(value) - 1];
  if (part) return `${part.label}${part.title}`;
  const { kind, title } = library.section(value);
  return kind === 'opening' ? words.opening : kind === 'closing' ? words.closing : title;
}
