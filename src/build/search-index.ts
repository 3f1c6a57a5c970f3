/**
 * Build step: the records of the built site → Pagefind's index.
 *
 * Pagefind keeps a fragment file for each record, to show excerpts from. Ours come from
 * `search/records.json`, so a fragment only tells by which name Pagefind will answer; the names are
 * written into the records, and the fragments stay out of the site.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { searchKey } from '../search/key.ts';
import type { SearchRecord } from '../search/record.ts';
import { indexed } from '../search/token.ts';

/** The page language as Pagefind wants it: any other spelling opens an index that nobody searches. */
const LANGUAGE = 'zh-cn';

/** What of Pagefind's output the site uses: not its user interfaces, and not the fragments. */
const USED = /^(pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|pagefind\.[^/]*\.pf_meta|index\/.*|filter\/.*)$/;

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const file = join(site, 'search/records.json');
        const records = JSON.parse(readFileSync(file, 'utf8')) as SearchRecord[];
        const { files, names } = await indexRecords(records);
        for (const { path, content } of files) {
          if (!USED.test(path)) continue;
          const target = join(site, 'pagefind', path);
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, content);
        }
        writeFileSync(file, JSON.stringify(records.map((record, i) => ({ ...record, hash: names[i] }))));
        logger.info(`${records.length} records indexed`);
      },
    },
  };
}

/** Indexes records. Returns Pagefind's files, and its name for each record. */
export async function indexRecords(records: readonly SearchRecord[]): Promise<{ files: pagefind.IndexFile[]; names: string[] }> {
  try {
    const { index, errors } = await pagefind.createIndex();
    if (!index) throw new Error(errors.join('; '));
    for (const [i, { kind, part, texts }] of records.entries()) {
      const { errors: refused } = await index.addCustomRecord({
        url: String(i),
        content: indexed(texts.map(({ text }) => searchKey(text))),
        language: LANGUAGE,
        filters: { kind: [kind], part: [String(part)] },
      });
      if (refused.length > 0) throw new Error(`record ${i}: ${refused.join('; ')}`);
    }
    const { files, errors: unwritten } = await index.getFiles();
    if (unwritten.length > 0) throw new Error(unwritten.join('; '));
    return { files, names: namesOf(files, records.length) };
  } catch (error) {
    throw new Error('The search index could not be made.', { cause: error });
  } finally {
    await pagefind.close();
  }
}

/** A fragment's file is named by what Pagefind answers with, and holds the record's `url`: its number. */
function namesOf(files: readonly pagefind.IndexFile[], count: number): string[] {
  const names: string[] = [];
  for (const { path, content } of files) {
    const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (name === undefined) continue;
    const text = gunzipSync(content).toString('utf8');
    const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
    names[Number(url)] = name;
  }
  if (names.filter(Boolean).length !== count) {
    throw new Error(`Pagefind wrote ${names.filter(Boolean).length} fragments for ${count} records.`);
  }
  return names;
}
