/**
 * What tests make lies in one folder, which is gone when they are over: set up once by both runners. Whatever
 * asks the system for a place of its own, browsers and offices too, gets it there.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs before all tests. Returns what is to run after them. */
export default function setUp(): () => void {
  const folder = temporaryFolder('tests');
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `luoshi-${name}-`));
}
