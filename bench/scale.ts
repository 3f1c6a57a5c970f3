/**
 * The same pages indexed by us and by Pagefind as it comes, at several sizes, and both asked the same.
 *
 * Stock Pagefind is used as its documentation says: pages with a `data-pagefind-body`, its module, its
 * worker, the data of the first five results. Ours is the built site's results page over an index of this
 * size, showing the first five results. The user interfaces are counted on neither side.
 */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import * as pagefind from 'pagefind';
import { indexRecords, writeFiles } from '../src/build/search-index.ts';
import type { Answer } from '../src/search/engine.ts';
import { expected, type OracleRecord } from '../tests/browser/search-oracle.ts';
import { charactersOf, exactQueries, recordOf, typedQueries, type BenchPage } from './corpus.ts';
import { exactness, type Exactness } from './exactness.ts';
import { sizesOf } from './sizes.ts';
import { bytesOf, serveCounted, type CountedSite, type Sent } from './traffic.ts';

export interface Side {
  /** Bytes of what grows with the corpus: the index with its metadata, and all texts that are shown, as they are served. */
  readonly indexBytes: number;
  readonly textBytes: number;
  readonly buildSeconds: number;
  /** Bytes of a first query, everything included: mean over the queries, and that of 产业结构. */
  readonly coldBytes: number;
  readonly coldNamed: number;
  readonly p50: number;
  readonly p95: number;
  readonly exactness: Exactness;
}

export interface Scale { readonly speeches: number; readonly pages: number; readonly characters: number; readonly ours: Side; readonly stock: Side }

const COLD_QUERIES = 24;
const WARM_QUERIES = 100;
const WARM_PASSES = 5;
const EXACT_QUERIES = 200;
const RESULTS = 5;
const NAMED = '产业结构';

/** @param shell the built site, for its results page */
export async function measureScale(browser: Browser, work: string, shell: string, pages: readonly BenchPage[], speeches: number): Promise<Scale> {
  const typed = typedQueries(pages, WARM_QUERIES);
  const records: OracleRecord[] = pages.map(({ id, lines }) => ({ name: `section ${id}`, texts: lines }));
  const exact = exactQueries(records, EXACT_QUERIES);
  const truth = exact.map((query) => new Set(expected(records, query)));
  const questions = { typed, exact, truth };
  const html = writePages(fresh(work, 'stock-pages'), pages);
  const ours = await measureOurs(browser, work, shell, pages, questions);
  const stock = await measureStock(browser, work, pages, html, questions);
  // Builds take turns; the best time of each counts. Small ones are over in a blink, so they take more turns.
  const times = { ours: [] as number[], stock: [] as number[] };
  for (let turn = 0; turn < (pages.length < 1000 ? 5 : 2); turn++) {
    times.stock.push(await buildStock(html, pages.length, fresh(work, 'stock')));
    times.ours.push(await buildOurs(pages, fresh(work, 'ours')));
  }
  return {
    speeches, pages: pages.length, characters: charactersOf(pages),
    ours: { ...ours, buildSeconds: Math.min(...times.ours) },
    stock: { ...stock, buildSeconds: Math.min(...times.stock) },
  };
}

/** From records in memory to files. Returns the seconds. */
async function buildOurs(pages: readonly BenchPage[], dir: string): Promise<number> {
  const records = pages.map(recordOf);
  const start = performance.now();
  writeFiles(dir, await indexRecords(records));
  return (performance.now() - start) / 1000;
}

/** From pages on the disk to files. Returns the seconds. */
async function buildStock(html: string, count: number, dir: string): Promise<number> {
  const start = performance.now();
  const { index } = await pagefind.createIndex();
  if (!index) throw new Error('Pagefind makes no index.');
  const { page_count: found } = await index.addDirectory({ path: html });
  if (found !== count) throw new Error(`Pagefind found ${found} of ${count} pages.`);
  await index.writeFiles({ outputPath: join(dir, 'pagefind') });
  await pagefind.close();
  return (performance.now() - start) / 1000;
}

