/** Where deadlines lie on the year: months that the words of the speech name, and no others. */
import type { Commitment, Deadline } from '../corpus/commitment.ts';

/** Months of the year, from 1, both included. `point` where the words name the last day to be met. */
export interface Stretch { readonly from: number; readonly to: number; readonly point: boolean }

export interface CalendarRow { readonly commitment: Commitment; readonly deadline: Deadline; readonly stretch: Stretch }

/**
 * The months of `year` that a deadline names: the month of its date, or all of them where its words are the
 * year. `null` where they name none (`3到5年`, `按时`), another year, or a month of no stated year (`5月份`).
 */
export function stretchOf({ date, text }: Deadline, year: number): Stretch | null {
  if (date !== null) {
    const month = Number(date.slice(5, 7));
    return Number(date.slice(0, 4)) === year ? { from: month, to: month, point: true } : null;
  }
  return text === '全年' || text === `${year}年` ? { from: 1, to: 12, point: false } : null;
}

/** What can be drawn, in order of time, and what the words keep off the calendar. */
export function layOutYear(commitments: readonly Commitment[], year: number): { rows: CalendarRow[]; off: { commitment: Commitment; deadline: Deadline }[] } {
  const rows: CalendarRow[] = [];
  const off: { commitment: Commitment; deadline: Deadline }[] = [];
  for (const commitment of commitments) {
    const { deadline } = commitment;
    if (deadline === null) continue;
    const stretch = stretchOf(deadline, year);
    if (stretch) rows.push({ commitment, deadline, stretch });
    else off.push({ commitment, deadline });
  }
  rows.sort((a, b) => a.stretch.to - b.stretch.to || b.stretch.from - a.stretch.from);
  return { rows, off };
}
