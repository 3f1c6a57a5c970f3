/** Figures: the numbers that the speech states. */
import type { SectionData } from './schema.ts';
import { numbersIn } from './numeral.ts';
import type { Range } from './range.ts';
import type { Field } from './resolver.ts';
import type { FigureRole } from './vocabulary.ts';

export interface Figure {
  readonly section: string;
  readonly quote: string;
  readonly range: Range;
  readonly subject: string;
  readonly metric: string;
  /** The speech's own words for the number where it is not in digits, else `null`. */
  readonly text: string | null;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: string | null;
  readonly period: string | null;
  readonly periodRange: Range | null;
  readonly role: FigureRole;
  readonly against: string | null;
}

/** Places a figure in the text, or reports through `at` why it has no place. */
export function resolveFigure(at: Field, entry: SectionData['figures'][number]): Figure | null {
  const passage = at.below('quote').passage(entry.quote);
  if (!passage) return null;
  if (entry.text !== undefined) at.wordsWithin(entry.text, passage, undefined);
  else if (!numbersIn(passage.text).includes(entry.value)) {
    at.below('value').report('words', `${entry.value}`, `引文“${passage.text}”里的数`);
  }
  if (entry.unit !== '' && !passage.text.includes(entry.unit)) {
    at.below('unit').report('words', `“${entry.unit}”`, `引文“${passage.text}”里的单位`);
  }
  if (entry.qualifier !== undefined && !passage.text.includes(entry.qualifier)) {
    at.below('qualifier').report('words', `“${entry.qualifier}”`, `引文“${passage.text}”里的话`);
  }
  return {
    section: passage.section, quote: passage.text, range: passage.range,
    subject: entry.subject, metric: entry.metric, text: entry.text ?? null, value: entry.value, unit: entry.unit,
    qualifier: entry.qualifier ?? null,
    period: entry.period?.text ?? null,
    periodRange: entry.period && at.below('period').wordsWithin(entry.period.text, passage, entry.period.basis),
    role: entry.role,
    against: entry.against ?? null,
  };
}
