import { type Bilingual, type Check, type CheckKind, derivedId } from '@isnad/model';
import { sorted } from '../order.js';

/** A check over claims; its id is that of what was checked. */
export const check = (kind: CheckKind, ok: boolean, claims: Iterable<string>, explain: Bilingual): Check => {
  const about = sorted(claims);
  return { id: derivedId('k', kind, ...about), kind, ok, claims: about, explain };
};
