/**
 * Finds a browser for tests, PDFs and screenshots, and gets one where there is none:
 * Chrome, Chromium or Edge of this machine; else Playwright’s own; else Debian’s package (as root).
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

export interface Browser {
  readonly executable: string;
  /** Where it comes from, for people. */
  readonly origin: string;
}

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge', 'chrome', 'msedge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** What headless Chromium needs as root, and what keeps it from calling home. */
export const LAUNCH_ARGUMENTS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A browser that is there, or `null`. */
export function findBrowser(): Browser | null {
  const chosen = process.env['LUOSHI_BROWSER'];
  if (chosen) return isExecutable(chosen) ? { executable: chosen, origin: 'LUOSHI_BROWSER' } : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const own = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES].find(isExecutable);
  if (own) return { executable: own, origin: 'found on this machine' };
  const bundled = chromium.executablePath();
  return isExecutable(bundled) ? { executable: bundled, origin: 'Playwright’s own' } : null;
}

/**
 * A browser, fetched when need be.
 * @throws with what to do by hand when none can be had
 */
export function getBrowser(): Browser {
  const there = findBrowser();
  if (there) return there;
  console.log('No browser found; fetching Playwright’s …');
  run('npx', ['playwright', 'install', 'chromium-headless-shell', 'chromium']);
  const fetched = findBrowser();
  if (fetched) return { ...fetched, origin: 'Playwright’s own, fetched now' };
  console.log('That failed; installing Debian’s chromium …');
  if (run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium'])) {
    const installed = findBrowser();
    if (installed) return { ...installed, origin: 'Debian’s chromium, installed now' };
  }
  throw new Error('No browser. Install Chrome, Chromium or Edge, or name one in LUOSHI_BROWSER, and try again.');
}

/** Installs fonts and tools of Debian that the tests need and this machine lacks. Says what it could not get. */
export function getDebianPackages(wanted: readonly { readonly name: string; readonly isThere: () => boolean }[]): void {
  const missing = wanted.filter(({ isThere }) => !isThere()).map(({ name }) => name);
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(', ')} …`);
  const done = run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing]);
  if (!done) console.warn(`Could not install ${missing.join(', ')}; install them by hand if tests that need them fail.`);
}

/** True when a command runs and answers. */
export function answers(command: string, ...args: string[]): boolean {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { executable, origin } = getBrowser();
  console.log(`Browser: ${executable} (${origin})`);
}
