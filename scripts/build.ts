/**
 * Builds the site: `npm run build [-- --base /zt/zhuanxing/ --site https://… --outDir dist]`.
 *
 * The site is made elsewhere and takes the old one's place only when everything has succeeded, so a
 * failed build leaves the last good site as it was, and nothing half-written.
 */
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: '/' },
    site: { type: 'string' },
    outDir: { type: 'string', default: 'dist' },
    root: { type: 'string', default: '.' },
  },
});
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'; // A build talks to nobody.
delete process.env['BASE_URL']; // Astro would take it for the base path.
const root = resolve(values.root);
const target = resolve(root, values.outDir);
const fresh = `${target}-new-${process.pid}`;
const old = `${target}-old-${process.pid}`;
// What Astro works in must lie in the project, and two builds at once must not share it: the site on its
// way, and a cache that is written late.
const work = mkdtempSync(join(root, '.build-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

try {
  await build({
    root, base: values.base, outDir: join(work, 'site'), cacheDir: join(work, 'cache'), logLevel: 'warn',
    ...(values.site ? { site: values.site } : {}),
  });
  cpSync(join(work, 'site'), fresh, { recursive: true });
  replace(target, fresh);
  console.log(`网站已生成：${values.outDir}/`);
} catch (error) {
  report(error);
  process.exitCode = 1;
} finally {
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
}

/** Puts the new site in the old one's place; the old one comes back if that fails. */
function replace(place: string, site: string): void {
  if (existsSync(place)) renameSync(place, old);
  try {
    renameSync(site, place);
  } catch (error) {
    if (existsSync(old)) renameSync(old, place);
    throw error;
  }
}

/**
 * Errors in the content are for editors and have no stack; any other is for us and keeps its own.
 * They are known by name: Astro loads the gate a second time, with classes of its own.
 */
function report(error: unknown): void {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'ContentError' || cause.name === 'ProofError') {
      console.error(cause.message);
      return;
    }
  }
  console.error(error);
}
