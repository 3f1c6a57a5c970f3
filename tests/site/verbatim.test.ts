/** The verbatim proof, and that it breaks. */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proveHash, proveSpeech } from '../../src/build/proof.ts';
import { readParagraphs } from '../../src/build/read-paragraphs.ts';
import { temporaryFolder } from '../temporary.ts';

const id = '2022-industrial-transformation';
const source = readFileSync(`content/speeches/${id}/source.txt`, 'utf8');
const folder = `dist/speeches/${id}`;

/** A copy of the speech's pages with one replacement on one of them. */
function changed(page: string, from: string | RegExp, to: string): string {
  const copy = join(temporaryFolder('proof'), id);
  cpSync(folder, copy, { recursive: true });
  const file = join(copy, page, 'index.html');
  const html = readFileSync(file, 'utf8');
  const mended = typeof from === 'string' ? html.replaceAll(from, to) : html.replace(from, to);
  expect(mended).not.toBe(html);
  writeFileSync(file, mended);
  return copy;
}

describe('the text of the pages', () => {
  it('is the source, character for character, each line on one section page', () => {
    const lines = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'full')
      .flatMap((entry) => readParagraphs(readFileSync(join(folder, entry.name, 'index.html'), 'utf8')))
      .sort((a, b) => a.n - b.n);
    expect(lines.map(({ n }) => n)).toEqual(Array.from({ length: 36 }, (_, i) => i + 1));
    const joined = `${lines.map(({ text }) => text).join('\n')}\n\n`;
    expect(joined).toBe(source);
    expect(createHash('sha256').update(joined).digest('hex')).toBe('24123addee5112dedef4b918fe5c46a3adbde09ace82fa4d9bd0d4472f6db860');
  });

  it('stands on the page of the full text as well', () => {
    const lines = readParagraphs(readFileSync(join(folder, 'full/index.html'), 'utf8'));
    expect(`${lines.map(({ text }) => text).join('\n')}\n\n`).toBe(source);
  });

  it('is proved by the build', () => {
    expect(proveSpeech(source, folder)).toBeNull();
  });
});

describe('the proof breaks', () => {
  it.each([
    ['one character changed', '3-1', '高标准做好', '高标准作好', /3-1\/index\.html 第 23 段第 \d+ 字与原文不同[\s\S]*网页：.*【作】[\s\S]*原文：.*【做】/],
    ['one character dropped', '4-1', '力争超额完成', '力争超额完', /第 27 段第 \d+ 字/],
    ['a space added', 'closing', '同志们，三', '同志们， 三', /第 36 段第 5 字/],
    ['a blank filled in', '3-1', /(data-blank[^>]*>)\*\*</, '$1某市<', /第 23 段/],
    ['a line twice', '3-1', 'data-paragraph="23"', 'data-paragraph="24"', /第 24 段/],
    ['the full text changed', 'full', '高标准做好', '高标准作好', /full\/index\.html 第 23 段/],
  ])('when there is %s', (_, page, from, to, message) => {
    const copy = changed(page, from, to);
    expect(proveSpeech(source, copy)).toMatch(message);
    rmSync(copy, { recursive: true });
  });

  it('when the hash on the page of the proof is another', () => {
    expect(proveHash(source, folder, 'dist/verify/index.html')).toBeNull();
    const copy = changed('3-1', '高标准做好', '高标准作好');
    expect(proveHash(source, copy, 'dist/verify/index.html')).toMatch(/SHA-256：[0-9a-f]{64}$/);
  });

  it('when a page is missing', () => {
    const copy = changed('3-1', '<html', '<html data-copy');
    rmSync(join(copy, '3-1'), { recursive: true });
    expect(proveSpeech(source, copy)).toBe('原文第 23 段不在任何一页上');
  });
});
