/**
 * Pagefind's program, a WebAssembly module, spoken to directly.
 *
 * Pagefind's own client for browsers passes over pieces of an index that fail to load, so that the words in
 * them count as absent; it lets the browser's segmenter, which differs from one to the next, cut the query;
 * and four fifths of it (excerpts, filters, workers, merging of indexes) serve nothing here. A search that is
 * never wrong has to fail where a piece is missing, so the site says itself what to load, and hands words over
 * as they are. The functions, their order of numbers and the texts they answer with are those that Pagefind
 * 1.6 has for its client (by wasm-bindgen); the build asks the program for each of them (`build/search-index.ts`).
 */

/** Our words are of no language, so Pagefind is to cut and stem nothing. Where a site has one index only, pages of every language search it. */
export const LANGUAGE = 'unknown';

/** The file that the program comes in. */
export const PROGRAM = `wasm.${LANGUAGE}.pagefind`;

/** What the program offers, as far as it is used here. A text is a place in its memory and a length. */
interface Program {
  readonly memory: WebAssembly.Memory;
  readonly __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start(): void;
  __wbindgen_malloc(length: number, alignment: number): number;
  __wbindgen_free(at: number, length: number, alignment: number): void;
  init_pagefind(metadata: number, length: number): number;
  request_indexes(state: number, words: number, length: number): [at: number, length: number];
  load_index_chunk(state: number, chunk: number, length: number): number;
  search(state: number, words: number, length: number, asTyped: number, asTypedLength: number, filters: number, filtersLength: number,
    sort: number, sortLength: number, exactly: number, exactDiacritics: number): [at: number, length: number];
}

/** The functions above, by name. */
export const FUNCTIONS = ['__wbindgen_start', '__wbindgen_malloc', '__wbindgen_free', 'init_pagefind', 'request_indexes', 'load_index_chunk', 'search'] as const;

/** A record that has the words, by Pagefind's name for it, and their places in it. */
export interface FoundRecord { readonly name: string; readonly places: readonly number[] }

export class Pagefind {
  private readonly program: Program;
  private readonly folder: string;
  /** Where in its memory the program keeps what it has loaded; 0 once it has refused something, and dropped the rest with it. */
  private state: number;
  private readonly pieces = new Map<string, Promise<void>>();

  private constructor(program: Program, folder: string, metadata: Uint8Array) {
    this.program = program;
    this.folder = folder;
    this.state = program.init_pagefind(this.give(metadata), metadata.length);
    this.check();
  }

  /**
   * @param program the answer to a request for `PROGRAM`
   * @param folder the address of the folder `pagefind/`, with a slash at its end
   * @param metadata the content of the index's metadata, which says which words are in which piece
   * @param early names of pieces of the index that any query needs
   * @throws when the program is not to be had
   */
  static async load(program: Promise<Response>, folder: string, metadata: Uint8Array, early: readonly string[]): Promise<Pagefind> {
    const pieces = early.map((name) => ({ name, piece: fetchPiece(folder, name) }));
    for (const { piece } of pieces) piece.catch(() => undefined); // Who searches is told.
    const pagefind = new Pagefind(await startProgram(await unpack(await program)), folder, metadata);
    for (const { name, piece } of pieces) pagefind.add(name, piece).catch(() => undefined);
    return pagefind;
  }

  /**
   * Loads the pieces of the index that the words would be in, each once.
   * @param words with one space between them
   * @throws when a piece is not to be had
   */
  async preload(words: string): Promise<void> {
    this.check();
    const wanted = JSON.parse(this.take(this.program.request_indexes(this.state, ...this.giveText(words)))) as string[];
    await Promise.all(wanted.map((name) => this.pieces.get(name) ?? this.add(name, fetchPiece(this.folder, name))));
  }

  private add(name: string, piece: Promise<Uint8Array>): Promise<void> {
    const loaded = piece.then((bytes) => {
      this.check();
      this.state = this.program.load_index_chunk(this.state, this.give(bytes), bytes.length);
      this.check();
    });
    loaded.catch(() => this.pieces.delete(name));
    this.pieces.set(name, loaded);
    return loaded;
  }

  /**
   * Looks into the pieces of the index that are loaded.
   * @param exactly whether a record must have just these words, one after another: then one place of each is told.
   *   Else all places are told, also of words that begin so, and similar words where there are none
   */
  find(words: string, exactly: boolean): FoundRecord[] {
    this.check();
    const answer = this.take(this.program.search(
      this.state, ...this.giveText(words), ...this.giveText(words), ...this.giveText('{}'), ...this.giveText(''), Number(exactly), 0,
    ));
    const { results } = JSON.parse(answer) as { results: { p: string; l: { l: number }[] }[] };
    return results.map(({ p: name, l: places }) => ({ name, places: places.map(({ l: place }) => place) }));
  }

  /** @throws when the program has refused something: then it has nothing left to look into, and would find nothing. */
  private check(): void {
    if (this.state === 0) throw new Error('Pagefind’s program refuses its metadata or a piece of its index: they are damaged, or of another build.');
  }

  /** Bytes for the program, which frees them itself. Returns their place. */
  private give(bytes: Uint8Array): number {
    const at = this.program.__wbindgen_malloc(bytes.length, 1);
    new Uint8Array(this.program.memory.buffer).set(bytes, at);
    return at;
  }

  private giveText(text: string): [at: number, length: number] {
    const bytes = new TextEncoder().encode(text);
    return [this.give(bytes), bytes.length];
  }

  /** A text of the program's, which is ours to free. */
  private take([at, length]: [at: number, length: number]): string {
    try {
      return new TextDecoder().decode(new Uint8Array(this.program.memory.buffer, at, length));
    } finally {
      this.program.__wbindgen_free(at, length, 1);
    }
  }
}

/** What the program asks for in turn: a table of the values that its language has and numbers cannot be. */
export async function startProgram(bytes: BufferSource): Promise<Program> {
  let program: Program | null = null;
  const { instance } = await WebAssembly.instantiate(bytes, {
    './pagefind_web_bg.js': {
      __wbindgen_init_externref_table: () => {
        const table = program!.__wbindgen_externrefs;
        const first = table.grow(4);
        table.set(0, undefined);
        [undefined, null, true, false].forEach((value, i) => table.set(first + i, value));
      },
    },
  });
  program = instance.exports as unknown as Program;
  program.__wbindgen_start();
  return program;
}

async function fetchPiece(folder: string, name: string): Promise<Uint8Array> {
  return unpack(await fetch(`${folder}index/${name}.pf_index`));
}

/** What each of Pagefind's files begins with, once it is decompressed. */
const SIGNATURE = 'pagefind_dcd';
const GZIP = [0x1f, 0x8b];

/** The content of one of Pagefind's files. Some servers decompress it on the way. */
export async function unpack(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  let bytes = new Uint8Array(await response.arrayBuffer());
  if (GZIP.every((byte, i) => bytes[i] === byte)) {
    bytes = new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  }
  if (new TextDecoder().decode(bytes.subarray(0, SIGNATURE.length)) !== SIGNATURE) throw new Error(`${response.url} is no file of Pagefind’s.`);
  return bytes.subarray(SIGNATURE.length);
}
