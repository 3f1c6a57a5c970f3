/**
 * The Corpus: everything the site knows, joined once, frozen, plain data.
 *
 * `joinCorpus` takes content of the right shape, resolves every quote to a place in the text, and
 * judges the whole. It returns findings instead of throwing, so that an editor sees all of them at once.
 */
import { blanksIn } from './blank.ts';
import { judgeCoverage, type Coverage } from './coverage.ts';
import type { Content } from './content.ts';
import { resolveCommitment, type Commitment } from './commitment.ts';
import { resolveFigure, type Figure } from './figure.ts';
import type { Finding } from './finding.ts';
import { readItems, readOutline, type Item, type Line, type Outline, type Part, type Stretch } from './outline.ts';
import { byPosition, contains, type Range } from './range.ts';
import { Resolver, type Field } from './resolver.ts';
import { findOccurrences, type Occurrence } from './slogan.ts';
import { judgeText } from './verbatim.ts';
import type { ExpansionType, QuotationUse, SetAsideReason, SloganKind } from './vocabulary.ts';

/** A stretch of the text with what its page shows. */
export interface Section extends Stretch {
  /** The number as it stands in addresses: `1-3`. */
  readonly slug: string;
  readonly items: readonly Item[];
  /** The MDX file it comes from. */
  readonly file: string;
}

/** A quote with its place and its section. */
export interface Passage {
  readonly section: string;
  readonly text: string;
  readonly range: Range;
}

export interface Speech {
  readonly id: string;
  readonly title: string;
  readonly titleBasis: Passage;
  readonly occasion: string;
  readonly sha256: string;
  readonly year: number;
  readonly yearBasis: readonly (Passage & { readonly why: string })[];
  readonly blanks: string;
  readonly notes: readonly string[];
  /** Characters of the text, line ends not counted. */
  readonly characters: number;
}

/** How a slogan is carried out: a commitment, and whether its own words name the slogan. */
export interface Measure {
  readonly id: string;
  /** True where a form stands in the commitment's quote; else an editor has put it there. */
  readonly named: boolean;
}

export interface Slogan {
  readonly slug: string;
  readonly name: string;
  readonly kind: SloganKind;
  readonly forms: readonly string[];
  readonly expansion: {
    readonly type: ExpansionType;
    /** Where the text itself expands it. */
    readonly quotes: readonly Passage[];
    /** A nationally known meaning, in our words. */
    readonly text: string | null;
  };
  readonly partOf: readonly string[];
  /** Slogans that name this one in `partOf`. */
  readonly includes: readonly string[];
  readonly note: string | null;
  readonly occurrences: readonly (Occurrence & { readonly section: string })[];
  readonly measures: readonly Measure[];
}

/** A day or year that is mentioned and that nobody has to meet. */
export interface DateMention extends Passage { readonly about: string }

export interface SetAside extends Passage {
  readonly reason: SetAsideReason;
  readonly commitment: string | null;
}

export interface EditorNote extends Passage { readonly note: string }

export interface Quotation { readonly section: string; readonly text: string; readonly as: QuotationUse }

export interface Corpus {
  readonly speech: Speech;
  readonly lines: readonly Line[];
  readonly parts: readonly Part[];
  readonly sections: readonly Section[];
  readonly commitments: readonly Commitment[];
  readonly slogans: readonly Slogan[];
  readonly figures: readonly Figure[];
  readonly dates: readonly DateMention[];
  readonly setAside: readonly SetAside[];
  readonly quotations: readonly Quotation[];
  readonly notes: readonly EditorNote[];
  readonly blanks: readonly Range[];
  readonly coverage: Coverage;
}

/** Joins content into the Corpus. `corpus` is `null` when findings leave nothing whole to show. */
export function joinCorpus(content: Content): { corpus: Corpus | null; findings: Finding[] } {
  const outline = readOutline(content.source.text);
  const findings = judgeText(content, outline);
  if (findings.length > 0) return { corpus: null, findings };

  const resolver = new Resolver(outline, findings);
  const occurrences = findOccurrences(outline.lines, content.slogans.map(({ slug, data }) => ({ slug, ...data })));
  const speech = joinSpeech(content, outline, resolver);
  const placed = placeAnnotations(content, outline, resolver);
  judgeIds(content, findings);
  const slogans = joinSlogans(content, outline, resolver, occurrences, placed.commitments);
  const commitments = placed.commitments.map((commitment): Commitment => ({
    ...commitment,
    slogans: slogans.filter(({ measures }) => measures.some(({ id }) => id === commitment.id)).map(({ slug }) => slug),
  }));
  const { coverage, findings: open } = judgeCoverage({
    ...placed, lines: outline.lines, occurrences,
    fileOf: (line) => resolver.fileOf(line, content),
    sectionOf: (line) => resolver.sectionOf(line),
  });
  findings.push(...open);
  if (findings.length > 0 || !speech) return { corpus: null, findings };
  return {
    findings,
    corpus: deepFreeze({
      ...placed, speech, commitments, slogans, coverage,
      lines: outline.lines, parts: outline.parts,
      sections: outline.stretches.map((stretch, i): Section => ({
        ...stretch,
        title: content.sections[i]!.data.title,
        slug: stretch.number.replace('.', '-'),
        items: readItems(outline.lines.slice(stretch.first - 1, stretch.last), stretch.label),
        file: content.sections[i]!.file,
      })),
      blanks: outline.lines.flatMap(blanksIn),
    }),
  };
}

