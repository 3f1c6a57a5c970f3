/** How commitments spread over the parts of the speech and over kinds. */
import type { Commitment } from '../corpus/commitment.ts';
import { COMMITMENT_KINDS, type CommitmentKind } from '../corpus/vocabulary.ts';

export interface Band { readonly kind: CommitmentKind; readonly n: number; readonly from: number; readonly width: number }

export const KINDS = Object.keys(COMMITMENT_KINDS) as CommitmentKind[];

/**
 * One bar: its kinds side by side, in percent of the longest bar.
 * @param longest how many commitments fill the whole width
 */
export function bandsOf(commitments: readonly Commitment[], longest: number): Band[] {
  let from = 0;
  return KINDS.map((kind) => {
    const n = commitments.filter((commitment) => commitment.kind === kind).length;
    const band = { kind, n, from: percent(from, longest), width: percent(n, longest) };
    from += n;
    return band;
  });
}

function percent(n: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((n / whole) * 10000) / 100;
}
