/** A Starlight site of the same speech, a page a section: made, installed and built in a folder of its own. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../src/corpus/library.ts';

const CONFIG = `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  integrations: [starlight({
    title: '讲话',
    locales: { root: { label: '简体中文', lang: 'zh-CN' } },
    sidebar: [{ label: '讲话', items: [{ autogenerate: { directory: '.' } }] }],
  })],
});
`;

const COLLECTION = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Makes and builds the site below `work`, which may hold an earlier installation. Returns the folder of its pages and the seconds of its build. */
export function buildStarlight(work: string, library: Library): { dir: string; seconds: number } {
  const root = join(work, 'starlight');
  const docs = join(root, 'src/content/docs');
  rmSync(join(root, 'src'), { recursive: true, force: true });
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  rmSync(join(root, 'node_modules/.astro'), { recursive: true, force: true });
  rmSync(join(root, '.astro'), { recursive: true, force: true });
  mkdirSync(docs, { recursive: true });
  writeFileSync(join(root, 'astro.config.mjs'), CONFIG);
  writeFileSync(join(root, 'src/content.config.ts'), COLLECTION);
  writeFileSync(join(docs, 'index.md'), '---\ntitle: 讲话\n---\n');
  for (const { slug, title, first, last } of library.sections) {
    const lines = library.lines.slice(first - 1, last).map(({ text, kind }) => (kind === 'heading' ? '## ' : '') + escapeMarkdown(text));
    writeFileSync(join(docs, `${slug}.md`), `---\ntitle: ${JSON.stringify(title)}\n---\n\n${lines.join('\n\n')}\n`);
  }
  install(root);
  const start = performance.now();
  execFileSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: root, stdio: 'pipe', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return { dir: join(root, 'dist'), seconds: (performance.now() - start) / 1000 };
}

function install(root: string): void {
  const wanted = join(import.meta.dirname, 'package.json');
  const there = join(root, 'package.json');
  const same = existsSync(there) && readFileSync(there, 'utf8') === readFileSync(wanted, 'utf8');
  if (same && existsSync(join(root, 'node_modules/@astrojs/starlight'))) return;
  copyFileSync(wanted, there);
  console.log('Installing Starlight …');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, '\\$&');
}
