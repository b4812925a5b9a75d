import type { Claim } from '@isnad/client';
import { correctClaim } from '../../parts/decide/correctClaim.js';
import { decideAtOnce } from '../../parts/decide/decide.js';
import { words } from '../../words/words.js';

export interface ClaimAction {
  readonly label: string;
  readonly key: string;
  readonly run: () => void;
  readonly isPressed?: boolean;
}

/** What one can decide about a claim; `done` is called once it is kept. */
export const claimActions = (
  claim: Claim,
  done: () => void,
  why: { readonly isShown: boolean; readonly toggle: () => void },
): readonly ClaimAction[] => {
  const { report: t, decide } = words.value;
  const atOnce = (kind: 'accept' | 'reject', label: string, reason: string) => async () => {
    if (await decideAtOnce(label, { kind, about: [claim.id], reason })) done();
  };
  const accept = atOnce('accept', t.accept, decide.acceptReason);
  const reject = atOnce('reject', t.reject, decide.rejectReason);
  return [
    { label: t.accept, key: 'a', run: () => void accept() },
    { label: t.correct, key: 'c', run: () => correctClaim(claim) },
    { label: t.reject, key: 'r', run: () => void reject() },
    { label: t.why, key: 'w', run: why.toggle, isPressed: why.isShown },
  ];
};
