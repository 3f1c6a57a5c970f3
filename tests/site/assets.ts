/** What a built page loads by itself: its styles and scripts, with all that these import statically. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse, type Node } from 'acorn';

/** Files below `dist` that the page needs for its first view, itself first. */
export function filesOf(dist: string, page: string): string[] {
  const html = readFileSync(join(dist, page), 'utf8');
  const files = new Set([page]);
  for (const [, address] of html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="\/([^"]+)"/g)) {
    if (/\.(?:js|css|svg)$/.test(address!) && existsSync(join(dist, address!))) collect(dist, address!, files);
  }
  return [...files];
}

function collect(dist: string, file: string, files: Set<string>): void {
  if (files.has(file)) return;
  files.add(file);
  if (!file.endsWith('.js')) return;
  for (const node of parse(readFileSync(join(dist, file), 'utf8'), { ecmaVersion: 2022, sourceType: 'module' }).body) {
    if ((node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') && node.source) {
      collect(dist, relative(dist, join(dist, dirname(file), String(node.source.value))), files);
    }
  }
}

/** All nodes of a syntax tree. */
export function* nodesOf(node: Node): Generator<Node & Record<string, unknown>> {
  yield node as Node & Record<string, unknown>;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === 'object' && 'type' in child) yield* nodesOf(child as Node);
    }
  }
}
