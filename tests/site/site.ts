/** The built site as tests read it: every page parsed once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export interface BuiltPage {
  /** Path below the site, such as `speeches/…/index.html`. */
  readonly file: string;
  /** Address under the base path. */
  readonly address: string;
  readonly html: string;
  readonly elements: readonly Tree.Element[];
}

/** All pages of a built site. */
export function readSite(dir: string, base = '/'): BuiltPage[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .sort()
    .map((file) => {
      const html = readFileSync(join(dir, file), 'utf8');
      return { file, address: base + file.replace(/index\.html$/, ''), html, elements: elementsOf(parse(html)) };
    });
}

export function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function textOf(node: Tree.Node): string {
  if ('value' in node) return node.value;
  if ('attrs' in node && node.attrs.some(({ name }) => name === 'data-aside')) return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function elementsOf(node: Tree.Node): Tree.Element[] {
  const own = 'tagName' in node ? [node] : [];
  const children = node.nodeName === 'template' ? [(node as Tree.Template).content] : 'childNodes' in node ? node.childNodes : [];
  return [...own, ...children.flatMap(elementsOf)];
}