function writePages(dir: string, pages: readonly BenchPage[]): string {
  writeFiles(dir, pages.map(({ id, title, lines }) => {
    const body = lines.map((text, i) => (i === 0 ? `<h1>${text}</h1>` : `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)).join('');
    return { path: `${id}/index.html`, content: `<!doctype html><html lang="zh-CN"><head><title>${title}</title></head><body><main data-pagefind-body>${body}</main></body></html>` };
  }));
  return dir;
}

interface Questions { readonly typed: readonly string[]; readonly exact: readonly string[]; readonly truth: readonly ReadonlySet<string>[] }

async function measureOurs(browser: Browser, work: string, shell: string, pages: readonly BenchPage[], { typed, exact, truth }: Questions): Promise<Omit<Side, 'buildSeconds'>> {
  const dir = fresh(work, 'ours');
  for (const part of ['index.html', 'search/index.html', 'assets']) {
    if (existsSync(join(shell, part))) cpSync(join(shell, part), join(dir, part), { recursive: true });
  }
  await buildOurs(pages, dir);

  const site = await serveCounted(dir, work);
  const common = await pathsOf(browser, site, 'search/');
  const cold: number[] = [];
  for (const query of typed.slice(0, COLD_QUERIES)) {
    const page = await browser.newPage();
    site.take();
    await page.goto(`${site.address}search/?q=${encodeURIComponent(query)}`);
    await page.locator('search-results[data-search-state=done]').waitFor();
    cold.push(costOf(site.take().filter(({ path }) => !common.has(path))));
    await page.close();
  }
  const page = await browser.newPage();
  await page.goto(`${site.address}search/`);
  const ask = (queries: readonly string[]): Promise<{ found: number[]; time: number }[]> => page.evaluate(async (all) => {
    const results = document.querySelector<HTMLElement & { ask(query: string, afresh: boolean): Promise<Answer> }>('search-results')!;
    const answers: { found: number[]; time: number }[] = [];
    for (const query of all) {
      const start = performance.now();
      const { found } = await results.ask(query, true);
      answers.push({ found: found.map(({ entry }) => entry.n), time: performance.now() - start });
    }
    return answers;
  }, queries);
  const times = await warmTimes(async () => (await ask(typed)).map(({ time }) => time));
  const found = (await ask(exact)).map((answer) => new Set(answer.found.map((n) => `section ${pages[n]!.id}`)));
  await page.close();
  const sizes = sizesOf(join(work, 'served'));
  await site.close();
  return { ...sizes, ...coldOf(typed, cold), ...percentiles(times), exactness: exactness(truth, found) };
}

async function measureStock(browser: Browser, work: string, pages: readonly BenchPage[], html: string, { typed, exact, truth }: Questions): Promise<Omit<Side, 'buildSeconds'>> {
  const dir = fresh(work, 'stock');
  writeFiles(dir, [{ path: 'index.html', content: '<!doctype html><html lang="zh-CN"><title>stock</title>' }]);
  await buildStock(html, pages.length, dir);

  const site = await serveCounted(dir, work);
  const cold: number[] = [];
  for (const query of typed.slice(0, COLD_QUERIES)) {
    const page = await browser.newPage();
    await page.goto(site.address);
    site.take();
    await page.evaluate(searchStock, { query, results: RESULTS });
    cold.push(costOf(site.take()));
    await page.close();
  }
  const page = await browser.newPage();
  await page.goto(site.address);
  const ask = async (queries: readonly string[], results: number): Promise<{ urls: string[]; time: number }[]> => {
    const answers: { urls: string[]; time: number }[] = [];
    for (const query of queries) answers.push(await page.evaluate(searchStock, { query, results }));
    return answers;
  };
  const times = await warmTimes(async () => (await ask(typed, 0)).map(({ time }) => time));
  const found = (await ask(exact, Infinity)).map(({ urls }) => new Set(urls.map((url) => `section ${url.replace(/\//g, '')}`)));
  await page.close();
  const sizes = sizesOf(join(work, 'served'));
  await site.close();
  return { ...sizes, ...coldOf(typed, cold), ...percentiles(times), exactness: exactness(truth, found) };
}

/** In the page: what a site with Pagefind does. The time is that of the search, without the data of its results. */
async function searchStock({ query, results }: { query: string; results: number }): Promise<{ urls: string[]; time: number }> {
  interface Stock { search(query: string): Promise<{ results: { id: string; data(): Promise<{ url: string }> }[] }> }
  const stock = (await import(/* @vite-ignore */ `${location.origin}/pagefind/pagefind.js`)) as Stock;
  const start = performance.now();
  const found = await stock.search(query);
  const time = performance.now() - start;
  const data = await Promise.all(found.results.slice(0, results).map((result) => result.data()));
  return { urls: data.map(({ url }) => url), time };
}

function fresh(work: string, name: string): string {
  const dir = join(work, name);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  return dir;
}

async function pathsOf(browser: Browser, site: CountedSite, path: string): Promise<Set<string>> {
  const page = await browser.newPage();
  site.take();
  await page.goto(site.address + path, { waitUntil: 'networkidle' });
  await page.close();
  return new Set(site.take().map((sent) => sent.path));
}

/** Pages and styles are not the search's. */
function costOf(sent: readonly Sent[]): number {
  return bytesOf(sent.filter(({ kind }) => kind !== 'html' && kind !== 'css' && kind !== 'other'));
}

function coldOf(queries: readonly string[], cold: readonly number[]): { coldBytes: number; coldNamed: number } {
  return { coldBytes: cold.reduce((sum, bytes) => sum + bytes, 0) / cold.length, coldNamed: cold[queries.indexOf(NAMED)]! };
}

/** A query's time once everything is loaded and compiled: the median of some passes over all queries, the first left out. */
async function warmTimes(pass: () => Promise<number[]>): Promise<number[]> {
  await pass();
  const passes: number[][] = [];
  for (let i = 0; i < WARM_PASSES; i++) passes.push(await pass());
  return passes[0]!.map((_, query) => passes.map((times) => times[query]!).sort((a, b) => a - b)[Math.floor(WARM_PASSES / 2)]!);
}

function percentiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length * 0.5)]!, p95: sorted[Math.floor(sorted.length * 0.95)]! };
}
