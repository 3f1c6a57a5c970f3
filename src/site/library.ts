/** The library of this site: the Corpus out of its collection, fetched once. */
import { getEntry } from 'astro:content';
import type { Corpus } from '../corpus/corpus.ts';
import { createLibrary, type Library } from '../corpus/library.ts';

let library: Promise<Library> | undefined;

export function getLibrary(): Promise<Library> {
  return (library ??= load());
}

async function load(): Promise<Library> {
  const entry = await getEntry('corpus', 'corpus');
  if (!entry) throw new Error('The collection “corpus” is empty: has the gate run?');
  return createLibrary(entry.data as unknown as Corpus);
}
