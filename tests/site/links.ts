/** Collects every address of a built site and judges it: pages, files and anchors. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, type BuiltPage } from './site.ts';

export interface BrokenLink {
  readonly page: string;
  readonly link: string;
  readonly why: 'outside the base path' | 'another origin' | 'no such page or file' | 'no such anchor';
}

const ADDRESSES: Record<string, string> = { a: 'href', link: 'href', script: 'src', img: 'src', form: 'action', source: 'src', iframe: 'src' };

export function brokenLinks(pages: readonly BuiltPage[], dir: string, base: string): BrokenLink[] {
  const ids = new Map(pages.map((page) => [page.address, new Set(page.elements.map((element) => attribute(element, 'id')))]));
  const broken: BrokenLink[] = [];
  for (const page of pages) {
    for (const element of page.elements) {
      const name = ADDRESSES[element.tagName];
      const link = name === undefined ? undefined : attribute(element, name);
      if (link === undefined) continue;
      const why = judge(link, page, ids, dir, base);
      if (why) broken.push({ page: page.file, link, why });
    }
  }
  return broken;
}

function judge(link: string, page: BuiltPage, ids: ReadonlyMap<string, ReadonlySet<string | undefined>>, dir: string, base: string): BrokenLink['why'] | null {
  // The icon stands in the page itself.
  if (link.startsWith('data:image/')) return null;
  const origin = 'http://site.invalid';
  const url = new URL(link, origin + page.address);
  if (url.origin !== origin) return 'another origin';
  if (!url.pathname.startsWith(base)) return 'outside the base path';
  const path = decodeURIComponent(url.pathname);
  const file = join(dir, path.slice(base.length));
  const isPage = path.endsWith('/') ? existsSync(join(file, 'index.html')) : existsSync(file) && statSync(file).isFile();
  if (!isPage) return 'no such page or file';
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor && !ids.get(path)?.has(anchor)) return 'no such anchor';
  return null;
}
