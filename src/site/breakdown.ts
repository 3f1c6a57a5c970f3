/** The 任务分解表 of this site, made once: rows for the tables that go on paper. */
import { breakDown, rowsOf, type BreakdownRow } from '../exports/breakdown.ts';
import { getLibrary } from './library.ts';
import { routes } from './routes.ts';

let rows: Promise<Map<string, BreakdownRow>> | undefined;

/** @throws when there is no such commitment */
export async function getBreakdownRow(id: string): Promise<BreakdownRow> {
  rows ??= getLibrary().then((library) => new Map(rowsOf(breakDown(library, routes)).map((row) => [row.id, row])));
  const row = (await rows).get(id);
  if (!row) throw new Error(`The 任务分解表 has no row ${id}.`);
  return row;
}
