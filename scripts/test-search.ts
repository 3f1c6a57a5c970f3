/**
 * `npm run test:search [-- --strings 20000 --seed 7]`: the long property test of search, over the built site
 * in a real browser. The short one is part of `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { strings: { type: 'string', default: '20000' }, seed: { type: 'string', default: '4' } } });
const { status } = spawnSync('playwright', ['test', 'tests/browser/search-exact.spec.ts', '--reporter=list'], {
  stdio: 'inherit',
  env: { ...process.env, LUOSHI_SEARCH_STRINGS: values.strings, LUOSHI_SEARCH_SEED: values.seed },
});
process.exitCode = status ?? 1;
