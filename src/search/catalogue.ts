/**
 * The catalogue: what the search must know before it shows anything. For each record, of which kind and
 * part it is and which spans of a volume are its names and texts. What is shown of it, its card, comes
 * along in a small corpus; in a large one each card is a file.
 */
import { searchKey } from './key.ts';
import { KINDS, type Kind, type RecordText, type SearchRecord } from './record.ts';
import type { Width } from './token.ts';
import type { RecordPlaces } from './volume.ts';

/** A stretch of a volume, in units of its key. */
export interface Span { readonly at: number; readonly length: number }

/** A record as it is found. */
export interface Entry {
  /** Its number in the catalogue: the order of the speech, then tasks, then slogans. */
  readonly n: number;
  readonly kind: Kind;
  readonly parts: readonly number[];
  readonly volume: number;
  readonly names: readonly Span[];
  readonly texts: readonly Span[];
}

/** A record as it is shown. */
export interface Card {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly path: string;
  /** Names that the title does not say: other forms of a slogan. */
  readonly names: readonly string[];
  readonly texts: readonly RecordText[];
}

/** The file. */
export interface Catalogue {
  readonly width: Width;
  /** By which name Pagefind answers for each volume. */
  readonly volumes: readonly string[];
  readonly entries: readonly Row[];
  /** Absent in a large corpus: then each card is a file of its own. */
  readonly cards?: readonly Card[];
}

/** An entry in numbers: names and texts as `at, length, …`, each `at` counted from the end of the name or text before it. */
type Row = readonly [kind: number, volume: number, parts: readonly number[], names: readonly number[], texts: readonly number[]];

const ORDER = Object.keys(KINDS) as Kind[];

export function packEntries(records: readonly SearchRecord[], places: readonly RecordPlaces[]): Row[] {
  const packNames = packing();
  const packTexts = packing();
  return records.map((record, i): Row => {
    const { volume, names, texts } = places[i]!;
    const own = spans(record.texts.map(({ text }) => text), texts);
    return [
      ORDER.indexOf(record.kind), volume, record.parts, packNames(spans(record.names, names)),
      packTexts(record.kind === 'section' ? [whole(own)] : own),
    ];
  });
}

export function unpackEntries(rows: readonly Row[]): Entry[] {
  const unpackNames = unpacking();
  const unpackTexts = unpacking();
  return rows.map(([kind, volume, parts, names, texts], n): Entry => ({
    n, kind: ORDER[kind]!, volume, parts, names: unpackNames(names), texts: unpackTexts(texts),
  }));
}

function packing(): (spans: readonly Span[]) => number[] {
  let end = 0;
  return (spans) => spans.flatMap(({ at, length }) => {
    const distance = at - end;
    end = at + length;
    return [distance, length];
  });
}

function unpacking(): (numbers: readonly number[]) => Span[] {
  let end = 0;
  return (numbers) => numbers.reduce<Span[]>((spans, distance, i) => {
    if (i % 2 === 1) return spans;
    const span = { at: end + distance, length: numbers[i + 1]! };
    end = span.at + span.length;
    return [...spans, span];
  }, []);
}

function spans(texts: readonly string[], at: readonly number[]): Span[] {
  return texts.map((text, i) => ({ at: at[i]!, length: searchKey(text).length }));
}

/** The lines of a section follow one another in its volume: one span holds them, since no query holds the ends between them. */
function whole(lines: readonly Span[]): Span {
  const last = lines[lines.length - 1]!;
  return { at: lines[0]!.at, length: last.at + last.length - lines[0]!.at };
}

export function cardOf({ id, title, url, path, names, texts }: SearchRecord): Card {
  return { id, title, url, path, names: names.filter((name) => !title.includes(name)), texts };
}
