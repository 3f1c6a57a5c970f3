/**
 * What a first view may weigh, a page type at a time: HTML, styles and scripts that the page loads by
 * itself, each under brotli. Raise a budget only with a reason.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesOf } from './assets.ts';

const dist = process.env['LUOSHI_DIST'] ?? 'dist';
const speech = 'speeches/2022-industrial-transformation';

/** Starlight's first view of the longest section, in bytes and requests (bench/results.md); ours may have 0.35 and a third of it. */
const STARLIGHT = { bytes: 46_800, requests: 9 };
/** As in the measurements: what a server does to a page on its way. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const BUDGETS: readonly (readonly [page: string, kilobytes: number, requests: number])[] = [
  ['index.html', 13, 6],
  [`${speech}/index.html`, 13, 6],
  [`${speech}/1-3/index.html`, (STARLIGHT.bytes * 0.35) / 1000, STARLIGHT.requests / 3],
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
    const bytes = files.map((file) => brotliCompressSync(readFileSync(join(dist, file)), BROTLI).length);
    const sum = bytes.reduce((total, size) => total + size, 0);
    expect(files.length, files.join(' ')).toBeLessThanOrEqual(requests);
    expect(sum, files.map((file, i) => `${file} ${bytes[i]!}`).join(', ')).toBeLessThanOrEqual(kilobytes * 1000);
  });
});
