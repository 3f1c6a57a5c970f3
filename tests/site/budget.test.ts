/**
 * What a first view may weigh, a page type at a time: HTML, styles and scripts that the page loads by
 * itself, each under brotli. Raise a budget only with a reason.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesOf } from './assets.ts';

const dist = process.env['LUOSHI_DIST'] ?? 'dist';
const speech = 'speeches/2022-industrial-transformation';

/** Starlight's first view of the longest section, brotli-served, in bytes; ours may have 0.35 of it. */
const STARLIGHT = 52_700;

const BUDGETS: readonly (readonly [page: string, kilobytes: number, requests: number])[] = [
  ['index.html', 13, 6],
  [`${speech}/index.html`, 13, 6],
  [`${speech}/1-3/index.html`, (STARLIGHT * 0.35) / 1000, 6],
  [`${speech}/full/index.html`, 42, 8],
  ['commitments/index.html', 40, 12],
  ['commitments/T309/index.html', 13, 6],
  ['slogans/index.html', 20, 6],
  ['slogans/四双联动/index.html', 16, 9],
  ['figures/index.html', 16, 6],
  ['deadlines/index.html', 18, 10],
  ['search/index.html', 18, 9],
  ['verify/index.html', 24, 6],
];

describe('first views', () => {
  it.each(BUDGETS)('%s stays under %d KB in %d requests', (page, kilobytes, requests) => {
    const files = filesOf(dist, page);
    const bytes = files.map((file) => brotliCompressSync(readFileSync(join(dist, file))).length);
    const sum = bytes.reduce((total, size) => total + size, 0);
    expect(files.length, files.join(' ')).toBeLessThanOrEqual(requests);
    expect(sum, files.map((file, i) => `${file} ${bytes[i]!}`).join(', ')).toBeLessThanOrEqual(kilobytes * 1000);
  });
});
