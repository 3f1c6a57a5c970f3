/**
 * The version that pages and prints name: the last commit that touched the project, its date and its
 * short id. Without git (a downloaded copy) it is the source's seal, and no date. Never the clock.
 */
import { execFileSync } from 'node:child_process';

export interface Version {
  /** `YYYY-MM-DD`, or `null` where only the content is known. */
  readonly date: string | null;
  readonly id: string;
}

let known: Version | undefined;

/** @param seal SHA-256 of the source, the version of last resort */
export function siteVersion(seal: string): Version {
  return (known ??= commitVersion() ?? { date: null, id: seal.slice(0, 8) });
}

function commitVersion(): Version | null {
  try {
    const [date = '', id = ''] = execFileSync('git', ['log', '-1', '--format=%cs %h', '--abbrev=8'], {
      encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'],
    }).trim().split(' ');
    return id ? { date, id } : null;
  } catch {
    return null;
  }
}

/** `2022-07-20（3238fba0）` */
export function describeVersion({ date, id }: Version): string {
  return date === null ? id : `${date}（${id}）`;
}
