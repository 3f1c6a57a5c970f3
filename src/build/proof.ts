/**
 * Build step: the verbatim proof over the built HTML. The lines of the speech are read back from the
 * pages that readers get, joined, and compared with the sealed source, character for character.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { splitLines } from '../corpus/outline.ts';
import { firstDifference } from '../corpus/verbatim.ts';
import { readParagraphs } from './read-paragraphs.ts';

export function proof(): AstroIntegration {
  let root = '';
  return {
    name: 'verbatim-proof',
    hooks: {
      'astro:config:done': ({ config }) => { root = fileURLToPath(config.root); },
      'astro:build:done': ({ dir, logger }) => {
        const speeches = join(root, 'content/speeches');
        for (const entry of readdirSync(speeches, { withFileTypes: true })) {
          if (!entry.isDirectory()) continue;
          const source = readFileSync(join(speeches, entry.name, 'source.txt'), 'utf8');
          const site = fileURLToPath(dir);
          const problem = proveSpeech(source, join(site, 'speeches', entry.name)) ?? proveHash(source, join(site, 'speeches', entry.name), join(site, 'verify/index.html'));
          if (problem) throw new ProofError(problem);
          logger.info(`${entry.name}: ${splitLines(source).join('').length} characters, none apart from the source`);
        }
      },
    },
  };
}

/** Raised when a built page does not say what the source says. */
export class ProofError extends Error {
  override readonly name = 'ProofError';
}

/**
 * Why the pages below `folder` are not the source, or `null` where they are: every line on exactly one
 * section page, in order and unchanged. The page of the full text is proved by itself.
 */
export function proveSpeech(source: string, folder: string): string | null {
  const lines = splitLines(source);
  return proveLines(lines, sectionPages(folder), folder) ?? proveLines(lines, [join(folder, FULL, 'index.html')], folder);
}

/** The folder of the page that holds the full text; all others are sections. */
const FULL = 'full';

function sectionPages(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== FULL)
    .map((entry) => join(folder, entry.name, 'index.html'));
}

/**
 * Why the hash that the page of the proof states is not that of the text read back from the section
 * pages, or `null` where it is. Line ends are not on pages; they are taken from the source.
 */
export function proveHash(source: string, folder: string, page: string): string | null {
  const paragraphs = sectionPages(folder).flatMap((file) => readParagraphs(readFileSync(file, 'utf8'))).sort((a, b) => a.n - b.n);
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n') + /\n*$/.exec(source)![0];
  const hash = createHash('sha256').update(text).digest('hex');
  return readFileSync(page, 'utf8').includes(`data-site-hash="${hash}"`) ? null
    : `verify/index.html 写的校验值，不是各节网页正文拼接后的 SHA-256：${hash}`;
}

function proveLines(lines: readonly string[], pages: readonly string[], folder: string): string | null {
  const homes = new Map<number, string>();
  for (const page of pages) {
    const name = relative(folder, page);
    let last = 0;
    for (const { n, text } of readParagraphs(readFileSync(page, 'utf8'))) {
      const home = homes.get(n);
      if (home !== undefined) return `第 ${n} 段既在 ${home} 又在 ${name}；每一段只应在一页上出现一次`;
      if (n <= last) return `${name} 里第 ${n} 段排在第 ${last} 段之后；次序应与原文相同`;
      last = n;
      homes.set(n, name);
      const difference = firstDifference(lines[n - 1] ?? '', text);
      if (difference) return `${name} 第 ${n} 段第 ${difference.at + 1} 字与原文不同\n  网页：${difference.found}\n  原文：${difference.expected}`;
    }
  }
  const missing = lines.findIndex((_, i) => !homes.has(i + 1));
  return missing === -1 ? null : `原文第 ${missing + 1} 段不在任何一页上`;
}
