/** The corpus as JSON for other programs, in the shapes of `schema.ts`. `null` is where the text is silent. */
import type { Library } from '../corpus/library.ts';
import { anchors, type Addresses } from '../site/addresses.ts';
import type { CommitmentsFile, FiguresFile, SloganRecord } from './schema.ts';

export type { CommitmentRecord, CommitmentsFile, FiguresFile, SloganRecord } from './schema.ts';

export function commitmentsJson(library: Library, routes: Addresses): CommitmentsFile {
  return {
    speech: speechOf(library),
    commitments: library.commitments.map(({ id, title, kind, section, quote, deadline, targets, units, slogans }) => ({
      id, title, kind, section,
      url: addressIn(library, routes, section, anchors.commitment(id)),
      quote,
      deadline: deadline && { text: deadline.text, type: deadline.type, date: deadline.date, yearInferred: deadline.yearFromSpeech },
      targets: targets.map(({ text, metric, op, value, unit }) => ({ text, metric, op, value, unit })),
      units: units && units.map(({ text, name, role }) => ({ text, name, role })),
      slogans: [...slogans],
    })),
  };
}

export function slogansJson(library: Library, routes: Addresses): SloganRecord[] {
  return library.slogans.map(({ slug, name, forms, expansion, occurrences, measures }) => ({
    slug, name, forms: [...forms],
    expansion: { type: expansion.type, text: expansion.text, quotes: expansion.quotes.map(({ text }) => text) },
    occurrences: occurrences.map((occurrence) => {
      const { start, end } = library.sentenceOf(occurrence);
      return {
        section: occurrence.section,
        url: addressIn(library, routes, occurrence.section, anchors.occurrence(occurrence)),
        context: library.line(occurrence.line).text.slice(start, end),
      };
    }),
    measures: measures.map(({ id }) => id),
  }));
}

export function figuresJson(library: Library, routes: Addresses): FiguresFile {
  return {
    speech: speechOf(library),
    figures: library.figures.map(({ section, range, quote, subject, metric, text, value, unit, qualifier, period, role, against }) => ({
      section,
      url: addressIn(library, routes, section, anchors.paragraph(range.line)),
      quote, subject, metric, text, value, unit, qualifier, period, role, against,
    })),
  };
}

function speechOf({ speech: { id, title, year, sha256 } }: Library): CommitmentsFile['speech'] {
  return { id, title, year, sha256 };
}

function addressIn(library: Library, routes: Addresses, section: string, anchor: string): string {
  return `${routes.section(library.speech.id, library.section(section).slug)}#${anchor}`;
}
