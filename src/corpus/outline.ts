/**
 * The outline of a speech, read from its text alone: 一、 parts, （一） sections, 一要 or 第一， items.
 *
 * The text is the only witness: no file, heading level or annotation is asked. A part without
 * （一） sections takes its lines that begin with 一要, 二要 … as sections.
 */
import { NUMERAL, parseNumeral } from './numeral.ts';
import type { Range } from './range.ts';

/** One line of the source. Its number never changes, because the source never does. */
export interface Line {
  /** Number in the source, from 1. */
  readonly n: number;
  readonly text: string;
  /** A part's heading stands on a line of its own; every other line is a paragraph. */
  readonly kind: 'heading' | 'paragraph';
}

export interface Part {
  readonly ordinal: number;
  /** The numeral as it stands: `一、`. */
  readonly label: string;
  readonly title: string;
}

export type SectionKind = 'opening' | 'lead' | 'section' | 'closing';

/** The lines that make one page: `opening`, `1` (a part's lead), `1.3`, `closing`. */
export interface Stretch {
  readonly number: string;
  readonly kind: SectionKind;
  /** Part it belongs to, or `null` for opening and closing. */
  readonly part: number | null;
  /** What numbers it in the text (`（三）`, `三、`, `三要`), or `''`. */
  readonly label: string;
  /** The words before the first 。 of a run-in heading, or the heading's; `''` for opening and closing. */
  readonly title: string;
  readonly first: number;
  readonly last: number;
}

/** A numbered item inside a section: `一要坚持以“四化协同”为方向`. */
export interface Item {
  /** `9-2`: second item of line 9. Permanent, as the source is. */
  readonly id: string;
  readonly marker: string;
  readonly title: string;
  /** 1 for the outermost of its section. */
  readonly level: number;
  /** From the marker to the end of the title. */
  readonly range: Range;
}

export interface Outline {
  readonly lines: readonly Line[];
  readonly parts: readonly Part[];
  readonly stretches: readonly Stretch[];
}

const PART = new RegExp(`^([${NUMERAL}]+)、([^。]+)$`);
const SECTION = new RegExp(`^(（([${NUMERAL}]+)）)([^。]+)。`);
const ITEM_AS_SECTION = new RegExp(`^(([${NUMERAL}]+)要)([^。]+)。`);

/** Lines of a source; the line ends at the close of the file are not lines. */
export function splitLines(source: string): string[] {
  return source.replace(/\n+$/, '').split('\n');
}

/** Reads the outline of a source text. Never throws: a text without numbering is one opening. */
export function readOutline(source: string): Outline {
  const texts = splitLines(source);
  const parts: Part[] = [];
  const headings = new Map<number, Part>();
  texts.forEach((text, i) => {
    const match = PART.exec(text);
    if (match && parseNumeral(match[1]!) === parts.length + 1) {
      const part = { ordinal: parts.length + 1, label: `${match[1]}、`, title: match[2]! };
      parts.push(part);
      headings.set(i + 1, part);
    }
  });
  const lines = texts.map((text, i): Line => ({
    n: i + 1,
    text,
    kind: headings.has(i + 1) ? 'heading' : 'paragraph',
  }));
  return { lines, parts, stretches: stretchesOf(lines, headings) };
}

function stretchesOf(lines: readonly Line[], headings: ReadonlyMap<number, Part>): Stretch[] {
  const starts: Omit<Stretch, 'last'>[] = [];
  const partStarts = [...headings.keys()];
  if (partStarts[0] !== 1) {
    starts.push({ number: 'opening', kind: 'opening', part: null, label: '', title: '', first: 1 });
  }
  partStarts.forEach((from, i) => {
    const part = headings.get(from)!;
    const until = partStarts[i + 1] ?? lines.length + 1;
    starts.push({
      number: `${part.ordinal}`, kind: 'lead', part: part.ordinal,
      label: part.label, title: part.title, first: from,
    });
    const inside = lines.slice(from, until - 1);
    const pattern = inside.some((line) => SECTION.test(line.text)) ? SECTION : ITEM_AS_SECTION;
    let ordinal = 0;
    for (const line of inside) {
      const match = pattern.exec(line.text);
      if (!match || parseNumeral(match[2]!) !== ordinal + 1) continue;
      ordinal += 1;
      starts.push({
        number: `${part.ordinal}.${ordinal}`, kind: 'section', part: part.ordinal,
        label: match[1]!, title: match[3]!, first: line.n,
      });
    }
  });
  const last = lines.at(-1);
  if (last && /^同志们[，！]/.test(last.text) && starts.length > 1 && starts.at(-1)!.first < last.n) {
    starts.push({ number: 'closing', kind: 'closing', part: null, label: '', title: '', first: last.n });
  }
  return starts.map((start, i) => ({ ...start, last: (starts[i + 1]?.first ?? lines.length + 1) - 1 }));
}

