/**
 * The 任务分解表 as a form to fill in, for Excel, WPS and LibreOffice. Works in the browser too, where it
 * is loaded only on request.
 *
 * Cells hold text, never formulas. Rows have the height that their text is likely to need, and not as a custom
 * one: LibreOffice computes none when it opens a file, and Excel then still fits a row to what is filled in.
 */
import { colToLetter, writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import { cellsOf, COLUMNS, headingOf, notesOf, PROGRESS, remarksOf, rowsOf, type Breakdown } from './breakdown.ts';
import { FONTS } from './fonts.ts';
import { harmless } from './harmless.ts';
import { repack, type Edit } from './package.ts';
import { STAMP } from './stamp.ts';

/** Columns right of the paper's: to filter and to find the words by, not printed. */
const BESIDES = [{ name: '所属部分', width: 30 }, { name: '原文地址', width: 50 }];

const LAST = colToLetter(COLUMNS.length - 1);
const HEAD_ROW = 3;
/** Millimetres of paper → Excel's width in digits of the default font. */
const DIGITS_PER_MM = 0.56;

const line = { style: 'thin', color: { rgb: '808080' } } as const;
const box = { top: line, right: line, bottom: line, left: line };
const STYLES = {
  title: { font: { name: FONTS.title, size: 20 }, alignment: { horizontal: 'center', vertical: 'center' } },
  note: { font: { name: FONTS.kai, size: 10 }, alignment: { vertical: 'top', wrapText: true } },
  remark: { font: { name: FONTS.kai, size: 10 } },
  head: { font: { name: FONTS.hei, size: 10 }, border: box, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  group: { font: { name: FONTS.hei, size: 10 }, border: { top: line, bottom: line }, alignment: { vertical: 'center' } },
  text: { font: { name: FONTS.body, size: 10 }, border: box, alignment: { vertical: 'top', wrapText: true } },
  middle: { font: { name: FONTS.body, size: 10 }, border: box, alignment: { horizontal: 'center', vertical: 'top' } },
  link: { font: { name: FONTS.body, size: 10, color: { rgb: '0563C1' }, underline: true }, border: box, alignment: { vertical: 'top', wrapText: true } },
  beside: { font: { name: FONTS.body, size: 10 }, alignment: { vertical: 'top' } },
} satisfies Record<string, CellStyle>;

/**
 * @param origin `https://…` of the site. With it 对应原文 links to the words; without it a link from a file would
 *   lead nowhere, and the address stands as text only.
 */
export async function breakdownXlsx(breakdown: Breakdown, origin: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({
    sheets: [sheetOf(breakdown, origin)],
    properties: { title: breakdown.title, created: STAMP, modified: STAMP },
    defaultFont: { name: FONTS.body, size: 10 },
  });
  return repack(bytes, breakdown.groups.length === 0 ? [] : [FITTING]);
}

/** The library marks each height as custom, which would keep rows from growing with what is filled in. */
const FITTING: Edit = { part: 'xl/worksheets/sheet1.xml', found: / customHeight="1"(?= outlineLevel="1")/g, replacement: '' };

function sheetOf(breakdown: Breakdown, origin: string | null): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const heights = new Map<number, { height?: number; outlineLevel?: number }>();
  const validated: string[] = [];
  let row = 0;
  const put = (column: number, value: string | number, style: CellStyle, target?: string): void => {
    // An empty cell is to be filled in, and counts as empty only without a value.
    const content = value === '' ? null : typeof value === 'string' ? harmless(value) : value;
    cells.set(`${row},${column}`, { value: content, style, ...(target === undefined ? {} : { hyperlink: { target } }) });
  };

  put(0, breakdown.title, STYLES.title);
  heights.set(row++, { height: 36 });
  put(0, notesOf(breakdown).join('\n'), STYLES.note);
  heights.set(row++, { height: 44 });
  COLUMNS.forEach(({ name }, column) => { put(column, name, STYLES.head); });
  BESIDES.forEach(({ name }, i) => { put(COLUMNS.length + i, name, STYLES.head); });
  heights.set(row++, { height: 30 });

  for (const group of breakdown.groups) {
    if (group.name !== '') {
      COLUMNS.forEach((_, column) => { put(column, column === 0 ? headingOf(group) : '', STYLES.group); });
      heights.set(row++, { height: 20 });
    }
    const from = row + 1;
    for (const entry of group.rows) {
      cellsOf(entry).forEach((text, column) => {
        const { field } = COLUMNS[column]!;
        if (field === 'n') put(column, entry.n, STYLES.middle);
        else if (field === 'id') put(column, text, STYLES.middle);
        else if (field === 'place' && origin !== null) put(column, text, STYLES.link, origin + entry.address);
        else put(column, text, STYLES.text);
      });
      put(COLUMNS.length, entry.part, STYLES.beside);
      put(COLUMNS.length + 1, (origin ?? '') + entry.address, STYLES.beside);
      heights.set(row++, { height: heightOf(cellsOf(entry)), outlineLevel: 1 });
    }
    validated.push(`${PROGRESS_COLUMN}${from}:${PROGRESS_COLUMN}${row}`);
  }
  const last = Math.max(row, HEAD_ROW);
  for (const remark of remarksOf(breakdown)) {
    put(0, remark, STYLES.remark);
    row++;
  }

  return {
    name: '任务分解表',
    columns: [...COLUMNS.map(({ width }) => ({ width: digits(width) })), ...BESIDES.map(({ width }) => ({ width }))],
    rows: Array.from({ length: row }, () => []),
    cells,
    rowDefs: heights,
    outlineProperties: { summaryBelow: false },
    merges: [0, 1].map((at) => ({ startRow: at, startCol: 0, endRow: at, endCol: COLUMNS.length - 1 })),
    freezePane: { rows: HEAD_ROW, columns: 2 },
    autoFilter: { range: `A${HEAD_ROW}:${colToLetter(COLUMNS.length + BESIDES.length - 1)}${last}` },
    dataValidations: rowsOf(breakdown).length === 0 ? [] : [{
      type: 'list', values: [...PROGRESS], range: validated.join(' '), allowBlank: true,
      // An office may write what the list does not have; it is asked, not stopped.
      showErrorMessage: true, errorStyle: 'information', errorTitle: '进展情况', errorMessage: '列表里没有这一项。仍要这样填写吗？',
    }],
    pageSetup: {
      paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0,
      margins: { top: 0.8, right: 0.6, bottom: 0.8, left: 0.6, header: 0.3, footer: 0.4 },
      printTitlesRow: `$${HEAD_ROW}:$${HEAD_ROW}`, printArea: `$A$1:$${LAST}$${row}`, horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&C— &P —' },
  };
}

/** Points that the tallest of a row's cells is likely to need, in any of the fonts that may stand in for ours. */
function heightOf(cells: readonly string[]): number {
  const lines = cells.map((text, column) => {
    // Pixels of a screen, as Excel reckons: 7 to a digit, 5 of padding in a cell, 13.4 to a Han character.
    const perLine = Math.floor((digits(COLUMNS[column]!.width) * 7 - 5) / 13.4);
    return Math.ceil([...text].reduce((sum, character) => sum + (character > '\u2000' ? 1 : 0.6), 0) / perLine);
  });
  return 3 + 14.5 * Math.max(1, ...lines);
}

const digits = (mm: number): number => Math.round(mm * DIGITS_PER_MM * 10) / 10;

const PROGRESS_COLUMN = colToLetter(COLUMNS.findIndex(({ field }) => field === 'progress'));
