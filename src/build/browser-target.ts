/**
 * Holds what browsers get to the language of their age: Astro fixes the target of its client build at
 * `esnext`, whatever `vite.build.target` says, so a plugin has to say it again for that environment.
 *
 * It also takes Vite's preloading away from `import()`: what is loaded on demand is small, and the helper
 * would be one more file on every page that has some.
 */
import type { Plugin } from 'vite';

/** How a chunk gets Vite's helper, which has the name `$1` there. */
const HELPER_IMPORT = /import\{(?:\w+ as )?(\w+)\}from"\.\/preload-helper[^"]*";/;

/** What Vite makes of `import("./x.js")`. */
const wrappedBy = (helper: string): RegExp =>
  new RegExp(`\\b${helper}\\((?:async)?\\(\\)=>(?:\\{let\\{[^}]*\\}=await )?import\\(([^)]*)\\)(?:;return\\{[^}]*\\}\\})?,\\[\\]\\)`, 'g');

/** @param target an edition of the language, such as `es2019` */
export function browserTarget(target: string): Plugin {
  return {
    name: 'browser-target',
    configEnvironment: (name) => (name === 'client' ? { build: { target, modulePreload: false } } : undefined),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const [file, chunk] of Object.entries(bundle)) {
          if (chunk.type !== 'chunk') continue;
          if (chunk.name === 'preload-helper') delete bundle[file];
          else chunk.code = withoutPreloading(chunk.code, file);
        }
      },
    },
  };
}

/** @throws when Vite wraps its imports in another way than the one known here */
function withoutPreloading(code: string, file: string): string {
  const helper = HELPER_IMPORT.exec(code)?.[1];
  if (helper === undefined) return code;
  const wrapped = wrappedBy(helper);
  if (code.match(wrapped)?.length !== code.match(/\bimport\(/g)?.length) throw new Error(`${file} preloads what it imports in a new way: see src/build/browser-target.ts.`);
  return code.replace(HELPER_IMPORT, '').replace(wrapped, 'import($1)');
}
