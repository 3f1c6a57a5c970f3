/** What can be found: sections, commitments and slogans, each with the texts it is found by. */
import type { Library } from '../corpus/library.ts';
import { anchors, type Addresses } from '../site/addresses.ts';

export const KINDS = { section: '正文', commitment: '任务', slogan: '提法' } as const;
export type Kind = keyof typeof KINDS;

/** A text that a record is found by, and the address that its hits lead to. */
export interface RecordText {
  readonly text: string;
  readonly url: string;
  /** Where it stands, for readers: `第一部分（三）第2段`. Empty where it is not of the speech. */
  readonly place: string;
}

export interface SearchRecord {
  readonly kind: Kind;
  readonly id: string;
  /** Parts of the speech that it belongs to; 0 is the opening and the closing. */
  readonly parts: readonly number[];
  readonly title: string;
  readonly url: string;
  /** What it stands under, for readers: the part of a section, the section of a commitment. */
  readonly path: string;
  /** Its names: they weigh more than its texts, and may stand in them. */
  readonly names: readonly string[];
  readonly texts: readonly RecordText[];
}

export function recordsOf(library: Library, routes: Addresses): SearchRecord[] {
  const { speech } = library;
  const home = (line: number, anchor: string): string =>
    `${routes.section(speech.id, library.sectionOf(line).slug)}#${anchor}`;
  const sections = library.sections.map((section): SearchRecord => ({
    kind: 'section',
    id: section.number,
    parts: [section.part ?? 0],
    title: library.nameOf(section),
    url: routes.section(speech.id, section.slug),
    path: section.kind === 'section' && section.part !== null ? library.nameOf(library.section(`${section.part}`)) : '',
    // The opening and the closing have no heading in the text: their titles are ours.
    names: section.part === null ? [] : [section.title],
    texts: library.lines.slice(section.first - 1, section.last).map(({ n, text }) => ({
      text, url: home(n, anchors.paragraph(n)), place: library.placeOf(n),
    })),
  }));
  const commitments = library.commitments.map(({ id, title, quote, range, section }): SearchRecord => ({
    kind: 'commitment',
    id,
    parts: [library.section(section).part ?? 0],
    title: `${id} ${title}`,
    url: routes.commitment(id),
    path: library.nameOf(library.section(section)),
    names: [id, title],
    texts: [{ text: quote, url: home(range.line, anchors.commitment(id)), place: library.placeOf(range.line) }],
  }));
  const slogans = library.slogans.map(({ slug, name, forms, expansion, occurrences }): SearchRecord => ({
    kind: 'slogan',
    id: slug,
    parts: [...new Set(occurrences.map(({ section }) => library.section(section).part ?? 0))],
    title: name,
    url: routes.slogan(slug),
    path: occurrences[0] ? library.nameOf(library.section(occurrences[0].section)) : '',
    names: [...new Set([name, ...forms])],
    texts: [
      ...expansion.quotes.map(({ text, range }) => ({ text, url: home(range.line, anchors.paragraph(range.line)), place: library.placeOf(range.line) })),
      ...(expansion.text === null ? [] : [{ text: expansion.text, url: routes.slogan(slug), place: '' }]),
    ],
  }));
  return [...sections, ...commitments, ...slogans];
}
