/** What a reader typed → the terms that must all occur. */
import { searchKey } from './key.ts';

export interface Term {
  /** As typed, without straight quotation marks. */
  readonly text: string;
  readonly key: string;
  /**
   * For a term wholly in quotation marks (`“以日保周”`): the key of the words inside. The marks are
   * looked for first, since they may stand in the text; where they do not, the words alone count.
   */
  readonly inner: string | null;
}

/** Straight quotation marks occur in no Chinese text; readers type them around phrases. */
const STRAIGHT = /["＂]/g;
/** In marks from end to end. Who types quickly closes with an opening one. */
const WHOLLY_QUOTED = /^[“‘「『《'].*[^“”‘’「」『』《》'].*[“”’」』》']$/u;
/** Several terms in one pair of marks: no text has them so, with spaces between. */
const QUOTED_TERMS = /^[“‘「『《']([^“”‘’「」『』《》']*\s[^“”‘’「」『』《》']*)[“”’」』》']$/u;

/** Terms are separated by white space; one that comes twice counts once. An empty query has none. */
export function readQuery(query: string): Term[] {
  const bare = query.normalize('NFC').replace(STRAIGHT, ' ').trim();
  const terms = (QUOTED_TERMS.exec(bare)?.[1] ?? bare).split(/\s+/u).map((text): Term => ({
    text,
    key: searchKey(text),
    inner: WHOLLY_QUOTED.test(text) ? searchKey(text.slice(1, -1)) || null : null,
  }));
  return terms.filter(({ key }, i) => key !== '' && terms.findIndex((other) => other.key === key) === i);
}
