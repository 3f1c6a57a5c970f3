/** 提法—举措: slogans against sections. How often each stands there, and how many measures there make it concrete. */
import type { Commitment } from '../corpus/commitment.ts';
import type { Section, Slogan } from '../corpus/corpus.ts';
import type { Occurrence } from '../corpus/slogan.ts';

export interface MatrixCell {
  readonly occurrences: readonly Occurrence[];
  readonly measures: readonly Commitment[];
}

export interface MatrixRow {
  readonly slogan: Slogan;
  /** One a section, in their order; `null` where there is nothing. */
  readonly cells: readonly (MatrixCell | null)[];
}

/** Rows by how much work a slogan carries: most measures first, then most occurrences, then order of the text. */
export function sloganMatrix(slogans: readonly Slogan[], sections: readonly Section[], commitment: (id: string) => Commitment): MatrixRow[] {
  return slogans
    .map((slogan) => {
      const measures = slogan.measures.map(({ id }) => commitment(id));
      const cells = sections.map(({ number }): MatrixCell | null => {
        const cell = {
          occurrences: slogan.occurrences.filter(({ section }) => section === number),
          measures: measures.filter(({ section }) => section === number),
        };
        return cell.occurrences.length + cell.measures.length === 0 ? null : cell;
      });
      return { slogan, cells };
    })
    .sort((a, b) => b.slogan.measures.length - a.slogan.measures.length || b.slogan.occurrences.length - a.slogan.occurrences.length);
}

/** How dark a cell is drawn: 1 for one measure, 2 for two or three, 3 for more; 0 for none. */
export function shadeOf(measures: number): 0 | 1 | 2 | 3 {
  return measures === 0 ? 0 : measures === 1 ? 1 : measures <= 3 ? 2 : 3;
}
