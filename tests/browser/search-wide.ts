/** The built site with the index that a large corpus would have: pairs of characters, several volumes, cards in files. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startServer, type RunningServer } from '../../scripts/server.ts';
import { indexRecords, writeFiles } from '../../src/build/search-index.ts';
import { createLibrary } from '../../src/corpus/library.ts';
import { loadCorpus } from '../../src/gate/gate.ts';
import { recordsOf } from '../../src/search/record.ts';
import { addressesUnder } from '../../src/site/addresses.ts';
import { temporaryFolder } from '../temporary.ts';

export async function serveWideSite(): Promise<RunningServer> {
  const dir = temporaryFolder('wide');
  const site = process.env['LUOSHI_DIST'] ?? 'dist';
  for (const part of ['index.html', 'assets', 'search']) cpSync(join(site, part), join(dir, part), { recursive: true });
  const records = recordsOf(createLibrary(loadCorpus(process.cwd())), addressesUnder('/'));
  writeFiles(dir, await indexRecords(records, { width: 2, volumeSize: 2000, cardsTogether: false }));
  return startServer({ dir, port: 0 });
}
