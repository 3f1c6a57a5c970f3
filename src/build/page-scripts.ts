/**
 * Build step: how pages load their scripts.
 *
 * The script of every page (`src/client/site.ts`) becomes a classic one. A module waits until the page is read,
 * and would change its looks before the reader's eyes; a classic script runs where it stands, in the head. It is
 * bundled with everything else, so it may load other modules later, but none of them may come with it: a script
 * that imports something is no classic one, and stops the build.
 *
 * What the module of a page imports is asked for together with it, not only when it has come.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

const EVERYWHERE = '/src/client/site.ts';

export function pageScripts(): AstroIntegration {
  let everywhere = '';
  /** For each script, by its path below the site, what it imports, and what that imports. */
  const imports = new Map<string, readonly string[]>();
  const plugin: Plugin = {
    name: 'page-scripts',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const [file, chunk] of Object.entries(bundle)) {
          if (chunk.type !== 'chunk') continue;
          imports.set(file, chunk.imports.filter((imported) => imported in bundle));
          if (!chunk.moduleIds.some((id) => id.endsWith(EVERYWHERE))) continue;
          if (this.parse(chunk.code).body.some(({ type }) => /^(?:Import|Export)/.test(type))) {
            throw new Error(`The script of every page shares modules with other scripts, among ${chunk.moduleIds.join(', ')}: see src/build/page-scripts.ts.`);
          }
          chunk.code = `(function(){${chunk.code.trim()}})();\n`;
          everywhere = file;
        }
      },
    },
  };
  const allImports = (file: string): string[] => (imports.get(file) ?? []).flatMap((imported) => [imported, ...allImports(imported)]);
  return {
    name: 'page-scripts',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:build:done': ({ dir }) => {
        if (!everywhere) throw new Error(`No script was made of ${EVERYWHERE}.`);
        const site = fileURLToPath(dir);
        for (const page of readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))) {
          const html = readFileSync(join(site, page), 'utf8');
          if (!html.includes(`/${everywhere}"></script>`)) throw new Error(`${page} does not load ${everywhere}.`);
          writeFileSync(join(site, page), html.replace(/<script type="module" src="([^"]*?)(assets\/[^"]*)"><\/script>/g, (script, base: string, file: string) => (
            file === everywhere
              ? `<script src="${base}${file}"></script>`
              : script + [...new Set(allImports(file))].map((imported) => `<link rel="modulepreload" href="${base}${imported}">`).join('')
          )));
        }
      },
    },
  };
}
