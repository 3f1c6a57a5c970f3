/**
 * Builds the site: `npm run build [-- --base /zt/zhuanxing/ --site https://… --outDir dist]`.
 *
 * The site is made beside the old one and takes its place only when everything has succeeded, so a
 * failed build leaves the last good site as it was, and nothing half-written.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { ProofError } from '../src/build/proof.ts';
import { ContentError } from '../src/gate/report.ts';

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
const fresh = join(dirname(target), `.${basename(target)}-new`);
const old = join(dirname(target), `.${basename(target)}-old`);

try {
  rmSync(fresh, { recursive: true, force: true });
  await build({ root, base: values.base, outDir: fresh, logLevel: 'warn', ...(values.site ? { site: values.site } : {}) });
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  console.log(`网站已生成：${values.outDir}/`);
} catch (error) {
  report(error);
  process.exitCode = 1;
} finally {
  rmSync(fresh, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
}

/** Errors in the content are for editors and have no stack; any other is for us and keeps its own. */
function report(error: unknown): void {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ContentError || cause instanceof ProofError || cause.name === 'ContentError' || cause.name === 'ProofError') {
      console.error(cause.message);
      return;
    }
  }
  console.error(error);
}
