/** A WebAssembly module with a table of references, which Pagefind's has, too: Chromium runs it from version 96. */
const TABLE_OF_REFERENCES = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0]);

/** Whether this browser can run Pagefind under the policy of the page, which allows it in a word that Chromium knows from version 97, and unpack its files. */
export function runsPagefind(): boolean {
  try {
    void new WebAssembly.Module(TABLE_OF_REFERENCES);
    return typeof DecompressionStream === 'function';
  } catch {
    return false;
  }
}
