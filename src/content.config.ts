/**
 * The collections. Both wait for the gate (`src/gate`), which reads, judges and joins all content
 * with the schemas of `src/corpus/schema.ts`, or refuses it as a whole with one report.
 */
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineCollection, z } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import type { AstroConfig } from 'astro';
import type { Corpus } from './corpus/corpus.ts';
import { loadCorpus } from './gate/gate.ts';

const text = glob({ base: './content/speeches', pattern: '**/*.mdx', generateId: ({ entry }) => entry });

let passed: Corpus | undefined;

/** The Corpus, computed once a build. */
function gate(config: AstroConfig): Corpus {
  return (passed ??= loadCorpus(fileURLToPath(config.root)));
}

/** The joined Corpus: one entry, plain data, computed here and nowhere else. */
const corpus: Loader = {
  name: 'corpus',
  load: async ({ store, config, watcher }) => {
    const fill = (): void => {
      store.clear();
      store.set({ id: 'corpus', data: { ...gate(config) } });
    };
    fill();
    watcher?.on('all', (_, path) => {
      if (relative(fileURLToPath(config.root), path).split(sep)[0] !== 'content') return;
      passed = undefined;
      fill();
    });
  },
};

/** The speech's own words, an entry a section, for rendering only. */
const sections: Loader = {
  name: 'sections',
  load: async (context) => {
    gate(context.config);
    await text.load(context);
  },
};

export const collections = {
  corpus: defineCollection({ loader: corpus }),
  sections: defineCollection({ loader: sections, schema: z.object({ number: z.string() }) }),
};
