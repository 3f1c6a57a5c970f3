/**
 * Coverage: nothing that the text asks, quotes or counts is left out by oversight.
 *
 * Three kinds of places are found in the text alone: directive markers, pairs of quotation marks,
 * runs of digits. Each must lie inside something an editor has said about it. What does not is open,
 * and an open place stops the build.
 */
import type { Corpus } from './corpus.ts';
import type { Finding, Rule } from './finding.ts';
import type { Line } from './outline.ts';
import { contains, overlaps, rangesOf, type Range } from './range.ts';
import type { Occurrence } from './slogan.ts';

/** Words by which this kind of text asks for something. */
export const DIRECTIVE_MARKERS = [
  '要', '须', '务必', '确保', '力争', '力推', '加快', '推进', '推动', '着力', '大力', '加大', '加强', '加紧', '抓紧',
  '完善', '建立', '健全', '严格', '决不', '坚决', '决不能', '切忌', '不能', '紧盯', '围绕', '坚持', '强化', '深化',
  '统筹', '打造', '构建', '实施', '开展', '落实', '抓好', '办好', '营造', '全力', '希望', '请大家',
] as const;

/** Words that contain a marker and ask for nothing. */
export const NOT_DIRECTIVE = [
  '主要', '重要', '需要', '要素', '纲要', '只要', '要求', '必要', '首要', '要领', '摘要', '概要', '要点', '推进会', '更加强',
] as const;

/** A directive clause: the stretch between 。；：！？ or line ends that carries a marker. */
export interface DirectiveClause {
  readonly range: Range;
  /** Every marker in it. The clause is covered when each of them is. */
  readonly markers: readonly Range[];
}

export function directiveClauses(line: Line): DirectiveClause[] {
  const clauses: DirectiveClause[] = [];
  const nouns = NOT_DIRECTIVE.flatMap((noun) => rangesOf(noun, line));
  const markers = longestFirst(DIRECTIVE_MARKERS.flatMap((marker) => rangesOf(marker, line)))
    .filter((marker) => !nouns.some((noun) => contains(noun, marker)));
  let start = 0;
  for (const end of [...[...line.text.matchAll(/[。；：！？]/g)].map((m) => m.index), line.text.length]) {
    const range = { line: line.n, start, end };
    const inside = markers.filter((marker) => contains(range, marker));
    if (inside.length > 0) clauses.push({ range, markers: inside });
    start = end + 1;
  }
  return clauses;
}

/** Pairs of quotation marks, marks included. */
export function quotationsIn(line: Line): Range[] {
  return [...line.text.matchAll(/“[^“”]*”/g)].map((match) => at(line, match));
}

/** Runs of digits, with their decimals: `8.8`, `2022`, the `9` and the `2` of `9+2`. */
export function digitsIn(line: Line): Range[] {
  return [...line.text.matchAll(/\d+(?:\.\d+)?/g)].map((match) => at(line, match));
}

/** The commas around `range` narrow a long clause to the piece that a message should show. */
export function pieceAround(text: string, range: Range): string {
  const before = text.slice(0, range.start);
  const from = Math.max(...[...'。；：！？，'].map((mark) => before.lastIndexOf(mark))) + 1;
  const rest = text.slice(range.end);
  const until = /[。；：！？，]/.exec(rest)?.index ?? rest.length;
  return text.slice(from, range.end + until);
}

function at(line: Line, match: RegExpExecArray): Range {
  return { line: line.n, start: match.index, end: match.index + match[0].length };
}

function longestFirst(ranges: Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of [...ranges].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!kept.some((other) => overlaps(other, range))) kept.push(range);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** What a place in the text is accounted for by. */
export type CoveredBy = 'commitment' | 'setAside' | 'slogan' | 'quotation' | 'figure' | 'deadline' | 'target' | 'date';

export interface CoverageEntry {
  readonly range: Range;
  readonly text: string;
  readonly section: string;
  readonly by: CoveredBy;
  /** Reason, use or id that the covering annotation gives. */
  readonly detail: string;
}

export interface CoverageInput extends Pick<Corpus, 'lines' | 'commitments' | 'figures' | 'dates' | 'setAside' | 'quotations'> {
  readonly occurrences: readonly Occurrence[];
  readonly sectionOf: (line: number) => string;
  readonly fileOf: (line: number) => string;
}

interface Cover { readonly range: Range; readonly by: CoveredBy; readonly detail: string }

export interface Coverage {
  readonly directives: readonly CoverageEntry[];
  readonly quotations: readonly CoverageEntry[];
  readonly digits: readonly CoverageEntry[];
}

