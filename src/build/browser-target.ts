/**
 * Holds what browsers get to the language of their age: Astro fixes the target of its client build at
 * `esnext`, whatever `vite.build.target` says, so a plugin has to say it again for that environment.
 *
 * It also takes Vite's preloading away from `import()`: what is loaded on demand is small, and the helper
 * would be one more file on every page that has some.
 */
import type { Plugin } from 'vite';

/** How a chunk gets Vite's helper. */
const HELPER_IMPORT = /import\{(?:\w+ as )?(\w+)\}from"\.\/preload-helper[^"]*";/;

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
          else chunk.code = chunk.code.replace(HELPER_IMPORT, (_import, name: string) => `var ${name}=load=>load();`);
        }
      },
    },
  };
}
