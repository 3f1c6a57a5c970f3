/** What the index shows as a file, made in the browser. Loaded, like the writers of the formats, on request only. */
import { narrow, onceEach, type Breakdown, type Selection } from '../exports/breakdown.ts';

export type Format = 'csv' | 'xlsx';

const TYPES: Record<Format, string> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Makes a file of the 任务分解表 and hands it to the reader.
 * @param address of the whole table as data
 * @param shown the commitments to write, in their groups and order
 * @param filters what they were chosen by, in words
 */
export async function saveFile(format: Format, address: string, shown: readonly Selection[], filters: readonly string[]): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  const breakdown = narrow((await response.json()) as Breakdown, shown, filters);
  const content = format === 'csv'
    ? (await import('../exports/csv.ts')).breakdownCsv(breakdown, location.origin)
    : await (await import('../exports/xlsx.ts')).breakdownXlsx(breakdown, location.origin);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: TYPES[format] }));
  // A part of the table must not pass for the whole.
  const count = onceEach(breakdown).length;
  link.download = `任务分解表${count < breakdown.total ? `（筛选${count}项）` : ''}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
