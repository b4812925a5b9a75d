import type { ControlLedger, ControlSpan, ControlStatus } from '@isnad/model';
import type { Case } from '../case.js';
import type { Aftermath } from '../checks/after-capture.js';
import type { Happening } from '../incidents/happening.js';
import { byText, groupBy, sorted } from '../order.js';
import { recordedPlace } from '../places/place.js';
import { type Change, changesOf, contestsOf } from './changes.js';

type Span = { -readonly [K in keyof ControlSpan]: ControlSpan[K] };

/**
 * The ledger of each place: who is said to hold it, or a part of it, from when to when. What a side says of
 * its own gains is claimed; two independent roots or the loser's own word make it assessed. A part never
 * flips the whole, and when a holder leaves and nobody is said to enter, the place stands open.
 */
export const controlLedgers = (
  happenings: readonly Happening[],
  after: readonly Aftermath[],
  inCase: Case,
): readonly ControlLedger[] => {
  const changes = [
    ...happenings.flatMap((one) => changesOf(one, inCase)),
    ...after.flatMap((one) => contestsOf(one, inCase)),
  ];
  const ledgers = groupBy(changes, ({ place }) => place.id);
  return [...ledgers.values()]
    .map((some) => ({ place: recordedPlace(some[0]!.place), spans: spansOf(some) }))
    .sort((a, b) => byText(a.place.id, b.place.id));
};

const RANK: Readonly<Record<ControlStatus, number>> = {
  held: 0,
  besieged: 1,
  'fire-control': 2,
  lost: 3,
  taken: 4,
  contested: 5,
};

const spansOf = (changes: readonly Change[]): readonly ControlSpan[] => {
  const spans: Span[] = [];
  for (const change of inOrder(changes)) {
    if (change.status === 'taken') take(spans, change);
    else if (change.status === 'lost') leave(spans, change);
    else if (change.status === 'held') hold(spans, change);
    else if (change.status === 'fire-control') spans.push(spanOf(change, null));
    else spans.push(spanOf(change, change.to));
  }
  return spans;
};

/** By day; two points of one town taken in one stroke are one line of its ledger. */
const inOrder = (changes: readonly Change[]): readonly Change[] => {
  const lines = new Map(
    changes.map((change) => [[change.status, change.part, change.holder, ...change.claims].join(' '), change]),
  );
  return [...lines]
    .sort(([x, a], [y, b]) => byDay(a, b) || RANK[a.status] - RANK[b.status] || byText(x, y))
    .map(([, change]) => change);
};

const byDay = (a: Change, b: Change): number => (a.day === b.day ? 0 : a.day - b.day);

const spanOf = ({ holder, part, status, assessed, from, claims }: Change, to: string | null): Span => ({
  holder,
  part,
  status,
  assessed,
  from,
  to,
  claims: sorted(claims),
});

const OPEN: readonly ControlStatus[] = ['taken', 'held', 'lost'];
const isOpen = (span: Span): boolean => span.to === null && OPEN.includes(span.status);

/** Whether a change of one part ends a span of another: the whole ends all, a half a half; one point is not another. */
const ends = (change: Change, span: Span): boolean =>
  change.part === 'whole' || (change.part === 'half' && span.part === 'half');

/** The taker holds from now on, and whoever held the same part no longer does. */
const take = (spans: Span[], change: Change): void => {
  for (const span of spans) if (isOpen(span) && ends(change, span)) span.to = change.from;
  spans.push(spanOf(change, null));
};

/** The holder's spans end; one that leaves the points it took leaves its half as well. Nobody enters unless somebody is told to. */
const leave = (spans: Span[], change: Change): void => {
  const held = spans.filter(
    (span) => isOpen(span) && span.holder === change.holder && (ends(change, span) || span.part !== 'whole'),
  );
  for (const span of held) span.to = change.from;
  spans.push(spanOf(change, change.from));
  const isHeld = spans.some((span) => isOpen(span) && span.part === 'whole' && span.holder !== null);
  if (change.part === 'whole' && !isHeld) spans.push({ ...spanOf(change, null), holder: null });
};

/** A standing statement confirms the holder; against another holder it makes the place contested for those days. */
const hold = (spans: Span[], change: Change): void => {
  const standing = spans.filter((span) => isOpen(span) && span.part === 'whole');
  const same = standing.find((span) => span.holder === change.holder);
  if (same) {
    same.claims = sorted([...same.claims, ...change.claims]);
    same.assessed ||= change.assessed;
    return;
  }
  const other = standing.find((span) => span.holder !== null);
  if (other) {
    const claims = sorted([...other.claims, ...change.claims]);
    spans.push({ ...spanOf(change, change.to), holder: null, status: 'contested', claims });
    return;
  }
  for (const span of standing) span.to = change.from;
  spans.push(spanOf(change, null));
};
