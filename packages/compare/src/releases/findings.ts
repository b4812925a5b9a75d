import type { Bilingual, Check, Dispute } from '@isnad/model';
import { type Naming, term } from '@isnad/publish';
import type { Ground } from './causes.js';
import type { Cause, Change, ChangeKind } from './change.js';
import type { Correspondence } from './correspond.js';
import { fill, words } from './say.js';

interface Telling {
  /** Names by the earlier and by the later record, because both number their reports. */
  readonly names: { readonly before: Naming; readonly after: Naming };
  readonly causes: (ground: Ground) => readonly Cause[];
}

type Finding = Pick<Dispute | Check, 'id' | 'kind' | 'claims' | 'explain'>;

/** Two are one when their kind is the same and at least half of the claims of the smaller. */
const isSame = (before: Finding, after: Finding, { later }: Correspondence): boolean => {
  if (before.id === after.id) return true;
  if (before.kind !== after.kind) return false;
  const now = new Set(after.claims);
  const shared = before.claims.filter((id) => now.has(later.get(id) ?? '')).length;
  return shared > 0 && shared * 2 >= Math.min(before.claims.length, after.claims.length);
};

const changes = <F extends Finding>(
  before: readonly F[],
  after: readonly F[],
  correspondence: Correspondence,
  { names, causes }: Telling,
  kinds: Record<'fresh' | 'gone' | 'other', ChangeKind>,
  say: Record<'fresh' | 'gone' | 'other', Bilingual> & { readonly table: 'dispute' | 'check' },
): readonly Change[] => {
  const taken = new Map<F, F>();
  const byClaim = new Map<string, F[]>();
  for (const one of before) for (const id of one.claims) byClaim.set(id, [...(byClaim.get(id) ?? []), one]);
  const fresh = after.filter((one) => {
    const near = new Set(one.claims.flatMap((id) => byClaim.get(correspondence.earlier.get(id) ?? '') ?? []));
    const same = [...near].find((old) => !taken.has(old) && isSame(old, one, correspondence));
    if (same) taken.set(same, one);
    return !same;
  });
  const told = (template: Bilingual, one: F, name: Naming): Bilingual =>
    fill(template, lowered(term(say.table, one.kind)), name.inSentence(one.explain));
  return [
    ...fresh.map(
      (one): Change => ({
        kind: kinds.fresh,
        about: [one.id],
        say: told(say.fresh, one, names.after),
        because: causes({ before: [], after: one.claims, about: [one.id] }),
      }),
    ),
    ...[...taken].flatMap(([old, one]): Change[] => {
      const said = told(say.other, one, names.after);
      if (told(say.other, old, names.before).en === said.en) return [];
      const because = causes({ before: old.claims, after: one.claims, about: [old.id, one.id] });
      return [{ kind: kinds.other, about: [old.id, one.id], say: said, because }];
    }),
    ...before
      .filter((one) => !taken.has(one))
      .map(
        (one): Change => ({
          kind: kinds.gone,
          about: [one.id],
          say: told(say.gone, one, names.before),
          because: causes({ before: one.claims, after: [], about: [one.id] }),
        }),
      ),
  ];
};

const lowered = ({ ar, en }: Bilingual): Bilingual => ({ ar, en: en.toLowerCase() });

/** Disagreements that arose or were settled. */
export const disputeChanges = (
  before: readonly Dispute[],
  after: readonly Dispute[],
  correspondence: Correspondence,
  telling: Telling,
): readonly Change[] =>
  changes(
    before,
    after,
    correspondence,
    telling,
    { fresh: 'dispute-new', gone: 'dispute-gone', other: 'dispute' },
    { fresh: words.disputeNew, gone: words.disputeGone, other: words.dispute, table: 'dispute' },
  );

/** Checks that came to fail, or to hold. */
export const checkChanges = (
  before: readonly Check[],
  after: readonly Check[],
  correspondence: Correspondence,
  telling: Telling,
): readonly Change[] => {
  const failed = (checks: readonly Check[]) => checks.filter(({ ok }) => !ok);
  return changes(
    failed(before),
    failed(after),
    correspondence,
    telling,
    { fresh: 'check-failed', gone: 'check-mended', other: 'check' },
    { fresh: words.checkFailed, gone: words.checkMended, other: words.check, table: 'check' },
  );
};
