/**
 * Build step: the script of every page (`src/client/site.ts`) as a classic one. A module waits until the page
 * is read, and would change its looks before the reader's eyes; a classic script runs where it stands, in the
 * head. It is bundled with everything else, so it may load other modules later, but none of them may come
 * with it: a script that imports something is no classic one, and stops the build.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

const MODULE = '/src/client/site.ts';

export function siteScript(): AstroIntegration {
  let file = '';
  const plugin: Plugin = {
    name: 'site-script',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || !chunk.moduleIds.some((id) => id.endsWith(MODULE))) continue;
          if (this.parse(chunk.code).body.some(({ type }) => /^(?:Import|Export)/.test(type))) {
            throw new Error(`The script of every page shares modules with other scripts, among ${chunk.moduleIds.join(', ')}: see src/build/site-script.ts.`);
          }
          chunk.code = `(function(){${chunk.code.trim()}})();\n`;
          file = chunk.fileName;
        }
      },
    },
  };
  return {
    name: 'site-script',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:build:done': ({ dir }) => {
        if (!file) throw new Error(`No script was made of ${MODULE}.`);
        const site = fileURLToPath(dir);
        for (const page of readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))) {
          const html = readFileSync(join(site, page), 'utf8');
          writeFileSync(join(site, page), runWhereItStands(html, file, page));
        }
      },
    },
  };
}

const AS_MODULE = '<script type="module" ';

/** @throws when the page does not load the script as a module */
function runWhereItStands(html: string, file: string, page: string): string {
  const start = html.lastIndexOf(AS_MODULE, html.indexOf(`/${file}"></script>`));
  if (start === -1) throw new Error(`${page} does not load ${file}.`);
  return `${html.slice(0, start)}<script ${html.slice(start + AS_MODULE.length)}`;
}
