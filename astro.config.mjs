import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { copyPdfFiles } from './src/build/pdf-files.ts';
import { proof } from './src/build/proof.ts';
import { searchIndex } from './src/build/search-index.ts';
import { numberBlocks } from './src/weave/number-blocks.ts';

export default defineConfig({
  trailingSlash: 'always',
  // A page is text: no inline script or style anywhere, so that a strict CSP holds.
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ hastPlugins: [numberBlocks], features: { smartPunctuation: false } }),
  },
  integrations: [mdx(), proof(), searchIndex(), copyPdfFiles()],
  vite: {
    build: {
      target: 'es2019',
      cssTarget: 'chrome80',
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks each MDX module with a directive of its own, and the bundler remarks on each.
        onLog: (level, log, report) => log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log),
      },
    },
  },
});