/** What `speech.yaml` says, with the places that it rests on. */
function joinSpeech({ id, source, speech: { file, data } }: Content, outline: Outline, resolver: Resolver): Speech | null {
  const at = resolver.in(file, 'opening');
  const titleBasis = at.below('title', 'basis').passage(data.title.basis);
  at.below('occasion', 'basis').passage(data.occasion.basis);
  const yearBasis = data.year.basis.map((basis, i) => {
    const passage = at.below('year', 'basis', i).passage(basis);
    return passage && { ...passage, why: basis.why };
  });
  return titleBasis && {
    id, title: data.title.text, titleBasis, occasion: data.occasion.text,
    sha256: source.sha256, year: data.year.value,
    yearBasis: yearBasis.filter((basis) => basis !== null),
    blanks: data.blanks, notes: data.notes,
    characters: outline.lines.reduce((sum, line) => sum + [...line.text].length, 0),
  };
}

type Placed = Pick<Corpus, 'commitments' | 'figures' | 'dates' | 'setAside' | 'quotations' | 'notes'>;

/** The annotations of all sections, each at its place in the text; those without one are reported. */
function placeAnnotations(content: Content, outline: Outline, resolver: Resolver): Placed {
  const known = content.slogans.map(({ slug }) => slug);
  const year = content.speech.data.year.value;
  const commitments: Commitment[] = [];
  const figures: Figure[] = [];
  const dates: DateMention[] = [];
  const setAside: SetAside[] = [];
  const quotations: Quotation[] = [];
  const notes: EditorNote[] = [];
  for (const { file, data } of content.sections) {
    const at = resolver.in(file, data.number);
    data.commitments.forEach((entry, i) => {
      const commitment = resolveCommitment(at.below('commitments', i), entry, year);
      if (commitment) commitments.push(commitment);
      entry.slogans.forEach((slug, j) => {
        if (known.includes(slug)) return;
        at.below('commitments', i, 'slogans', j).report('unknown', `没有哪个文件定义提法“${slug}”`,
          `content/slogans/ 里一个文件的名字（${similar(slug, known)}），或新建 content/slogans/${slug}.yaml`);
      });
    });
    data.figures.forEach((entry, i) => {
      const figure = resolveFigure(at.below('figures', i), entry);
      if (figure) figures.push(figure);
    });
    data.dates.forEach((entry, i) => {
      const passage = at.below('dates', i, 'quote').passage(entry.quote);
      if (passage) dates.push({ ...passage, about: entry.about });
    });
    data.setAside.forEach((entry, i) => {
      const here = at.below('setAside', i);
      const passage = here.below('quote').passage(entry.quote);
      if ((entry.reason === 'covered') !== (entry.commitment !== undefined)) {
        here.below('commitment').report('schema', entry.commitment ? `“${entry.commitment}”` : '没有写',
          'reason 为 covered 时写出概括它的任务编号，其他理由不写');
      }
      if (passage) setAside.push({ ...passage, reason: entry.reason, commitment: entry.commitment ?? null });
    });
    data.quotations.forEach((entry, i) => {
      const lines = outline.lines.slice(at.stretch.first - 1, at.stretch.last);
      if (!lines.some((line) => line.text.includes(`“${entry.text}”`))) {
        at.below('quotations', i, 'text').report('quote', `本节没有“${entry.text}”`, '本节引号里的文字（不带引号）');
      }
      quotations.push({ section: data.number, ...entry });
    });
    data.notes.forEach((entry, i) => {
      const passage = at.below('notes', i, 'quote').passage(entry.quote);
      if (passage) notes.push({ ...passage, note: entry.text });
    });
  }
  const inOrder = <T extends { readonly range: Range }>(list: T[]): T[] => list.sort((a, b) => byPosition(a.range, b.range));
  return { commitments: inOrder(commitments), figures: inOrder(figures), dates, setAside: inOrder(setAside), quotations, notes };
}

