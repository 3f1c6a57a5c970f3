/**
 * Browsers of offices are years behind: scripts are ES2019, and styles lose nothing in Chrome 80.
 * `import()` (Chrome 63) is the one younger word; BigInt literals (Chrome 67) stand only in what is loaded on demand.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { filesOf, nodesOf } from './assets.ts';
import { readSite } from './site.ts';

const dist = process.env['LUOSHI_DIST'] ?? 'dist';
const pages = readSite(dist);
const scripts = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.js')).map((file) => `assets/${file}`);
const byThemselves = new Set(pages.flatMap(({ file }) => filesOf(dist, file)));

/** What a script says in words younger than ES2019. */
export function youngerThan2019(code: string): string[] {
  const found = new Set<string>();
  for (const node of nodesOf(parse(code, { ecmaVersion: 2022, sourceType: 'module' }))) {
    if (node.type === 'ChainExpression') found.add('?.');
    if (node.type === 'LogicalExpression' && node['operator'] === '??') found.add('??');
    if (node.type === 'AssignmentExpression' && /^(\?\?|&&|\|\|)=$/.test(String(node['operator']))) found.add('logical assignment');
    if (node.type === 'PropertyDefinition' || node.type === 'PrivateIdentifier' || node.type === 'StaticBlock') found.add('class fields');
    if (node.type === 'MetaProperty' && (node['meta'] as { name?: string }).name === 'import') found.add('import.meta');
    if (node.type === 'ExportAllDeclaration' && node['exported']) found.add('export * as');
    if (node.type === 'Literal' && typeof node['bigint'] === 'string') found.add('BigInt');
  }
  return [...found];
}

/** Styles that Chrome 80 does not know and that text or layout would miss. */
const YOUNG_STYLES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['@layer (99)', /@layer\b/], ['@container (105)', /@container\b/], ['@scope (118)', /@scope\b/], ['@property (85)', /@property\b/],
  [':is() (88)', /:is\(/], [':where() (88)', /:where\(/], [':has() (105)', /:has\(/], [':not() with a list (88)', /:not\([^()]*,/],
  ['nesting (112)', /[{;]\s*&/], ['media ranges (104)', /@media[^{]*[<>]/],
  ['inset (87)', /[;{]inset(?:-\w+)*:/], ['aspect-ratio (88)', /[;{]aspect-ratio:/],
  ['overflow: clip (90)', /overflow(?:-[xy])?:clip/], ['color-mix() (111)', /color-mix\(/], ['oklch() (111)', /\b(?:oklch|oklab|lab|lch)\(/],
  ['svh, dvh (108)', /\d(?:svh|dvh|lvh)\b/], ['text-wrap as the only wrapping (114)', /white-space-collapse:/], ['subgrid (117)', /subgrid/],
  ['individual transforms (104)', /[;{](?:translate|rotate|scale):/], ['content-visibility (85)', /content-visibility:/],
];

/** What a style sheet says outside `@supports` that Chrome 80 would drop. */
export function youngStyles(css: string): string[] {
  const plain = withoutSupports(css);
  const found = YOUNG_STYLES.filter(([, pattern]) => pattern.test(plain)).map(([name]) => name);
  // A gap in a grid is old (66), in a flex box it is not (84).
  for (const [, rule] of plain.matchAll(/\{([^{}]*)\}/g)) {
    if (/(?:^|;)(?:row-|column-)?gap:/.test(rule!) && !/(?:^|;)(?:display:grid|columns:|column-count:|grid-template)/.test(rule!)) found.push(`gap without grid: ${rule!.slice(0, 60)}`);
  }
  // One selector that is not understood drops the rule: :focus-visible (86) may only take away, alone in its rule.
  for (const [, selector, rule] of plain.matchAll(/([^{}]*:focus-visible[^{}]*)\{([^{}]*)\}/g)) {
    if (!/^outline:(?:none|0)(?: none)?$/.test(rule!)) found.push(`:focus-visible that adds: ${selector!}`);
  }
  return found;
}

function withoutSupports(css: string): string {
  let rest = css;
  for (let at = rest.indexOf('@supports'); at !== -1; at = rest.indexOf('@supports')) {
    let depth = 0;
    let end = rest.indexOf('{', at);
    do {
      if (rest[end] === '{') depth += 1;
      if (rest[end] === '}') depth -= 1;
      end += 1;
    } while (depth > 0 && end < rest.length);
    rest = rest.slice(0, at) + rest.slice(end);
  }
  return rest;
}

describe('scripts', () => {
  it('are there', () => expect(scripts.length).toBeGreaterThan(3));

  it.each(scripts)('%s is ES2019', (file) => {
    const younger = youngerThan2019(readFileSync(join(dist, file), 'utf8'));
    expect(younger.filter((name) => name !== 'BigInt' || byThemselves.has(file))).toEqual([]);
  });

  it('are told apart', () => {
    expect(youngerThan2019('a?.b ?? 1; class A { x = 1 }; x ??= 2; 1n')).toEqual(expect.arrayContaining(['?.', '??', 'class fields', 'logical assignment', 'BigInt']));
    expect(youngerThan2019('const { a, ...b } = c; import("./d.js"); try { a() } catch { b() }')).toEqual([]);
  });
});

describe('styles', () => {
  const sheets = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.css'));
  it.each(sheets)('%s loses nothing in Chrome 80', (file) => {
    expect(youngStyles(readFileSync(join(dist, 'assets', file), 'utf8'))).toEqual([]);
  });

  it.each([
    ['@layer a{b{c:d}}', 1], ['a:is(b,c){d:e}', 1], ['a{inset:0}', 1], ['a{display:flex;gap:1rem}', 1], ['a{display:grid;gap:1rem}', 0],
    ['@supports (inset:0){a{inset:0}}b{c:d}', 0], ['a:focus-visible{outline:1px solid}', 1], ['a:focus:not(:focus-visible){outline:none}', 0],
    ['@media (width>=40rem){a{b:c}}', 1], ['a{clip-path:inset(50%)}', 0],
  ])('%s', (css, wrong) => expect(youngStyles(css)).toHaveLength(wrong));
});
