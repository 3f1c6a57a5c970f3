/** The 任务分解表 in Word: A4 landscape, the head on each page, no row cut by the end of a page. */
import {
  AlignmentType, BorderStyle, Document, LineRuleType, PageOrientation, Paragraph, SimpleField, Table, TableCell,
  TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType,
} from 'docx';
import { config } from '../../site/config.ts';
import { cellsOf, COLUMNS, headingOf, notesOf, remarksOf, type Breakdown, type BreakdownGroup, type BreakdownRow } from '../breakdown.ts';
import { FONTS } from '../fonts.ts';
import { A4, centredPageNumber, font, SIZES, twips } from './page.ts';
import { pack } from './pack.ts';

const MARGIN = twips(20);
const WIDTH = A4.height - 2 * MARGIN;
const TEXT_SIZE = 20;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: '808080' } as const;

/** Column widths that make up the width of the page exactly. */
const WIDTHS = (() => {
  const whole = COLUMNS.reduce((sum, { width }) => sum + width, 0);
  const widths = COLUMNS.map(({ width }) => Math.floor((width / whole) * WIDTH));
  widths[2]! += WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths;
})();

/** @param origin `https://…` of the site: with it 对应原文 links to the words, without it there is no address to link to */
export async function breakdownDocx(breakdown: Breakdown, origin: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: breakdown.title,
    creator: config.siteName,
    lastModifiedBy: config.siteName,
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: { font: font(FONTS.body), size: TEXT_SIZE, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
        title: { run: { font: font(FONTS.title), size: SIZES.two - 4 }, paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 120 } } },
        heading1: { run: { font: font(FONTS.hei), size: TEXT_SIZE, color: '000000' }, paragraph: { outlineLevel: 0, keepNext: true } },
      },
      paragraphStyles: [{ id: 'Note', name: '说明', basedOn: 'Normal', run: { font: font(FONTS.kai) }, paragraph: { spacing: { after: 40 } } }],
    },
    sections: [{
      properties: {
        page: {
          size: { ...A4, orientation: PageOrientation.LANDSCAPE },
          margin: { top: twips(22), bottom: twips(20), left: MARGIN, right: MARGIN, header: twips(10), footer: twips(10) },
        },
      },
      footers: centredPageNumber(),
      children: [
        new Paragraph({ style: 'Title', children: [new TextRun(breakdown.title)] }),
        ...notesOf(breakdown).map((note) => new Paragraph({ style: 'Note', children: [new TextRun(note)] })),
        tableOf(breakdown, origin),
        ...['', ...remarksOf(breakdown)].map((note) => new Paragraph({ style: 'Note', children: [new TextRun(note)] })),
      ],
    }],
  });
  return pack(document);
}

function tableOf({ groups }: Breakdown, origin: string | null): Table {
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: WIDTHS,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, top: 30, bottom: 30, left: 50, right: 50 },
    borders: { top: hairline, bottom: hairline, left: hairline, right: hairline, insideHorizontal: hairline, insideVertical: hairline },
    rows: [headRow(), ...groups.flatMap((group) => [groupRow(group), ...group.rows.map((row) => rowOf(row, origin))])],
  });
}

function headRow(): TableRow {
  return new TableRow({
    tableHeader: true, cantSplit: true,
    children: COLUMNS.map(({ name }, column) => cell(column, [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: name, font: font(FONTS.hei) })] }),
    ], 'F2F2F2')),
  });
}

/** A part's heading is a heading of Word as well, for its navigation pane, and never the last row of a page. */
function groupRow(group: BreakdownGroup): TableRow {
  return new TableRow({
    cantSplit: true, keepNext: true,
    children: [new TableCell({
      columnSpan: COLUMNS.length,
      width: { size: WIDTH, type: WidthType.DXA },
      children: [new Paragraph({ style: 'Heading1', children: [new TextRun(headingOf(group))] })],
    })],
  });
}

function rowOf(row: BreakdownRow, origin: string | null): TableRow {
  return new TableRow({
    cantSplit: true,
    children: cellsOf(row).map((text, column) => {
      const { field } = COLUMNS[column]!;
      const narrow = field === 'n' || field === 'id';
      return cell(column, [new Paragraph({
        alignment: narrow ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [field === 'place' && origin !== null ? new SimpleField(`HYPERLINK "${origin}${row.address}"`, text) : new TextRun(text)],
      })]);
    }),
  });
}

function cell(column: number, children: Paragraph[], fill?: string): TableCell {
  return new TableCell({
    width: { size: WIDTHS[column]!, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(fill === undefined ? {} : { shading: { fill, type: 'clear', color: 'auto' } }),
    children,
  });
}
