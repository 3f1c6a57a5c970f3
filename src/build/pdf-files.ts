/**
 * PDF files that `npm run pdf` has printed: kept in `.pdf/` with a list of what they were made of, copied
 * into each build of the same content, and linked by its pages. Files of older content are left out.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export interface PdfList {
  /** Hash of the content that the files show. */
  readonly content: string;
  /** Base path of the addresses that they name. */
  readonly base: string;
  readonly files: readonly string[];
}

/** Where the files wait, below the project's root. */
export const PDF_FOLDER = '.pdf';

/** A hash of every file below `content/`. */
export function contentHash(root: string): string {
  const hash = createHash('sha256');
  const folder = join(root, 'content');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const file of files) hash.update(file.slice(folder.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** The names of the files that belong to this content under this base path; none where they are of another. */
export function pdfFiles(root: string, base: string): readonly string[] {
  const file = join(root, PDF_FOLDER, 'index.json');
  if (!existsSync(file)) return [];
  const list = JSON.parse(readFileSync(file, 'utf8')) as PdfList;
  return list.content === contentHash(root) && list.base === base ? list.files : [];
}

export function copyPdfFiles(): AstroIntegration {
  let root = '';
  let base = '/';
  return {
    name: 'pdf-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:build:done': ({ dir }) => {
        const files = pdfFiles(root, base);
        if (files.length === 0) return;
        const target = join(fileURLToPath(dir), 'pdf');
        mkdirSync(target, { recursive: true });
        for (const file of files) cpSync(join(root, PDF_FOLDER, file), join(target, file));
      },
    },
  };
}
