/** A WebAssembly module with a table of references, which Pagefind's has, too: Chromium runs it from version 96, other browsers decompress files later only. */
const TABLE_OF_REFERENCES = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0]);

/** Whether this browser can run Pagefind at all. */
export function runsPagefind(): boolean {
  return typeof WebAssembly === 'object' && typeof DecompressionStream === 'function' && WebAssembly.validate(TABLE_OF_REFERENCES);
}
