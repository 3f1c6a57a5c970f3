/** What the browser loads to export a filtered table: no Node in it, and not more than it is worth. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { build } from 'vite';

/** A module and everything that it imports, bundled as the site's scripts are. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false, logLevel: 'error',
    build: { write: false, target: 'es2019', lib: { entry, formats: ['es'] }, minify: true },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('Vite watches instead of building.');
  return output.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n');
}

describe.each([
  // Kilobytes as sent (gzip). ExcelJS would take 270.
  ['src/exports/xlsx.ts', 60],
  ['src/exports/csv.ts', 4],
])('%s in a browser', (entry, kilobytes) => {
  it(`needs no Node and at most ${kilobytes} KB`, async () => {
    const code = await bundle(entry);
    expect(code).not.toMatch(/\bnode:|\brequire\(|\bprocess\.|\bBuffer\b/);
    // Chrome 80 has none of these.
    expect(code).not.toMatch(/\.replaceAll\(|\.at\(|\.findLast\(|\.hasOwn\(|\.toSorted\(|structuredClone|randomUUID/);
    expect(gzipSync(code).length).toBeLessThan(kilobytes * 1000);
  });
});
