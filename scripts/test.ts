/** `npm test`: types, unit tests, the built site, a real browser; then one line with the sum. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { answers, getBrowser, getDebianPackages } from './browser.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;

/** Runs one command; `count` reads how many of its tests passed and failed, else it counts as one. */
function step(name: string, command: string[], count?: () => { passed: number; failed: number }): void {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command[0]!, command.slice(1), { stdio: 'inherit', env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: `${results}/browser.json` } });
  let sum = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  if (count) {
    try {
      sum = count();
      if (status !== 0 && sum.failed === 0) sum.failed = 1;
    } catch {
      sum = { passed: 0, failed: 1 };
    }
  }
  passed += sum.passed;
  failed += sum.failed;
}

interface VitestReport { numPassedTests: number; numFailedTests: number }
interface PlaywrightReport { stats: { expected: number; unexpected: number; flaky: number } }

const vitest = (project: string): void => {
  const file = `${results}/${project}.json`;
  step(`${project} tests`, ['vitest', 'run', `--project=${project}`, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], () => {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    return { passed: numPassedTests, failed: numFailedTests };
  });
};

getDebianPackages([
  { name: 'fonts-noto-cjk', isThere: () => answers('fc-list', ':lang=zh') },
  { name: 'poppler-utils', isThere: () => answers('sh', '-c', 'command -v pdftotext') },
]);
const { executable, origin } = getBrowser();
console.log(`Browser: ${executable} (${origin})`);

step('build', ['node', 'scripts/build.ts']);
step('types', ['astro', 'check', '--minimumSeverity', 'warning']);
vitest('unit');
vitest('site');
step('browser tests', ['playwright', 'test', '--reporter=line,json'], () => {
  const { stats } = JSON.parse(readFileSync(`${results}/browser.json`, 'utf8')) as PlaywrightReport;
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
});

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
