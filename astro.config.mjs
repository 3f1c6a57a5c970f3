import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { copyPdfFiles } from './src/build/pdf-files.ts';
import { browserTarget } from './src/build/browser-target.ts';
import { proof } from './src/build/proof.ts';
import { pageScripts } from './src/build/page-scripts.ts';
import { searchIndex } from './src/build/search-index.ts';
import { numberBlocks } from './src/weave/number-blocks.ts';

export default defineConfig({
  trailingSlash: 'always',
  // A page is text: no inline script or style anywhere, so that a strict CSP holds.
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  // Without loss: the rules of JSX would take the spaces out from between links and labels, too.
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ hastPlugins: [numberBlocks], features: { smartPunctuation: false } }),
  },
  integrations: [mdx(), pageScripts(), proof(), searchIndex(), copyPdfFiles()],
  vite: {
    plugins: [browserTarget('es2019')],
    build: {
      target: 'es2019',
      cssTarget: 'chrome80',
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks each MDX module with a directive of its own, and the bundler remarks on each. What writes
        // workbooks has BigInt literals (Chrome 67), which no compiler can lower; it is loaded on demand only.
        onLog: (level, log, report) => ['MODULE_LEVEL_DIRECTIVE', 'TOLERATED_TRANSFORM'].includes(log.code ?? '') || report(level, log),
      },
    },
  },
});
