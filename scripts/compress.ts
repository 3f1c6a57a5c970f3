/** Compresses a built site as a web server would: a `.br` beside each file of text, which `scripts/server.ts` then serves. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TEXT = new Set(['.html', '.css', '.js', '.json', '.svg', '.txt', '.csv', '.ics']);

/** @param dir a folder of our own: files are written into it */
export function compressSite(dir: string): void {
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !TEXT.has(extname(file))) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params }));
  }
}
