/**
 * Search is never wrong: strings that occur and strings that do not, asked in a real browser over the
 * built site, against plain `includes` over the corpus. `npm run test:search` asks for many more.
 */
import { expect, test, type Page } from '@playwright/test';
import { loadCorpus } from '../../src/gate/gate.ts';
import type { Answer } from '../../src/search/engine.ts';
import { serveWideSite } from './search-wide.ts';
import { absent, expected, occurring, oracleOf, randomFrom } from './search-oracle.ts';

const site = process.env['LUOSHI_SITE']!;
const count = Number(process.env['LUOSHI_SEARCH_STRINGS'] ?? 1500);
const seed = Number(process.env['LUOSHI_SEARCH_SEED'] ?? 4);
const records = oracleOf(loadCorpus(process.cwd()));
/** Each question is some dozens of calls of the engine; the long run takes minutes. */
test.setTimeout(60_000 + count * 40);

interface Mismatch { readonly query: string; readonly missing: string[]; readonly invented: string[] }

/** Asks the page's own engine; the names of the records that it finds. */
async function ask(page: Page, queries: readonly string[]): Promise<string[][]> {
  const numbers = await page.evaluate(async (all) => {
    const results = document.querySelector<HTMLElement & { ask(query: string): Promise<Answer> }>('search-results')!;
    const found: number[][] = [];
    for (const query of all) found.push((await results.ask(query)).found.map(({ entry }) => entry.n));
    return found;
  }, queries);
  return numbers.map((own) => own.map((n) => records[n]!.name));
}

function compare(queries: readonly string[], answers: readonly string[][]): Mismatch[] {
  return queries.map((query, i) => {
    const right = new Set(expected(records, query));
    const found = new Set(answers[i]);
    return { query, missing: [...right].filter((name) => !found.has(name)), invented: [...found].filter((name) => !right.has(name)) };
  }).filter(({ missing, invented }) => missing.length + invented.length > 0);
}

/** The site as it is built, its index of characters; and the same with an index of pairs, as large corpora have it. */
const indexes: Record<string, () => Promise<{ address: string; close(): Promise<void> }>> = {
  'the built site': () => Promise.resolve({ address: site, close: () => Promise.resolve() }),
  'an index of pairs': serveWideSite,
};

for (const [name, serve] of Object.entries(indexes)) {
  test.describe(name, () => {
    let served: Awaited<ReturnType<typeof serve>>;
    test.beforeAll(async () => { served = await serve(); });
    test.afterAll(() => served.close());
    test.beforeEach(async ({ page }) => {
      await page.goto(`${served.address}search/`);
    });

    test(`finds ${count} strings that occur wherever they stand, and nowhere else`, async ({ page }) => {
      const queries = occurring(records, count, randomFrom(seed));
      expect(compare(queries, await ask(page, queries))).toEqual([]);
    });

    test(`finds none of ${count} strings that do not occur`, async ({ page }) => {
      const queries = absent(records, count, randomFrom(seed + 1));
      expect(compare(queries, await ask(page, queries))).toEqual([]);
    });

    test('finds single characters of the text', async ({ page }) => {
      const alphabet = [...new Set(records.flatMap(({ texts }) => texts.flatMap((text) => Array.from(text))))].filter((character) => /[^\s"]/u.test(character));
      // In an index of pairs each asks for all pairs that it could begin.
      const queries = alphabet.filter((_, i) => serve !== serveWideSite || i % 20 === 0);
      expect(compare(queries, await ask(page, queries))).toEqual([]);
    });

    test('means all of several terms', async ({ page }) => {
      const random = randomFrom(seed + 2);
      const pairs = Array.from({ length: count / 10 }, () => occurring(records, 2, random));
      const answers = await ask(page, pairs.map((terms) => terms.join(random() < 0.5 ? ' ' : '　')));
      pairs.forEach((terms, i) => {
        const [first, second] = terms.map((term) => expected(records, term));
        const both = first!.filter((name) => second!.includes(name));
        expect([...answers[i]!].sort(), terms.join(' ')).toEqual([...both].sort());
      });
    });
  });
}

test('shows what it found: as many hits as it says, each with its words marked', async ({ page }) => {
  const queries = [...occurring(records, 12, randomFrom(seed + 3)), ...absent(records, 4, randomFrom(seed + 4)), '四双联动', '9+2', 'PM2.5', '8.8%', '10月底', '“以日保周”', '的'];
  for (const query of queries) {
    await page.goto(`${site}search/?q=${encodeURIComponent(query)}`);
    const results = page.locator('search-results[data-search-state=done]');
    await results.waitFor();
    const hits = page.locator('[data-search-hit]');
    const right = expected(records, query);
    await expect(results, query).toHaveAttribute('data-search-total', String(right.length));
    expect(await hits.count(), query).toBe(right.length);
    for (const kind of ['section', 'commitment', 'slogan']) {
      expect(await page.locator(`[data-search-hit][data-kind=${kind}]`).count(), query).toBe(right.filter((name) => name.startsWith(kind)).length);
    }
    expect(await page.locator('[data-search-hit]:not(:has(mark))').count(), query).toBe(0);
  }
});
