import { type Bilingual, type Dispute, type DisputeKind, derivedId } from '@isnad/model';
import { sorted } from '../order.js';

/** A dispute over claims; its id is that of what is disputed. */
export const dispute = (kind: DisputeKind, claims: Iterable<string>, explain: Bilingual): Dispute => {
  const about = sorted(claims);
  return { id: derivedId('d', kind, ...about), kind, claims: about, explain };
};
