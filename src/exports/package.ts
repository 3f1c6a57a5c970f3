/**
 * Word's and Excel's files are ZIP archives of XML. Here an archive is packed anew, so that it has the same
 * bytes at every build and on every machine, and says what the library that wrote it has no option for.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { STAMP } from './stamp.ts';

/** A replacement in one part of the archive. */
export interface Edit {
  readonly part: string;
  readonly found: RegExp;
  readonly replacement: string;
}

/** @throws when an edit finds nothing: the library writes otherwise than it did */
export function repack(archive: Uint8Array, edits: readonly Edit[]): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(archive);
  for (const { part, found, replacement } of edits) {
    const xml = strFromU8(parts[part] ?? new Uint8Array());
    const edited = xml.replace(found, replacement);
    if (edited === xml) throw new Error(`${part} has nothing like ${String(found)}: the library that writes it has changed.`);
    parts[part] = strToU8(edited);
  }
  // An archive's times have no zone: this is the stamp by any machine's clock.
  const mtime = new Date(STAMP.getUTCFullYear(), STAMP.getUTCMonth(), STAMP.getUTCDate());
  return new Uint8Array(zipSync(parts, { mtime, level: 9 }));
}
