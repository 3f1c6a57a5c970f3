/** What can be found: sections, commitments and slogans, each with the texts it is found by. */
import { anchors, type Addresses } from '../site/addresses.ts';
import type { Library } from '../corpus/library.ts';

export const KINDS = { section: '正文', commitment: '任务', slogan: '提法' } as const;
export type Kind = keyof typeof KINDS;

/** A text of a record, and the anchor that its hits lead to. */
export interface RecordText {
  readonly text: string;
  readonly url: string;
  /** Names weigh more than running text: titles, slogan forms, task numbers. */
  readonly name: boolean;
  /** Where the text stands, for readers: `第一部分（三）第2段`. */
  readonly place: string;
}

export interface SearchRecord {
  /** What Pagefind calls the record; written in after indexing. */
  readonly hash?: string;
  readonly kind: Kind;
  readonly id: string;
  /** Part of the speech, or 0 for opening, closing and what belongs to no part. */
  readonly part: number;
  readonly title: string;
  readonly url: string;
  readonly texts: readonly RecordText[];
}

export function recordsOf(library: Library, routes: Addresses): SearchRecord[] {
  const { speech } = library;
  const sections = library.sections.map((section): SearchRecord => {
    const url = routes.section(speech.id, section.slug);
    return {
      kind: 'section', id: section.number, part: section.part ?? 0, title: library.nameOf(section), url,
      texts: library.lines.slice(section.first - 1, section.last).map((line) => ({
        text: line.text, url: `${url}#${anchors.paragraph(line.n)}`, name: line.kind === 'heading', place: library.placeOf(line.n),
      })),
    };
  });
  const commitments = library.commitments.map((commitment): SearchRecord => {
    const url = routes.commitment(commitment.id);
    const section = library.section(commitment.section);
    return {
      kind: 'commitment', id: commitment.id, part: section.part ?? 0, title: `${commitment.id} ${commitment.title}`, url,
      texts: [
        { text: commitment.id, url, name: true, place: '' },
        { text: commitment.title, url, name: true, place: '' },
        { text: commitment.quote, url, name: false, place: library.placeOf(commitment.range.line) },
      ],
    };
  });
  const slogans = library.slogans.map((slogan): SearchRecord => {
    const url = routes.slogan(slogan.slug);
    const text = (words: string, name: boolean) => ({ text: words, url, name, place: '' });
    return {
      kind: 'slogan', id: slogan.slug, part: 0, title: slogan.name, url,
      texts: [
        text(slogan.name, true),
        ...slogan.forms.filter((form) => form !== slogan.name).map((form) => text(form, true)),
        ...slogan.expansion.quotes.map((quote) => text(quote.text, false)),
        ...(slogan.expansion.text === null ? [] : [text(slogan.expansion.text, false)]),
      ],
    };
  });
  return [...sections, ...commitments, ...slogans];
}