/** Lists every place with what covers it, and reports the open ones. */
export function judgeCoverage(input: CoverageInput): { coverage: Coverage; findings: Finding[] } {
  const directives = judgePlaces(input, {
    rule: 'directive',
    covers: asking(input),
    places: (line) => directiveClauses(line).flatMap(({ markers }) => markers),
    covered: contains,
    // Markers of one piece are told once.
    found: (text, line, place) => `“${pieceAround(line.text, place)}”有“${text}”，既不在任务的引文里，也没有说明理由`,
    same: (line, place) => pieceAround(line.text, place),
    expected: '写成一项任务（commitments），或列入 setAside 并选一个理由',
  });
  const quotations = judgePlaces(input, {
    rule: 'quotation',
    covers: [...sloganCovers(input), ...sloganRuns(input), ...plainQuotations(input)],
    places: quotationsIn,
    covered: fills,
    found: (text) => `引号里的${text}没有归类`,
    same: (_, place) => String(place.start),
    expected: '一个提法（content/slogans/），或列入本节的 quotations',
  });
  const digits = judgePlaces(input, {
    rule: 'digits',
    covers: counting(input),
    places: digitsIn,
    covered: contains,
    found: (text, line, place) => `“${pieceAround(line.text, place)}”里的数 ${text} 没有归属`,
    same: (_, place) => String(place.start),
    expected: '一条数据（figures）、时限、量化目标、提法或日期（dates）',
  });
  return {
    coverage: { directives: directives.entries, quotations: quotations.entries, digits: digits.entries },
    findings: [...directives.findings, ...quotations.findings, ...digits.findings],
  };
}

/** One kind of place: where it stands, what may cover it, and how an open one is told. */
interface Check {
  readonly rule: Rule;
  readonly covers: readonly Cover[];
  readonly places: (line: Line) => readonly Range[];
  readonly covered: (cover: Range, place: Range) => boolean;
  readonly found: (text: string, line: Line, place: Range) => string;
  /** Open places with the same key on one line are one finding. */
  readonly same: (line: Line, place: Range) => string;
  readonly expected: string;
}

function judgePlaces(input: CoverageInput, check: Check): { entries: CoverageEntry[]; findings: Finding[] } {
  const entries: CoverageEntry[] = [];
  const findings: Finding[] = [];
  for (const line of input.lines) {
    const told = new Set<string>();
    for (const place of check.places(line)) {
      const text = line.text.slice(place.start, place.end);
      const cover = check.covers.find(({ range }) => check.covered(range, place));
      if (cover) {
        entries.push({ range: place, text, section: input.sectionOf(line.n), by: cover.by, detail: cover.detail });
        continue;
      }
      const key = check.same(line, place);
      if (told.has(key)) continue;
      told.add(key);
      findings.push({
        rule: check.rule, file: input.fileOf(line.n), path: [],
        found: `第 ${line.n} 段：${check.found(text, line, place)}`, expected: check.expected,
      });
    }
  }
  return { entries, findings };
}

/** A pair of marks is accounted for by what stands between them, marks or not. */
function fills(cover: Range, pair: Range): boolean {
  return contains(cover, { ...pair, start: pair.start + 1, end: pair.end - 1 });
}

function asking({ commitments, setAside }: CoverageInput): Cover[] {
  return [
    ...commitments.map(({ range, id }): Cover => ({ range, by: 'commitment', detail: id })),
    ...setAside.map(({ range, reason, commitment }): Cover => ({ range, by: 'setAside', detail: commitment ?? reason })),
  ];
}

function sloganCovers({ occurrences }: CoverageInput): Cover[] {
  return occurrences.map((range): Cover => ({ range, by: 'slogan', detail: range.slug }));
}

/** Slogans in a row (“A、B、C”) fill the marks around them together. */
function sloganRuns({ lines, occurrences }: CoverageInput): Cover[] {
  const runs: Cover[] = [];
  for (const next of occurrences) {
    const run = runs[runs.length - 1];
    const text = lines[next.line - 1]!.text;
    if (run && run.range.line === next.line && /^[、，]$/.test(text.slice(run.range.end, next.start))) {
      runs[runs.length - 1] = { ...run, range: { ...run.range, end: next.end } };
    } else runs.push({ range: next, by: 'slogan', detail: next.slug });
  }
  return runs;
}

function plainQuotations({ lines, quotations, sectionOf }: CoverageInput): Cover[] {
  return lines.flatMap((line) => quotations.filter(({ section }) => section === sectionOf(line.n))
    .flatMap(({ text, as }) => rangesOf(`“${text}”`, line).map((range): Cover => ({ range, by: 'quotation', detail: as }))));
}

function counting(input: CoverageInput): Cover[] {
  const { commitments, figures, dates } = input;
  return [
    ...commitments.flatMap(({ id, deadline, targets }): Cover[] => [
      ...(deadline ? [{ range: deadline.range, by: 'deadline' as const, detail: id }] : []),
      ...targets.map(({ range }) => ({ range, by: 'target' as const, detail: id })),
    ]),
    ...figures.flatMap(({ range, periodRange, metric }) =>
      [range, periodRange].filter((one) => one !== null).map((one): Cover => ({ range: one, by: 'figure', detail: metric }))),
    ...sloganCovers(input),
    ...dates.map(({ range, about }): Cover => ({ range, by: 'date', detail: about })),
  ];
}