/** The slogans in the order of their first occurrence, each with its occurrences and its measures. */
function joinSlogans(
  content: Content, outline: Outline, resolver: Resolver,
  occurrences: readonly Occurrence[], commitments: readonly Commitment[],
): Slogan[] {
  const known = content.slogans.map(({ slug }) => slug);
  const slogans = content.slogans.map(({ file, slug, data }): Slogan => {
    const at = resolver.in(file, 'opening');
    const own = occurrences.filter((occurrence) => occurrence.slug === slug)
      .map((occurrence) => ({ ...occurrence, section: resolver.sectionOf(occurrence.line) }));
    judgeForms(content, outline, at, slug, own.length);
    data.partOf.forEach((other, i) => {
      if (other === slug) at.below('partOf', i).report('unknown', `“${other}”就是它自己`, '它所属的另一个提法');
      else if (!known.includes(other)) at.below('partOf', i).report('unknown', `没有哪个文件定义提法“${other}”`, similar(other, known));
    });
    const quotes = data.expansion.type === 'text'
      ? data.expansion.quotes.map((quote, i) => at.below('expansion', 'quotes', i).passage(quote)) : [];
    const named = (commitment: Commitment): boolean => own.some((occurrence) => contains(commitment.range, occurrence));
    return {
      slug, name: data.name, kind: data.kind, forms: data.forms,
      expansion: {
        type: data.expansion.type,
        quotes: quotes.filter((quote) => quote !== null),
        text: data.expansion.type === 'common' ? data.expansion.text : null,
      },
      partOf: data.partOf,
      includes: content.slogans.filter((other) => other.data.partOf.includes(slug)).map((other) => other.slug),
      note: data.note ?? null,
      occurrences: own,
      measures: commitments.filter((commitment) => commitment.slogans.includes(slug) || named(commitment))
        .map((commitment) => ({ id: commitment.id, named: named(commitment) })),
    };
  });
  return slogans.sort((a, b) => byPosition(a.occurrences[0] ?? NOWHERE, b.occurrences[0] ?? NOWHERE));
}

/** Every form stands in the speech, and at least one of them is this slogan's. */
function judgeForms(content: Content, outline: Outline, at: Field, slug: string, occurrences: number): void {
  const { forms } = content.slogans.find((slogan) => slogan.slug === slug)!.data;
  if (occurrences === 0) {
    const rival = content.slogans.find((other) => other.slug !== slug
      && other.data.forms.some((form) => forms.some((mine) => form.includes(mine))));
    at.below('forms').report('quote',
      `“${forms.join('”“')}”在讲话里一次也没有出现${rival ? `（或都算在 ${rival.file} 的写法里）` : ''}`, '讲话里的写法，一字不差');
    return;
  }
  forms.forEach((form, i) => {
    if (!outline.lines.some((line) => line.text.includes(form))) {
      at.below('forms', i).report('quote', `“${form}”在讲话里没有出现`, '讲话里的写法，一字不差');
    }
  });
}

const NOWHERE: Range = { line: Infinity, start: 0, end: 0 };

/** Ids are given once: no two commitments share one, and none that was retired comes back. */
function judgeIds(content: Content, findings: Finding[]): void {
  const seen = new Map<string, string>();
  for (const { file, data } of content.sections) {
    data.commitments.forEach(({ id }, i) => {
      const path = ['commitments', i, 'id'];
      const other = seen.get(id);
      if (other !== undefined) {
        findings.push({ rule: 'duplicate', file, path, found: `编号 ${id} 已经用在 ${other}`, expected: '一个没有用过的编号' });
      }
      if (content.speech.data.retired.includes(id)) {
        findings.push({ rule: 'retired', file, path, found: `编号 ${id} 已停用（speech.yaml 的 retired）`, expected: '一个没有用过的编号' });
      }
      seen.set(id, file);
    });
  }
  for (const { file, data } of content.sections) {
    data.setAside.forEach(({ commitment }, i) => {
      if (commitment !== undefined && !seen.has(commitment)) {
        findings.push({ rule: 'unknown', file, path: ['setAside', i, 'commitment'], found: `没有编号为 ${commitment} 的任务`, expected: '一个已有的任务编号' });
      }
    });
  }
}

/** The names that share most characters with a mistaken one, for a message. */
function similar(wanted: string, names: readonly string[]): string {
  const score = (name: string): number => [...wanted].filter((character) => name.includes(character)).length;
  const close = names.filter((name) => score(name) > 0).sort((a, b) => score(b) - score(a)).slice(0, 3);
  return close.length > 0 ? `相近的有：${close.join('、')}` : `现有 ${names.length} 个提法`;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
