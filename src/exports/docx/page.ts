/** Pages of GB/T 9704-2012 in Word's measures, and what stands on each of them. */
import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun, type IFontAttributesProperties } from 'docx';
import { FONTS } from '../fonts.ts';
import type { Edit } from '../package.ts';

/** Millimetres → twips, Word's unit of a twentieth of a point. */
export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440);

/** A4 upright. */
export const A4 = { width: twips(210), height: twips(297) } as const;

/** 三号, 二号, 四号 in half points. */
export const SIZES = { three: 32, two: 44, four: 28 } as const;

/** One font for Han, Latin and the quotation marks that could be either. */
export function font(name: string): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
}

/**
 * 版心 156 × 225 mm, 天头 37 mm, 订口 28 mm; 22 lines of 28 characters, as Word's 文档网格 shows it.
 * The pitches are rounded down, so that the last line and the last character still fit.
 */
export const GRID = (() => {
  const margin = { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) };
  const linePitch = Math.floor((A4.height - margin.top - margin.bottom) / 22);
  const character = (A4.width - margin.left - margin.right) / 28;
  // Word states a character's pitch as what is added to the font's size, in 1/4096 pt.
  return { margin, linePitch, character, charSpace: Math.floor((character / 20 - SIZES.three / 2) * 4096) } as const;
})();

/**
 * 三号 is 16 pt and a character of the grid 15.8 pt. Word narrows the characters to the grid; LibreOffice gives
 * each of them two places of it. So the text leaves the grid and is narrowed by itself (in twips), with one twip
 * to spare, to the same 28 characters everywhere: a 29th does not fit, and full lines are justified to the 版心.
 */
export const NARROWED = { characterSpacing: Math.floor(GRID.character - SIZES.three / 2 * 20) - 1, snapToGrid: false } as const;

/**
 * What the same takes in paragraphs and the library has no option for. Single lines may begin and end pages, as the
 * grid is strict. Marks may hang over the edge, which is Word's default: LibreOffice reads this element the wrong way
 * round, and where it hangs a mark it can lose it in print, so the default has to be said to keep it from doing so.
 */
export const OFF_GRID: Edit = {
  part: 'word/styles.xml',
  found: /(?<=<w:style w:type="paragraph" w:styleId="Normal"[^>]*>(?:(?!<\/w:style>).)*<w:pPr>)(?=<w:jc )/,
  replacement: '<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:snapToGrid w:val="0"/>',
};

/** 订口 and 切口 change sides on even pages, as on a sheet printed on both sides. */
export const MIRRORED: Edit = { part: 'word/settings.xml', found: /(?=<w:defaultTabStop)/, replacement: '<w:mirrorMargins/>' };

/** A line of the grid, whatever the height of the font that the machine has. */
export const ON_LINES = { line: GRID.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;

/** `— 1 —` in 四号宋体, one character in from the outer edge: right on odd pages, left on even ones. */
export function pageNumbers(): { default: Footer; even: Footer } {
  const inset = SIZES.four / 2 * 20;
  return {
    default: numberAt({ alignment: AlignmentType.RIGHT, indent: { right: inset } }),
    even: numberAt({ alignment: AlignmentType.LEFT, indent: { left: inset } }),
  };
}

/** `— 1 —` in the middle, for pages that are no 公文. */
export function centredPageNumber(): { default: Footer } {
  return { default: numberAt({ alignment: AlignmentType.CENTER }) };
}

function numberAt(where: { alignment: 'left' | 'right' | 'center'; indent?: { left?: number; right?: number } }): Footer {
  return new Footer({
    children: [new Paragraph({
      ...where,
      spacing: { line: FOOTER_LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
      children: [new TextRun({ font: font(FONTS.song), size: SIZES.four, children: ['— ', PageNumber.CURRENT, ' —'] })],
    })],
  });
}

/** Height of the line that the page number stands on: 20 pt. */
const FOOTER_LINE = 400;

/**
 * Distance of the page number's line from the edge of the paper, so that its dashes, in the middle of the line,
 * are 7 mm below the 版心.
 */
export const FOOTER_DISTANCE = twips(35 - 7) - FOOTER_LINE / 2;
