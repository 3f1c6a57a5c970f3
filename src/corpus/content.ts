/** Content as the gate hands it over: read and of the right shape, not yet judged as a whole. */
import type { SectionData, SloganData, SpeechData } from './schema.ts';

/** A value and the file it stands in. */
export interface Filed<T> {
  /** Path below the project's root. */
  readonly file: string;
  readonly data: T;
}

/** One block of an MDX body. */
export interface Block {
  readonly kind: 'paragraph' | 'heading';
  /** Line of the file it begins on. */
  readonly line: number;
  readonly text: string;
}

export interface Content {
  /** Name of the speech's folder; part of its addresses. */
  readonly id: string;
  readonly source: { readonly file: string; readonly text: string; readonly sha256: string };
  readonly speech: Filed<SpeechData>;
  /** In the order of their paths. */
  readonly sections: readonly Filed<SectionData & { readonly blocks: readonly Block[] }>[];
  readonly slogans: readonly (Filed<SloganData> & { readonly slug: string })[];
}
