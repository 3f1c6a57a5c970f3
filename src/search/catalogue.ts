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
  /** Pagefind's metadata of the index, as Base64: small, and never of another build than the rest of this. */
  readonly metadata: string;
  /** The one piece of a small index: any query needs it. Empty where there are more. */
  readonly early: readonly string[];
  /** The folder beside the catalogue that holds the other files of its build; its name is their hash, so that builds never mix. */
  readonly folder: string;
  /** By which name Pagefind answers for each volume. */
  readonly volumes: readonly string[];
  readonly entries: PackedEntries;
  /** Absent in a large corpus: then each card is a file of its own. */
  readonly cards?: readonly Card[];
}

/** Entries in columns, which compress well. Names and texts are `at, length, …`, each `at` counted from the end of the one before it. */
export interface PackedEntries {
  readonly kinds: readonly number[];
  readonly parts: readonly (readonly number[])[];
  readonly volumes: readonly number[];
  readonly names: readonly (readonly number[])[];
  readonly texts: readonly (readonly number[])[];
}

const ORDER = Object.keys(KINDS) as Kind[];

export function packEntries(records: readonly SearchRecord[], places: readonly RecordPlaces[]): PackedEntries {
  const packNames = packing();
  const packTexts = packing();
  const spans = (texts: readonly string[], at: readonly number[]): Span[] => texts.map((text, i) => ({ at: at[i]!, length: searchKey(text).length }));
  const texts = records.map((record, i) => {
    const own = spans(record.texts.map(({ text }) => text), places[i]!.texts);
    return record.kind === 'section' ? [whole(own)] : own;
  });
  return {
    kinds: records.map(({ kind }) => ORDER.indexOf(kind)),
    parts: records.map(({ parts }) => parts),
    volumes: places.map(({ volume }) => volume),
    names: records.map((record, i) => packNames(spans(record.names, places[i]!.names), nameBase(record.kind, texts[i]!))),
    texts: texts.map((own) => packTexts(own)),
  };
}

export function unpackEntries({ kinds, parts, volumes, names, texts }: PackedEntries): Entry[] {
  const unpackNames = unpacking();
  const unpackTexts = unpacking();
  return kinds.map((kind, n): Entry => {
    const own = unpackTexts(texts[n]!);
    return { n, kind: ORDER[kind]!, parts: parts[n]!, volume: volumes[n]!, texts: own, names: unpackNames(names[n]!, nameBase(ORDER[kind]!, own)) };
  });
}

/** The names of a section stand in its lines, and are counted from there. */
function nameBase(kind: Kind, texts: readonly Span[]): number | undefined {
  return kind === 'section' ? texts[0]!.at : undefined;
}

function packing(): (spans: readonly Span[], base?: number) => number[] {
  let end = 0;
  return (spans, base = end) => {
    end = base;
    return spans.flatMap(({ at, length }) => {
      const distance = at - end;
      end = at + length;
      return [distance, length];
    });
  };
}

function unpacking(): (numbers: readonly number[], base?: number) => Span[] {
  let end = 0;
  return (numbers, base = end) => {
    end = base;
    const spans: Span[] = [];
    for (let i = 0; i < numbers.length; i += 2) {
      const span = { at: end + numbers[i]!, length: numbers[i + 1]! };
      spans.push(span);
      end = span.at + span.length;
    }
    return spans;
  };
}

/** The lines of a section follow one another in its volume: one span holds them, since no query holds the ends between them. */
function whole(lines: readonly Span[]): Span {
  const last = lines[lines.length - 1]!;
  return { at: lines[0]!.at, length: last.at + last.length - lines[0]!.at };
}

export function cardOf({ id, title, url, path, names, texts }: SearchRecord): Card {
  return { id, title, url, path, names: names.filter((name) => !title.includes(name)), texts };
}
