/**
 * A Sätteri plugin: tells each paragraph and heading of an MDX body which section it belongs to and
 * the how-manieth block of it it is. `Line.astro`, which draws them, looks its line up by that.
 */
import type { HastPluginEntry } from 'satteri';

export const numberBlocks: HastPluginEntry = () => {
  let block = 0;
  return {
    name: 'number-blocks',
    element: {
      filter: ['p', 'h2'],
      visit(node, context) {
        const { astro } = context.data as { astro?: { frontmatter?: { number?: string } } };
        context.setProperty(node, 'section', astro?.frontmatter?.number);
        context.setProperty(node, 'block', String(block++));
      },
    },
  };
};
