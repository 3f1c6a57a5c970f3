/** The same content gives the same bytes: two builds, with other clocks and zones, file by file. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';

const run = promisify(execFile);
const root = temporaryFolder('twice');

/** Builds the project, from nothing and in a folder of its own, and returns the hash of each file. */
async function build(name: string, zone: string): Promise<Map<string, string>> {
  const project = join(root, name);
  for (const entry of ['src', 'public', 'content', 'astro.config.mjs', 'tsconfig.json', 'package.json']) {
    cpSync(entry, join(project, entry), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  await run('node', [resolve('scripts/build.ts'), '--root', project], { cwd: project, env: { ...process.env, TZ: zone } });
  const site = join(project, 'dist');
  return new Map(readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(site, path), createHash('sha256').update(readFileSync(path)).digest('hex')]));
}


describe('two builds', () => {
  let first: Map<string, string>;
  let second: Map<string, string>;

  beforeAll(async () => {
    first = await build('first', 'Asia/Shanghai');
    second = await build('second', 'America/Los_Angeles');
  });

  const differing = (below: string): string[] =>
    [...new Set([...first.keys(), ...second.keys()])].filter((file) => file.startsWith(below) && first.get(file) !== second.get(file)).sort();

  it('give identical files to take away', () => {
    expect([...first.keys()].filter((file) => file.startsWith('data/')).length).toBeGreaterThan(10);
    expect(differing('data/')).toEqual([]);
  });

  it('give an identical site', () => {
    expect(first.size).toBeGreaterThan(300);
    expect(differing('')).toEqual([]);
  });
});
