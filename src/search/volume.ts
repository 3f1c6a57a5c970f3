/**
 * The corpus as Pagefind gets it: all texts in a few long volumes, each text with its place there.
 *
 * The lines of sections come first, in order, so that a volume is the speech itself; then the names
 * and texts that stand nowhere yet. What a name or a quote says with the speech's own words is not
 * laid down again: it has its place in the speech.
 */
import { searchKey } from './key.ts';
import type { SearchRecord } from './record.ts';
import { END } from './token.ts';

export interface Volumes {
  /** The key of each volume: keys of texts, each followed by `END`. */
  readonly keys: readonly string[];
  /** For each record, its volume, and where in it each of its names and texts begins. */
  readonly places: readonly RecordPlaces[];
}

export interface RecordPlaces {
  readonly volume: number;
  readonly names: readonly number[];
  readonly texts: readonly number[];
}

/** @param size characters after which a volume is full; a record is never parted */
export function layOut(records: readonly SearchRecord[], size: number): Volumes {
  const keys: string[] = [];
  const lay = (volume: number, key: string): number => {
    const at = keys[volume]!.length;
    keys[volume] += key + END;
    return at;
  };
  const open = (): number => {
    if (keys.length === 0 || keys[keys.length - 1]!.length >= size) keys.push('');
    return keys.length - 1;
  };
  // Names of sections stand in their lines, mostly; so lines go first.
  const sections = records.map((record) => {
    if (record.kind !== 'section') return null;
    const volume = open();
    const texts = record.texts.map(({ text }) => lay(volume, searchKey(text)));
    return { volume, texts };
  });
  const places = records.map((record, i): RecordPlaces => {
    const keysOf = (texts: readonly string[]): string[] => texts.map(searchKey);
    const names = keysOf(record.names);
    const texts = keysOf(record.texts.map(({ text }) => text));
    const laid = sections[i];
    if (laid) {
      // A section is a result by its lines only: its heading is in them.
      const own = names.map((key) => {
        const line = texts.findIndex((text) => text.includes(key));
        if (line === -1) throw new Error(`Section ${record.id} does not say “${key}”, which is its name.`);
        return laid.texts[line]! + texts[line]!.indexOf(key);
      });
      return { ...laid, names: own };
    }
    const volume = mostly(keys, [...names, ...texts]) ?? open();
    const find = (key: string): number => {
      const at = keys[volume]!.indexOf(key);
      return at === -1 ? lay(volume, key) : at;
    };
    return { volume, names: names.map(find), texts: texts.map(find) };
  });
  return { keys, places };
}

/** The volume in which most of these keys stand already, if any. */
function mostly(volumes: readonly string[], keys: readonly string[]): number | undefined {
  const score = (volume: string): number => keys.reduce((sum, key) => sum + (volume.includes(key) ? key.length : 0), 0);
  const scores = volumes.map(score);
  const best = Math.max(0, ...scores);
  return best === 0 ? undefined : scores.indexOf(best);
}
