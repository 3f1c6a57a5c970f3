/**
 * `npm run bench [-- --date 2026-11-22 --speeches 1,30,300 --work /tmp/…]`: this site and Starlight on the
 * same text, and our index and stock Pagefind's on the same pages at three sizes, measured in one run.
 * Prints one table and writes it to `bench/results.md`. What counts are ratios within the run.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { getBrowser, LAUNCH_ARGUMENTS } from '../scripts/browser.ts';
import type { Answer } from '../src/search/engine.ts';
import { createLibrary, type Library } from '../src/corpus/library.ts';
import { loadCorpus } from '../src/gate/gate.ts';
import { expected, type OracleRecord } from '../tests/browser/search-oracle.ts';
import { exactQueries, makeSpeeches } from './corpus.ts';
import { exactness, type Exactness } from './exactness.ts';
import { measureFirst, ours, starlights, type First } from './first.ts';
import { measureScale, type Scale } from './scale.ts';
import { buildStarlight } from './starlight.ts';
import { beside, kilobytes, milliseconds, seconds, share, table, type Row } from './table.ts';
import { bytesOf, serveCounted, TRAFFIC_KINDS, type CountedSite } from './traffic.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    speeches: { type: 'string', default: '1,30,300' },
    work: { type: 'string', default: join(tmpdir(), 'luoshi-bench') },
    out: { type: 'string', default: 'bench/results.md' },
  },
});
const QUERY = '产业结构';
const EXACT_QUERIES = 1000;
const BUILDS = 3;
const work = values.work;
mkdirSync(work, { recursive: true });

const library = createLibrary(loadCorpus(process.cwd()));
const built = buildBoth(library);
const browser = await chromium.launch({ executablePath: getBrowser().executable, args: LAUNCH_ARGUMENTS });
const site = await serveCounted(built.ours.dir, work, 'site');
const starlight = await serveCounted(built.starlight.dir, work, 'starlight-served');
const first = {
  ours: await measureFirst(browser, site, ours, QUERY),
  starlight: await measureFirst(browser, starlight, starlights, QUERY),
};
const exact = await measureExactness(browser, library, site, starlight);
await site.close();
await starlight.close();
const scales: Scale[] = [];
for (const speeches of values.speeches.split(',').map(Number)) {
  console.log(`Indexing ${speeches} speeches …`);
  scales.push(await measureScale(browser, work, built.ours.dir, makeSpeeches(library, speeches), speeches));
}
const version = browser.version();
await browser.close();

const date = values.date ?? execFileSync('git', ['log', '-1', '--format=%cs'], { encoding: 'utf8' }).trim();
const report = [
  `Measured ${date} by \`npm run bench\`, Chromium ${version}, everything in one run; bytes as sent, text compressed by Brotli at level 5. KB are 1000 bytes.`,
  sitesTable(), scaleTable(),
].join('\n\n');
writeFileSync(values.out, `# Measurements\n\n${report}\n`);
console.log(`\n${report}\n`);

interface Built { readonly dir: string; readonly pages: number; readonly seconds: number }

/** Builds both sites alternately; the best time of each counts. */
function buildBoth(of: Library): { ours: Built; starlight: Built } {
  const dir = join(work, 'dist');
  const times: number[] = [];
  let other = buildStarlight(work, of);
  const others = [other.seconds];
  for (let i = 0; i < BUILDS; i++) {
    const start = performance.now();
    execFileSync(process.execPath, ['scripts/build.ts', '--outDir', dir], { stdio: 'pipe' });
    times.push((performance.now() - start) / 1000);
    if (i === 0) continue;
    other = buildStarlight(work, of);
    others.push(other.seconds);
  }
  const pages = (folder: string): number => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')).length;
  return {
    ours: { dir, pages: pages(dir), seconds: Math.min(...times) },
    starlight: { dir: other.dir, pages: pages(other.dir), seconds: Math.min(...others) },
  };
}

