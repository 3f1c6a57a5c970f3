/** Prints pages to PDF and reads them back with poppler, as somebody who measures the paper would. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { temporaryFolder } from '../temporary.ts';

export interface PaperWord {
  readonly text: string;
  /** Millimetres from the left and the top edge of the sheet. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PaperPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PaperWord[];
  /** Lines from top to bottom, each the text of the words that share it. */
  readonly lines: readonly string[];
}

const MM = 25.4 / 72;

/** The page as the browser prints it. */
export async function printed(page: Page): Promise<PaperPage[]> {
  const file = join(temporaryFolder('pdf'), 'page.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true });
  const xml = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return xml.split('<page ').slice(1).map((text) => {
    const [, width = '0', height = '0'] = /width="([\d.]+)" height="([\d.]+)"/.exec(text) ?? [];
    const words = [...text.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)]
      .map(([, left, top, right, bottom, word]): PaperWord => ({
        text: unescape(word!), left: Number(left) * MM, right: Number(right) * MM, top: Number(top) * MM, bottom: Number(bottom) * MM,
      }));
    return { width: Number(width) * MM, height: Number(height) * MM, words, lines: linesOf(words) };
  });
}

/** Words whose middles are on one height make a line. */
function linesOf(words: readonly PaperWord[]): string[] {
  const lines: { middle: number; words: PaperWord[] }[] = [];
  for (const word of words) {
    const middle = (word.top + word.bottom) / 2;
    const line = lines.find((one) => Math.abs(one.middle - middle) < 2.5);
    if (line) line.words.push(word);
    else lines.push({ middle, words: [word] });
  }
  return lines.sort((a, b) => a.middle - b.middle)
    .map((line) => line.words.sort((a, b) => a.left - b.left).map(({ text }) => text).join(''));
}

function unescape(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
