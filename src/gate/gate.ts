/** The one gate that content comes through: read, judged, joined, or refused as a whole. */
import { joinCorpus, type Corpus } from '../corpus/corpus.ts';
import { readContent } from './read.ts';
import { ContentError } from './report.ts';

/**
 * The Corpus of the project at `root`.
 * @throws {ContentError} naming every file, field, what stands there and what would be right
 */
export function loadCorpus(root: string): Corpus {
  const { content, findings, lineOf } = readContent(root);
  if (!content || findings.length > 0) throw new ContentError(findings, lineOf);
  const joined = joinCorpus(content);
  if (!joined.corpus) throw new ContentError(joined.findings, lineOf);
  return joined.corpus;
}
