/**
 * What exact search has to answer, by other means than the search: the texts out of the corpus and plain
 * `includes`. And strings to ask for, drawn at random but from a seed: the same at every run.
 */
import type { Corpus } from '../../src/corpus/corpus.ts';

/** A record and the texts that it is to be found by. */
export interface OracleRecord { readonly name: string; readonly texts: readonly string[] }

export function oracleOf(corpus: Corpus): OracleRecord[] {
  return [
    ...corpus.sections.map(({ number, first, last }) => ({
      name: `section ${number}`, texts: corpus.lines.slice(first - 1, last).map(({ text }) => text),
    })),
    ...corpus.commitments.map(({ id, title, quote }) => ({ name: `commitment ${id}`, texts: [id, title, quote] })),
    ...corpus.slogans.map(({ slug, name, forms, expansion }) => ({
      name: `slogan ${slug}`, texts: [name, ...forms, ...expansion.quotes.map(({ text }) => text), expansion.text ?? ''],
    })),
  ];
}

const normalized = new Map<string, string>();

/** What full-width and half-width forms, upper and lower case share. */
export function normal(text: string): string {
  const known = normalized.get(text) ?? text.normalize('NFKC').toLowerCase();
  normalized.set(text, known);
  return known;
}

/** The names of the records that hold a string, in their order. */
export function expected(records: readonly OracleRecord[], wanted: string): string[] {
  const holding = (key: string): string[] => records.filter(({ texts }) => texts.some((text) => normal(text).includes(key))).map(({ name }) => name);
  const exact = holding(normal(wanted));
  // A string wholly in quotation marks is looked for without them, where the marks do not stand in the text.
  const inner = /^[“‘「『《'](.*[^“”‘’「」『』《》'].*)[“”’」』》']$/u.exec(wanted)?.[1];
  return exact.length > 0 || inner === undefined ? exact : holding(normal(inner));
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LONGEST = 12;

/** Strings of 1 to 12 characters that occur: every kind of record as often as the others, every length, and unless told some in other widths and cases. */
export function occurring(records: readonly OracleRecord[], count: number, random: () => number, vary = true): string[] {
  const kinds = ['section', 'commitment', 'slogan'].map((kind) => records.filter(({ name }) => name.startsWith(kind))).filter(({ length }) => length > 0);
  return Array.from({ length: count }, (_, i) => {
    const record = pick(kinds[i % kinds.length]!, random);
    const characters = Array.from(pick(record.texts.filter((text) => text !== ''), random));
    const length = Math.min(1 + Math.floor(random() * LONGEST), characters.length);
    const start = Math.floor(random() * (characters.length - length + 1));
    const text = characters.slice(start, start + length).join('');
    return vary && random() < 0.25 ? otherForms(text, random) : text;
  });
}

/** Strings that do not occur: real ones damaged, joined over a border, shuffled, and strange ones. */
export function absent(records: readonly OracleRecord[], count: number, random: () => number): string[] {
  const alphabet = [...new Set(records.flatMap(({ texts }) => texts.flatMap((text) => Array.from(text))))];
  const texts = records.flatMap((record) => record.texts.filter((text) => text.length > 1));
  const damages: ((characters: string[]) => string[])[] = [
    (own) => own.map((character, i) => (i === Math.floor(own.length / 2) ? pick(alphabet, random) : character)),
    (own) => own.slice(0, 1).concat(own.slice(2, 3), own.slice(1, 2), own.slice(3)),
    (own) => own.filter((_, i) => i !== Math.floor(own.length / 2)),
    (own) => own.flatMap((character, i) => (i === 1 ? [character, pick(alphabet, random)] : [character])),
    (own) => own.concat(own.slice(-1)),
    () => [...Array.from(pick(texts, random)).slice(-3), ...Array.from(pick(texts, random)).slice(0, 3)],
    (own) => own.map(() => pick(alphabet, random)),
    (own) => [...own, pick(['𠮷', '龘', '🀄', 'ß', '々', 'ー', 'ﾊﾟ', '〇', '½', 'İ', '㎡', '\u3000無'], random)],
  ];
  const strings: string[] = [];
  while (strings.length < count) {
    const characters = Array.from(occurring(records, 1 + Math.floor(random() * 3), random).pop()!);
    const damaged = damages[Math.floor(random() * damages.length)]!(characters).join('').replace(/\s/gu, '');
    if (damaged !== '' && expected(records, damaged).length === 0) strings.push(damaged);
  }
  return strings;
}

/** The same string in other widths and cases. */
function otherForms(text: string, random: () => number): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0)!;
    if (random() < 0.5) return random() < 0.5 ? character.toUpperCase() : character.toLowerCase();
    if (code > 0x20 && code < 0x7f && character !== '"') return String.fromCodePoint(code + 0xfee0);
    if (code > 0xff01 && code < 0xff5f) return String.fromCodePoint(code - 0xfee0);
    return character;
  }).join('');
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}
