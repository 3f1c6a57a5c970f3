/** The corpus as JSON for other programs. `null` is where the text is silent. */
import type { Library } from '../corpus/library.ts';
import { anchors, type Addresses } from '../site/addresses.ts';

export interface CommitmentsFile {
  readonly speech: { readonly id: string; readonly title: string; readonly year: number; readonly sha256: string };
  readonly commitments: readonly CommitmentRecord[];
}

export interface CommitmentRecord {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly section: string;
  /** Address of the quote in its section, root-relative. */
  readonly url: string;
  readonly quote: string;
  readonly deadline: { readonly text: string; readonly type: string; readonly date: string | null } | null;
  readonly targets: readonly { readonly text: string; readonly metric: string; readonly op: string; readonly value: number; readonly unit: string }[];
  readonly units: readonly { readonly text: string; readonly name: string; readonly role: string }[] | null;
  readonly slogans: readonly string[];
}

export function commitmentsJson(library: Library, routes: Addresses): CommitmentsFile {
  const { speech } = library;
  return {
    speech: { id: speech.id, title: speech.title, year: speech.year, sha256: speech.sha256 },
    commitments: library.commitments.map(({ id, title, kind, section, quote, deadline, targets, units, slogans }) => ({
      id, title, kind, section,
      url: `${routes.section(speech.id, library.section(section).slug)}#${anchors.commitment(id)}`,
      quote,
      deadline: deadline && { text: deadline.text, type: deadline.type, date: deadline.date },
      targets: targets.map(({ text, metric, op, value, unit }) => ({ text, metric, op, value, unit })),
      units: units && units.map(({ text, name, role }) => ({ text, name, role })),
      slogans,
    })),
  };
}

export interface SloganRecord {
  readonly slug: string;
  readonly name: string;
  readonly forms: readonly string[];
  readonly expansion: { readonly type: string; readonly text: string | null; readonly quotes: readonly string[] };
  readonly occurrences: readonly { readonly section: string; readonly url: string; readonly context: string }[];
  readonly measures: readonly string[];
}

export function slogansJson(library: Library, routes: Addresses): SloganRecord[] {
  return library.slogans.map(({ slug, name, forms, expansion, occurrences, measures }) => ({
    slug, name, forms,
    expansion: { type: expansion.type, text: expansion.text, quotes: expansion.quotes.map(({ text }) => text) },
    occurrences: occurrences.map((occurrence) => {
      const { start, end } = library.sentenceOf(occurrence);
      return {
        section: occurrence.section,
        url: `${routes.section(library.speech.id, library.section(occurrence.section).slug)}#${anchors.occurrence(occurrence)}`,
        context: library.line(occurrence.line).text.slice(start, end),
      };
    }),
    measures: measures.map(({ id }) => id),
  }));
}
