/**
 * Build step: the records of the built site → volumes → Pagefind's index, and the catalogue.
 *
 * Pagefind keeps a fragment file for each volume, to show excerpts from. Ours come from cards, so a
 * fragment only tells by which name Pagefind will answer for its volume, and stays out of the site.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { cardOf, packEntries, type Catalogue } from '../search/catalogue.ts';
import { searchKey } from '../search/key.ts';
import { planFor, type Plan } from '../search/plan.ts';
import { FUNCTIONS, LANGUAGE, PROGRAM, unpack } from '../search/pagefind.ts';
import type { SearchRecord } from '../search/record.ts';
import { tokens, type Width } from '../search/token.ts';
import { layOut } from '../search/volume.ts';

/** Pagefind's index as it writes it, so that its files explain each other; but not the client, and not the fragments. */
const USED = /^(pagefind-entry\.json|pagefind\.[^/]*\.pf_meta|index\/.*)$/;

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const records = JSON.parse(readFileSync(join(site, CATALOGUE), 'utf8')) as SearchRecord[];
        writeFiles(site, await indexRecords(records));
        logger.info(`${records.length} records indexed`);
      },
    },
  };
}

/** A file of the site, by its path below it. */
export interface SearchFile { readonly path: string; readonly content: string | Uint8Array }

const CATALOGUE = 'search/catalogue.json';

export function writeFiles(site: string, files: readonly SearchFile[]): void {
  new Set(files.map(({ path }) => dirname(path))).forEach((folder) => mkdirSync(join(site, folder), { recursive: true }));
  for (const { path, content } of files) writeFileSync(join(site, path), content);
}

/**
 * Everything that the search loads. `plan` is for tests and measurements; else the size of the corpus decides.
 * @throws when Pagefind refuses a volume or has changed
 */
export async function indexRecords(records: readonly SearchRecord[], plan: Plan = planFor(sizeOf(records))): Promise<SearchFile[]> {
  const { keys, places } = layOut(records, plan.volumeSize);
  const { files, names } = await indexVolumes(keys, plan.width);
  const pieces = files.flatMap(({ path }) => /^index\/(.+)\.pf_index$/.exec(path)?.[1] ?? []);

  const cards = records.map(cardOf);
  const folder = createHash('sha256').update(JSON.stringify([keys, cards])).digest('hex').slice(0, 8);
  const beside = (file: string, content: unknown): SearchFile => ({ path: `search/${folder}/${file}.json`, content: JSON.stringify(content) });
  const catalogue: Catalogue = {
    width: plan.width, metadata: await metadataOf(files), early: pieces.length === 1 ? pieces : [], folder, volumes: names, entries: packEntries(records, places), ...(plan.cardsTogether ? { cards } : {}),
  };
  return [
    { path: CATALOGUE, content: JSON.stringify(catalogue) },
    ...(plan.cardsTogether ? [beside('volumes', keys)] : cards.map((card, n) => beside(`cards/${n}`, card))),
    ...(plan.width === 1 ? [] : [beside('alphabet', [...new Set(keys.flatMap((key) => tokens(key, 1)))].sort())]),
    ...files.filter(({ path }) => path === PROGRAM || USED.test(path)).map(({ path, content }) => ({ path: `pagefind/${path}`, content })),
  ];
}

function sizeOf(records: readonly SearchRecord[]): number {
  return records.reduce((sum, { kind, texts }) => sum + (kind === 'section' ? texts.reduce((own, { text }) => own + searchKey(text).length, 0) : 0), 0);
}

/** Pagefind's files, and its name for each volume. */
async function indexVolumes(keys: readonly string[], width: Width): Promise<{ files: pagefind.IndexFile[]; names: string[] }> {
  try {
    const { index, errors } = await pagefind.createIndex();
    if (!index) throw new Error(errors.join('; '));
    for (const [i, key] of keys.entries()) {
      const { errors: refused } = await index.addCustomRecord({ url: String(i), content: tokens(key, width).join(' '), language: LANGUAGE });
      if (refused.length > 0) throw new Error(`volume ${i}: ${refused.join('; ')}`);
    }
    const { files, errors: unwritten } = await index.getFiles();
    if (unwritten.length > 0) throw new Error(unwritten.join('; '));
    await checkProgram(files.find(({ path }) => path === PROGRAM)?.content);
    return { files, names: namesOf(files, keys.length) };
  } catch (error) {
    throw new Error('The search index could not be made.', { cause: error });
  } finally {
    await pagefind.close();
  }
}

/** @throws when Pagefind's program is not spoken to as `search/pagefind.ts` does */
export async function checkProgram(packed: Uint8Array | undefined): Promise<void> {
  if (!packed) throw new Error(`Pagefind wrote no ${PROGRAM}.`);
  const module = await WebAssembly.compile(await unpack(new Response(new Uint8Array(packed))));
  const offered = WebAssembly.Module.exports(module).map(({ name }) => name);
  const lacking = FUNCTIONS.filter((name) => !offered.includes(name));
  if (lacking.length > 0) throw new Error(`Pagefind’s program has no ${lacking.join(', ')}: see src/search/pagefind.ts.`);
}

/** Pagefind's metadata of the index, as Base64. */
async function metadataOf(files: readonly pagefind.IndexFile[]): Promise<string> {
  const [metadata, ...others] = files.filter(({ path }) => path.endsWith('.pf_meta'));
  if (!metadata || others.length > 0) throw new Error('Pagefind wrote more than one index, or none.');
  return Buffer.from(await unpack(new Response(new Uint8Array(metadata.content)))).toString('base64');
}

/** A fragment's file is named by what Pagefind answers with, and holds the volume's `url`: its number. */
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
    throw new Error(`Pagefind wrote ${names.filter(Boolean).length} fragments for ${count} volumes.`);
  }
  return names;
}
