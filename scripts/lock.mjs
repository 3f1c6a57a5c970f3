/**
 * `npm run lock`: writes package-lock.json anew, without download addresses, and whole for every platform.
 *
 * npm leaves out the packages of other platforms that the registry at hand does not serve, and then
 * `npm ci` refuses its own lock file. Their versions stand in the packages that want them, so they
 * are written in from there; npm reads os and cpu and skips what is not for the machine.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const SYSTEMS = { darwin: 'darwin', linux: 'linux', win32: 'win32', windows: 'win32', freebsd: 'freebsd', android: 'android', wasm32: 'wasm32' };
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'wasm32'];

rmSync(FILE, { force: true });
const { status } = spawnSync('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
for (const entry of Object.values(lock.packages)) {
  delete entry.resolved;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (lock.packages[path] || !/^\d/.test(version)) continue;
    const words = name.split('/').at(-1).split('-');
    const os = words.map((word) => SYSTEMS[word]).find(Boolean);
    const cpu = words.find((word) => PROCESSORS.includes(word));
    if (!os || !cpu) continue;
    lock.packages[path] = {
      version, dev: true, optional: true, cpu: [cpu], ...(os === 'wasm32' ? {} : { os: [os] }),
      ...(words.includes('musl') ? { libc: ['musl'] } : words.includes('gnu') ? { libc: ['glibc'] } : {}),
    };
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
