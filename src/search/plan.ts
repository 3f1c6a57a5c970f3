/** How a corpus is indexed, by its size. Measured by `npm run bench`; why, says `token.ts`. */
import type { Width } from './token.ts';

export interface Plan {
  readonly width: Width;
  /** Characters after which a volume is full. A larger volume makes a smaller index, in larger files. */
  readonly volumeSize: number;
  /** Whether all cards come with the catalogue; else each is a file, fetched when it is shown. */
  readonly cardsTogether: boolean;
}

/** Up to three speeches or so, everything together is smaller than the pieces that a query would ask for. */
const SMALL = 40_000;

export function planFor(characters: number): Plan {
  return characters <= SMALL
    ? { width: 1, volumeSize: Infinity, cardsTogether: true }
    : { width: 2, volumeSize: Math.round(26 * Math.sqrt(characters)), cardsTogether: false };
}