/** A marker's family and its rank: 一要 holds 一是 and 第一，, and those hold 首先，… 其二，. */
const MARKERS: readonly { pattern: RegExp; rank: number }[] = [
  { pattern: new RegExp(`^([${NUMERAL}]+)要`), rank: 1 },
  { pattern: new RegExp(`^第([${NUMERAL}]+)，`), rank: 2 },
  { pattern: new RegExp(`^([${NUMERAL}]+)是`), rank: 2 },
  { pattern: new RegExp(`^其([${NUMERAL}]+)，`), rank: 3 },
];

/** Titles longer than this end at their first comma: an outline is read at a glance. */
const LONG_TITLE = 22;

interface Candidate { n: number; start: number; marker: string; rank: number; ordinal: number }

/**
 * The numbered items of a section's lines, in order of reading.
 * `skipFirst` is the section's own label, which is no item of itself.
 */
export function readItems(lines: readonly Line[], skipFirst: string): Item[] {
  const candidates: Candidate[] = [];
  lines.forEach((line, i) => {
    const own = i === 0 ? skipFirst.length : 0;
    for (const start of clauseStarts(line.text)) {
      const rest = line.text.slice(start);
      if (start < own || (own > 0 && start === 0)) continue;
      if (rest.startsWith('首先，')) {
        candidates.push({ n: line.n, start, marker: '首先，', rank: NaN, ordinal: 1 });
        continue;
      }
      for (const { pattern, rank } of MARKERS) {
        const match = pattern.exec(rest);
        const ordinal = match && parseNumeral(match[1]!);
        if (match && ordinal) candidates.push({ n: line.n, start, marker: match[0], rank, ordinal });
      }
    }
  });
  // 首先 takes the rank of what continues it: 第二， or 其二，.
  candidates.forEach((candidate, i) => {
    if (Number.isNaN(candidate.rank)) {
      candidate.rank = candidates.slice(i + 1).find((next) => next.ordinal === 2)?.rank ?? 3;
    }
  });
  return levelled(candidates, new Map(lines.map((line) => [line.n, line.text])));
}

function levelled(candidates: readonly Candidate[], texts: ReadonlyMap<number, string>): Item[] {
  const open: { rank: number; ordinal: number }[] = [];
  const counts = new Map<number, number>();
  const items: Item[] = [];
  for (const { n, start, marker, rank, ordinal } of candidates) {
    while (open.length > 0 && open.at(-1)!.rank > rank) open.pop();
    const current = open.at(-1);
    const continues = current?.rank === rank && ordinal === current.ordinal + 1;
    if (!continues && ordinal !== 1) continue; // 二是 without 一是 is prose.
    if (current?.rank === rank) current.ordinal = ordinal;
    else open.push({ rank, ordinal });
    const count = (counts.get(n) ?? 0) + 1;
    counts.set(n, count);
    const title = itemTitle(texts.get(n)!.slice(start), marker);
    items.push({
      id: `${n}-${count}`, marker, title, level: open.length,
      range: { line: n, start, end: start + title.length },
    });
  }
  return items;
}

function clauseStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/[。；：]/g)) starts.push(match.index + 1);
  return starts;
}

function itemTitle(rest: string, marker: string): string {
  const sentence = /^[^。；：]*/.exec(rest)![0];
  if (sentence.length <= LONG_TITLE + marker.length) return sentence;
  const comma = sentence.indexOf('，', marker.length);
  return comma === -1 ? sentence : sentence.slice(0, comma);
}
