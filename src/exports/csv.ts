/**
 * CSV as Excel and WPS open it with a double click: UTF-8 with BOM, CRLF, RFC 4180. Works in the browser too:
 * the libraries for it want a newer one than Chrome 80, and the whole of the format is to double quotation marks.
 */
import { cellsOf, COLUMNS, type Breakdown } from './breakdown.ts';
import { harmless } from './harmless.ts';

/** Rows of text as one CSV file; the first row is the head. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map((text) => quoted(harmless(text))).join(',')}\r\n`).join('')}`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * The 任务分解表: its columns, and what the paper says otherwise: the part, the address, the editor's remark.
 * @param origin `https://…` before addresses, or `null` to leave them root-relative
 */
export function breakdownCsv({ groups }: Breakdown, origin: string | null): string {
  return csv([
    [...COLUMNS.map(({ name }) => name), '所属部分', '原文地址', '编者注'],
    ...groups.flatMap(({ rows }) =>
      rows.map((row) => [...cellsOf(row), row.part, (origin ?? '') + row.address, row.remark ?? ''])),
  ]);
}
