/** How large the parts of a search are on a server, compressed as they are served. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** @param site a folder that `compressSite` has been through */
export function sizesOf(site: string): { indexBytes: number; textBytes: number } {
  const sum = (folder: string, wanted: RegExp): number => (existsSync(join(site, folder)) ? readdirSync(join(site, folder), { recursive: true, encoding: 'utf8' }) : [])
    .filter((file) => wanted.test(file))
    .reduce((total, file) => {
      const path = join(site, folder, file);
      return total + statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
    }, 0);
  return {
    indexBytes: sum('pagefind', /\.pf_(index|meta|filter)$|pagefind-entry\.json$/) + sum('search', /(^|\/)(catalogue|alphabet)\.json$/),
    textBytes: sum('pagefind', /\.pf_fragment$/) + sum('search', /(^|\/)(volumes|cards\/\d+)\.json$/),
  };
}
