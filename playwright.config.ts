import { defineConfig } from '@playwright/test';
import { getBrowser, LAUNCH_ARGUMENTS } from './scripts/browser.ts';

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  globalSetup: ['./tests/temporary.ts', './tests/browser/serve.ts'],
  use: {
    locale: 'zh-CN',
    // A browser in the C locale cannot name a file in Chinese.
    launchOptions: { executablePath: getBrowser().executable, args: LAUNCH_ARGUMENTS, env: { ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' } },
    trace: 'retain-on-failure',
  },
});
