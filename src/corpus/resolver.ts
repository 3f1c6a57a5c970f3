/** Resolves the quotes of one field of one file, and reports in its name what is wrong with it. */
import type { Finding, Path, Rule } from './finding.ts';
import type { Content } from './content.ts';
import type { Passage } from './corpus.ts';
import type { Outline, Stretch } from './outline.ts';
import { locate, type Quote } from './quote.ts';
import { placesOf, type Range } from './range.ts';

/** Knows the whole text; `in` narrows it to a file and a section. */
export class Resolver {
  readonly #outline: Outline;
  readonly #findings: Finding[];

  constructor(outline: Outline, findings: Finding[]) {
    this.#outline = outline;
    this.#findings = findings;
  }

  in(file: string, section: string): Field {
    return new Field(this.#outline, this.#findings, file, section, []);
  }

  sectionOf(line: number): string {
    return this.#outline.stretches.find(({ first, last }) => first <= line && line <= last)!.number;
  }

  fileOf(line: number, content: Content): string {
    const index = this.#outline.stretches.findIndex(({ first, last }) => first <= line && line <= last);
    return content.sections[index]!.file;
  }
}

/** One field of one file, whose quotes stand in one section unless they name another. */
export class Field {
  readonly #outline: Outline;
  readonly #findings: Finding[];
  readonly file: string;
  readonly section: string;
  readonly path: Path;

  constructor(outline: Outline, findings: Finding[], file: string, section: string, path: Path) {
    this.#outline = outline;
    this.#findings = findings;
    this.file = file;
    this.section = section;
    this.path = path;
  }

  /** The field at some steps below this one. */
  below(...steps: Path): Field {
    return new Field(this.#outline, this.#findings, this.file, this.section, [...this.path, ...steps]);
  }

  get stretch(): Stretch {
    return this.#outline.stretches.find(({ number }) => number === this.section)!;
  }

  report(rule: Rule, found: string, expected: string): null {
    this.#findings.push({ rule, file: this.file, path: this.path, found, expected });
    return null;
  }

  /** The place of a quote, or `null` after reporting why there is none. */
  passage(quote: Quote & { readonly section?: string }): Passage | null {
    const section = quote.section ?? this.section;
    const stretch = this.#outline.stretches.find(({ number }) => number === section);
    if (!stretch) {
      return this.below('section').report('unknown', `没有编号为“${section}”的节`,
        `下列之一：${this.#outline.stretches.map(({ number }) => number).join('、')}`);
    }
    const lines = this.#outline.lines.slice(stretch.first - 1, stretch.last);
    const located = locate(lines, quote);
    switch (located.kind) {
      case 'found':
        return { section, text: quote.exact, range: located.range };
      case 'ambiguous':
        return this.report('quote', `引文“${quote.exact}”在第 ${section} 节出现 ${located.places.length} 次：${
          located.places.map((place) => this.#context(place)).join('；')}`,
        '只出现一次的引文：加长 exact，或用 prefix、suffix 写出前后的字');
      case 'missing':
        return this.report('quote', `引文“${quote.prefix ?? ''}${quote.exact}${quote.suffix ?? ''}”在第 ${section} 节里找不到`,
          located.near
            ? `从原文复制的一段；最接近的是第 ${located.near.range.line} 段的“${located.near.text}”`
            : `从第 ${section} 节原文复制的一段，一字不差`);
    }
  }

  /**
   * The place of words inside a commitment's or a figure's quote, or inside a second quote of their own.
   * Words that stand several times inside it are taken at their first place.
   */
  wordsWithin(words: string, quote: Passage, basis: Quote | undefined): Range | null {
    const home = basis ? this.below('basis').passage(basis) : quote;
    if (!home) return null;
    const [at] = placesOf(words, home.text);
    if (at === undefined) {
      return this.below('text').report('words', `“${words}”不在${basis ? ' basis ' : '引文'}“${home.text}”里`,
        '引文里的原话；原话在本节别处时，用 basis 写出那里的引文');
    }
    const start = home.range.start + at;
    return { line: home.range.line, start, end: start + words.length };
  }

  #context(place: Range): string {
    const text = this.#outline.lines[place.line - 1]!.text;
    const from = Math.max(0, place.start - 6);
    return `第 ${place.line} 段“…${text.slice(from, place.end + 6)}…”`;
  }
}

