/** Commitments: what the speech asks somebody to do or reach, each backed by its words. */
import type { SectionData } from './schema.ts';
import { dateIn } from './deadline.ts';
import { numbersIn } from './numeral.ts';
import type { Range } from './range.ts';
import type { Field } from './resolver.ts';
import type { CommitmentKind, DeadlineType, Operator, UnitRole } from './vocabulary.ts';

export interface Deadline {
  readonly text: string;
  readonly type: DeadlineType;
  /** ISO date for `explicit`, else `null`. */
  readonly date: string | null;
  /** True where the words name no year. */
  readonly yearFromSpeech: boolean;
  readonly note: string | null;
  readonly range: Range;
}

export interface Target {
  readonly text: string;
  readonly metric: string;
  readonly op: Operator;
  readonly value: number;
  readonly unit: string;
  readonly range: Range;
}

export interface Unit {
  readonly text: string;
  readonly name: string;
  readonly role: UnitRole;
  readonly range: Range;
}

export interface Commitment {
  readonly id: string;
  readonly title: string;
  readonly kind: CommitmentKind;
  readonly section: string;
  readonly quote: string;
  readonly range: Range;
  readonly deadline: Deadline | null;
  readonly targets: readonly Target[];
  readonly units: readonly Unit[] | null;
  /** Slugs, those that the quote itself names included. */
  readonly slogans: readonly string[];
  readonly note: string | null;
}

type Entry = SectionData['commitments'][number];

/** Places a commitment in the text, or reports through `at` why it has no place. */
export function resolveCommitment(at: Field, entry: Entry, year: number): Commitment | null {
  const passage = at.below('quote').passage(entry.quote);
  if (!passage) return null;
  const words = (field: Field, { text, basis }: { text: string; basis?: Entry['quote'] | undefined }): Range | null =>
    field.wordsWithin(text, passage, basis);
  return {
    id: entry.id, title: entry.title, kind: entry.kind,
    section: passage.section, quote: passage.text, range: passage.range,
    deadline: entry.deadline && resolveDeadline(at.below('deadline'), entry.deadline, year,
      words(at.below('deadline'), entry.deadline)),
    targets: entry.targets.flatMap((target, i) => {
      const range = words(at.below('targets', i), target);
      if (!numbersIn(target.text).includes(target.value)) {
        at.below('targets', i, 'value').report('words', `${target.value}`, `“${target.text}”里的数`);
      }
      if (!target.text.includes(target.unit)) {
        at.below('targets', i, 'unit').report('words', `“${target.unit}”`, `“${target.text}”里的单位`);
      }
      return range ? [{ text: target.text, metric: target.metric, op: target.op, value: target.value, unit: target.unit, range }] : [];
    }),
    units: entry.units && entry.units.flatMap((unit, i) => {
      const range = words(at.below('units', i), unit);
      if (!unit.text.includes(unit.name)) {
        at.below('units', i, 'name').report('words', `“${unit.name}”`, `“${unit.text}”里的称呼，不增字`);
      }
      return range ? [{ text: unit.text, name: unit.name, role: unit.role, range }] : [];
    }),
    slogans: entry.slogans,
    note: entry.note ?? null,
  };
}

/** A date stands exactly where the words name a day, and is that day. */
function resolveDeadline(at: Field, entry: NonNullable<Entry['deadline']>, year: number, range: Range | null): Deadline | null {
  const dated = dateIn(entry.text, year);
  if (entry.type === 'explicit' && entry.date === undefined) {
    at.below('date').report('deadline', '没有写', dated ? `“${entry.text}”指的那一天：${dated.date}` : `type 写 relative：“${entry.text}”没有说定哪一天`);
  }
  if (entry.date !== undefined && entry.date !== dated?.date) {
    at.below('date').report('deadline', `${entry.date}`, dated ? `“${entry.text}”指的那一天：${dated.date}` : `不写日期：“${entry.text}”没有说定哪一天`);
  }
  if (entry.date !== undefined && entry.type !== 'explicit') {
    at.below('type').report('deadline', `有日期而 type 是 ${entry.type}`, 'explicit；或删去日期');
  }
  return range && {
    text: entry.text, type: entry.type, date: entry.date ?? null,
    yearFromSpeech: entry.date !== undefined && dated?.yearFromSpeech === true,
    note: entry.note ?? null, range,
  };
}