/** The same strings asked of both; which sections hold them, by plain `includes`. */
async function measureExactness(on: Browser, of: Library, mine: CountedSite, other: CountedSite): Promise<{ ours: Exactness; starlight: Exactness }> {
  const records: OracleRecord[] = of.sections.map(({ slug, first: from, last }) => ({ name: `section ${slug}`, texts: of.lines.slice(from - 1, last).map(({ text }) => text) }));
  const queries = exactQueries(records, EXACT_QUERIES);
  const truth = queries.map((query) => new Set(expected(records, query)));
  const page = await on.newPage();
  await page.goto(`${mine.address}search/`);
  const found = await page.evaluate(async (all) => {
    const results = document.querySelector<HTMLElement & { ask(query: string): Promise<Answer> }>('search-results')!;
    const answers: number[][] = [];
    for (const query of all) answers.push((await results.ask(query)).found.filter(({ entry }) => entry.kind === 'section').map(({ entry }) => entry.n));
    return answers;
  }, queries);
  await page.goto(other.address);
  const foundThere = await page.evaluate(async (all) => {
    interface Stock { search(query: string): Promise<{ results: { id: string; data(): Promise<{ url: string }> }[] }> }
    const stock = (await import(/* @vite-ignore */ `${location.origin}/pagefind/pagefind.js`)) as Stock;
    const urls = new Map<string, string>();
    const answers: string[][] = [];
    for (const query of all) {
      const { results } = await stock.search(query);
      for (const result of results) if (!urls.has(result.id)) urls.set(result.id, (await result.data()).url);
      answers.push(results.map(({ id }) => urls.get(id)!));
    }
    return answers;
  }, queries);
  await page.close();
  return {
    ours: exactness(truth, found.map((own) => new Set(own.map((n) => records[n]!.name)))),
    starlight: exactness(truth, foundThere.map((own) => new Set(own.map((url) => `section ${url.replace(/\//g, '')}`)))),
  };
}

function sitesTable(): string {
  const { ours: mine, starlight: other } = first;
  const traffic = (name: string, of: (one: First) => First['view']): Row[] => [
    [`${name}, KB`, ...beside(bytesOf(of(mine)), bytesOf(of(other)), kilobytes)],
    ...TRAFFIC_KINDS.filter((kind) => bytesOf(of(mine), kind) + bytesOf(of(other), kind) > 0)
      .map((kind): Row => [`– ${kind}`, ...beside(bytesOf(of(mine), kind), bytesOf(of(other), kind), kilobytes)]),
    ['– requests', ...beside(of(mine).length, of(other).length, String)],
  ];
  return table(['This speech', 'ours', 'Starlight', 'ratio'], [
    ...traffic('First view (section 1-3)', ({ view }) => view),
    ...traffic(`First search (“${QUERY}”), everything included`, ({ search }) => search),
    [`Recall over ${EXACT_QUERIES} strings, half of which occur`, ...beside(exact.ours.recall, exact.starlight.recall, share)],
    ['Precision', ...beside(exact.ours.precision, exact.starlight.precision, share)],
    ['Strings that occur nowhere and get results', ...beside(exact.ours.invented, exact.starlight.invented, share)],
    ['Pages built', ...beside(built.ours.pages, built.starlight.pages, String)],
    ['Pages a second', ...beside(built.ours.pages / built.ours.seconds, built.starlight.pages / built.starlight.seconds, (value) => value.toFixed(1))],
  ]);
}

function scaleTable(): string {
  const rows = scales.flatMap(({ speeches, pages, characters, ours: mine, stock }): Row[] => [
    [`**${speeches} ${speeches === 1 ? 'speech' : 'speeches'}**, ${pages} pages, ${characters.toLocaleString('en-US')} characters`, '', '', ''],
    ['Index with its metadata, KB', ...beside(mine.indexBytes, stock.indexBytes, kilobytes)],
    ['Index and texts to show, KB', ...beside(mine.indexBytes + mine.textBytes, stock.indexBytes + stock.textBytes, kilobytes)],
    ['Build, s', ...beside(mine.buildSeconds, stock.buildSeconds, seconds)],
    ['Cold query, KB (mean)', ...beside(mine.coldBytes, stock.coldBytes, kilobytes)],
    [`Cold query, KB (“${QUERY}”)`, ...beside(mine.coldNamed, stock.coldNamed, kilobytes)],
    ['Warm query, ms (p50)', ...beside(mine.p50, stock.p50, milliseconds)],
    ['Warm query, ms (p95)', ...beside(mine.p95, stock.p95, milliseconds)],
    ['Recall', ...beside(mine.exactness.recall, stock.exactness.recall, share)],
    ['Precision', ...beside(mine.exactness.precision, stock.exactness.precision, share)],
    ['Strings that occur nowhere and get results', ...beside(mine.exactness.invented, stock.exactness.invented, share)],
  ]);
  return table(['The same pages', 'ours', 'stock Pagefind', 'ratio'], rows);
}
