/** More speeches than there are: sentences of the real one, put together anew, the same at every run. */
import type { Library } from '../src/corpus/library.ts';
import type { SearchRecord } from '../src/search/record.ts';
import { absent, occurring, randomFrom, type OracleRecord } from '../tests/browser/search-oracle.ts';

export interface BenchPage { readonly id: string; readonly title: string; readonly lines: readonly string[] }

const SECTIONS = 18;
const CHARACTERS_OF_SECTION = 611;
const SEED = 2022;

/** So many speeches of 18 sections, each of about 611 characters in some lines. */
export function makeSpeeches(library: Library, speeches: number): BenchPage[] {
  const random = randomFrom(SEED);
  const sentences = library.lines.flatMap(({ text }) => text.split(/(?<=[。；！？])/u)).filter((sentence) => sentence.length > 1);
  const pick = (): string => sentences[Math.floor(random() * sentences.length)]!;
  const line = (length: number): string => {
    let text = '';
    while (text.length < length) text += pick();
    return text;
  };
  const pages: BenchPage[] = [];
  for (let speech = 1; speech <= speeches; speech++) {
    for (let section = 1; section <= SECTIONS; section++) {
      const title = `第${speech}篇第${section}节`;
      const lines: string[] = [title];
      let length = 0;
      // Half a sentence too much on average, so half a sentence less is asked for.
      while (length < CHARACTERS_OF_SECTION - 130) {
        const next = line(80 + random() * 250);
        lines.push(next);
        length += next.length;
      }
      pages.push({ id: `${speech}-${section}`, title, lines });
    }
  }
  return pages;
}

export function charactersOf(pages: readonly BenchPage[]): number {
  return pages.reduce((sum, { lines }) => sum + lines.reduce((own, text) => own + text.length, 0), 0);
}

export function recordOf({ id, title, lines }: BenchPage): SearchRecord {
  return {
    kind: 'section', id, parts: [1], title, url: `/${id}/`, path: '', names: [title],
    texts: lines.map((text, i) => ({ text, url: `/${id}/#p${i + 1}`, place: `第${i + 1}段` })),
  };
}

/** What the issue names, which readers type. */
const NAMED = ['四双联动', '型升', '9+2', 'PM2.5', '8.8%', '10月底', '以日保周', '产业结构'];

/** Queries as readers type them: the named ones, and pieces of the text of two to six characters. */
export function typedQueries(pages: readonly BenchPage[], count: number): string[] {
  const random = randomFrom(SEED + 1);
  const queries = [...NAMED];
  while (queries.length < count) {
    const { lines } = pages[Math.floor(random() * pages.length)]!;
    const text = lines[Math.floor(random() * lines.length)]!;
    const length = 2 + Math.floor(random() * 5);
    const start = Math.floor(random() * (text.length - length + 1));
    queries.push(text.slice(start, start + length));
  }
  return queries.slice(0, count);
}

/** Strings of 1 to 12 characters: half of them occur, half do not. */
export function exactQueries(records: readonly OracleRecord[], count: number): string[] {
  const random = randomFrom(SEED + 2);
  // In their own form: what other widths and cases do is not held against others.
  return [...occurring(records, count / 2, random, false), ...absent(records, count / 2, random)];
}
