/**
 * The speech as a Word document in the format of GB/T 9704-2012: each line of the source is one paragraph,
 * and its text is that line exactly.
 *
 * Word's navigation pane follows outline levels. Headings of parts stand on lines of their own and are
 * 标题 1. The headings （一） and 一要 run in: their paragraphs carry the outline level themselves. A style
 * separator would keep the rest of the paragraph out of the pane, but makes two paragraphs of one line, and
 * WPS and LibreOffice break the line there; the pane cuts long entries to its width anyway.
 */
import { AlignmentType, Document, Paragraph, TextRun, type IParagraphOptions, type IRunOptions } from 'docx';
import type { Library } from '../../corpus/library.ts';
import type { Line } from '../../corpus/outline.ts';
import { config } from '../../site/config.ts';
import { words } from '../../words.ts';
import { FONTS } from '../fonts.ts';
import { A4, font, FOOTER_DISTANCE, GRID, MIRRORED, NARROWED, OFF_GRID, ON_LINES, pageNumbers, SIZES, twips } from './page.ts';
import { pack } from './pack.ts';

/** Names of our own styles, as Word's gallery shows them. */
const STYLES = { section: '节首段', item: '条首段', runIn: '段首标题', note: words.note } as const;

const twoCharacters = { firstLineChars: 200, firstLine: Math.round(2 * GRID.character) } as const;

export async function speechDocx(library: Library): Promise<Uint8Array<ArrayBuffer>> {
  const { speech, lines } = library;
  const document = new Document({
    title: speech.title,
    creator: config.siteName,
    lastModifiedBy: config.siteName,
    description: `原文 SHA-256：${speech.sha256}`,
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: { font: font(FONTS.body), size: SIZES.three, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
          paragraph: { spacing: ON_LINES },
        },
        title: { run: { font: font(FONTS.title), size: SIZES.two }, paragraph: { alignment: AlignmentType.CENTER, spacing: ON_LINES } },
        heading1: { run: { font: font(FONTS.hei), size: SIZES.three, color: '000000' }, paragraph: { spacing: ON_LINES, indent: twoCharacters, outlineLevel: 0, keepNext: true } },
      },
      paragraphStyles: [
        // The grid's characters are measured against the size of this style, not against the document's defaults.
        { id: 'Normal', name: 'Normal', quickFormat: true, run: { size: SIZES.three, ...NARROWED }, paragraph: { alignment: AlignmentType.BOTH } },
        { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', quickFormat: true, paragraph: { indent: twoCharacters } },
        { id: 'SectionOpening', name: STYLES.section, basedOn: 'BodyText', quickFormat: true, paragraph: { outlineLevel: 1 } },
        { id: 'ItemOpening', name: STYLES.item, basedOn: 'BodyText', quickFormat: true, paragraph: { outlineLevel: 2 } },
        { id: 'Salutation', name: 'Salutation', basedOn: 'Normal', quickFormat: true },
        { id: 'EditorNote', name: STYLES.note, basedOn: 'Normal', run: { font: font(FONTS.kai), size: SIZES.four - 4, color: '595959' }, paragraph: { indent: { left: 0 } } },
      ],
      characterStyles: [{ id: 'RunIn', name: STYLES.runIn, basedOn: 'DefaultParagraphFont', run: { font: font(FONTS.kai) } }],
    },
    sections: [{
      properties: {
        page: {
          size: A4,
          margin: { ...GRID.margin, header: twips(20), footer: FOOTER_DISTANCE },
        },
        grid: { type: 'linesAndChars', linePitch: GRID.linePitch, charSpace: GRID.charSpace },
      },
      footers: pageNumbers(),
      children: [
        new Paragraph({ style: 'Title', children: [new TextRun(speech.title)] }),
        new Paragraph({ children: [] }),
        ...lines.map((line) => new Paragraph(paragraphOf(library, line))),
        new Paragraph({ children: [] }),
        ...notesOn(library).map((note) => new Paragraph({ style: 'EditorNote', children: [new TextRun(`${words.note}：${note}`)] })),
      ],
    }],
  });
  return pack(document, [MIRRORED, OFF_GRID]);
}

function paragraphOf(library: Library, line: Line): IParagraphOptions {
  const section = library.sectionOf(line.n);
  const text = (words: string, options: IRunOptions = {}): TextRun => new TextRun({ ...options, text: words });
  if (line.kind === 'heading') return { style: 'Heading1', children: [text(line.text)] };
  if (section.kind === 'section' && line.n === section.first) {
    const end = section.label.length + section.title.length + 1;
    return { style: 'SectionOpening', children: [text(line.text.slice(0, end), { style: 'RunIn' }), text(line.text.slice(end))] };
  }
  if (section.items.some(({ range, level }) => level === 1 && range.line === line.n && range.start === 0)) {
    return { style: 'ItemOpening', children: [text(line.text)] };
  }
  // 称呼 (同志们：) stands at the edge, as in every 公文.
  return { style: line.n === 1 && line.text.endsWith('：') ? 'Salutation' : 'BodyText', children: [text(line.text)] };
}

/** What a reader of the file alone must know of it. */
function notesOn({ speech, blanks }: Library): string[] {
  return [
    '原文没有标题，标题由编者依据原文对会议的称呼拟定。',
    ...(blanks.length > 0 ? [`“**”“*”：${speech.blanks}，照录不补。`] : []),
    ...speech.notes,
  ];
}
