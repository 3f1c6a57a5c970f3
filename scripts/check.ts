/** Checks the content without building the site: `npm run check`, or `npm run check -- 1-industry` for some files. */
import { loadCorpus } from '../src/gate/gate.ts';
import { ContentError } from '../src/gate/report.ts';

const only = process.argv[2];

try {
  const corpus = loadCorpus(process.cwd());
  console.log(`内容通过核对：${corpus.sections.length} 节，${corpus.commitments.length} 项任务，${corpus.slogans.length} 个提法，${corpus.figures.length} 条数据。`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(only === undefined ? error.message : error.reportOn(only));
  process.exitCode = 1;
}
