/** A Word document as a file, without the clock that the library puts into its properties. */
import { Packer, type Document } from 'docx';
import { repack, type Edit } from '../package.ts';
import { STAMP } from '../stamp.ts';

const TIMES: Edit = {
  part: 'docProps/core.xml',
  found: /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
  replacement: `$1${STAMP.toISOString().slice(0, 19)}Z`,
};

/** @param edits what OOXML has and the library has no option for */
export async function pack(document: Document, edits: readonly Edit[] = []): Promise<Uint8Array<ArrayBuffer>> {
  return repack(await Packer.pack(document, 'uint8array'), [TIMES, ...edits]);
}
