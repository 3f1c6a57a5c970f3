/** The Corpus as its readers see it: the same plain data, with the look-ups that they need. */
import { nameParagraph, nameSection } from './citation.ts';
import type { Commitment } from './commitment.ts';
import type { Corpus, Section, Slogan } from './corpus.ts';
import type { Line } from './outline.ts';
import type { Range } from './range.ts';
import { sentenceAround } from './sentence.ts';

export interface Library extends Corpus {
  line(n: number): Line;
  section(number: string): Section;
  sectionOf(line: number): Section;
  commitment(id: string): Commitment;
  slogan(slug: string): Slogan;
  commitmentsIn(section: Section): readonly Commitment[];
  sectionsOf(part: number): readonly Section[];
  /** `第一部分（三）第2段` */
  placeOf(line: number): string;
  /** `第一部分（三）突出重点` */
  nameOf(section: Section): string;
  sentenceOf(range: Range): Range;
}

export function createLibrary(corpus: Corpus): Library {
  const sections = byKey(corpus.sections, ({ number }) => number);
  const commitments = byKey(corpus.commitments, ({ id }) => id);
  const slogans = byKey(corpus.slogans, ({ slug }) => slug);
  const sectionOf = (line: number): Section =>
    need(corpus.sections.find(({ first, last }) => first <= line && line <= last), `line ${line}`);
  return Object.freeze({
    ...corpus,
    line: (n: number) => need(corpus.lines[n - 1], `line ${n}`),
    section: (number: string) => need(sections.get(number), `section ${number}`),
    sectionOf,
    commitment: (id: string) => need(commitments.get(id), `commitment ${id}`),
    slogan: (slug: string) => need(slogans.get(slug), `slogan ${slug}`),
    commitmentsIn: ({ number }: Section) => corpus.commitments.filter(({ section }) => section === number),
    sectionsOf: (part: number) => corpus.sections.filter((section) => section.part === part),
    placeOf: (line: number) => {
      const section = sectionOf(line);
      const paragraphs = corpus.lines.slice(section.first - 1, line).filter(({ kind }) => kind === 'paragraph');
      return paragraphs.length === 0 ? nameSection(section) : nameParagraph(section, paragraphs.length);
    },
    nameOf: (section: Section) => (section.part === null ? section.title : `${nameSection(section)}${section.kind === 'lead' ? '　' : ''}${section.title}`),
    sentenceOf: (range: Range) => sentenceAround(need(corpus.lines[range.line - 1], `line ${range.line}`).text, range),
  });
}

function byKey<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  return new Map(items.map((item) => [key(item), item]));
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The corpus has no ${what}.`);
  return value;
}
