import type { ControlLedger, ControlPart, ControlSpan, ControlStatus } from '@isnad/model';
import type { Case } from '../case.js';
import type { Happening } from '../incidents/happening.js';
import { relateAll } from '../incidents/sides.js';
import { partTold, tellsFireControl } from '../kinds/words.js';
import { byText, sorted } from '../order.js';
import { type Place, recordedPlace, resolvePlace } from '../places/place.js';
import { edtfOf } from '../windows/window.js';

/** What one incident says about who holds a place or a part of it. */
interface Change {
  readonly place: Place;
  readonly holder: string | null;
  readonly part: ControlPart;
  readonly status: ControlStatus;
  readonly first: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly assessed: boolean;
  readonly claims: readonly string[];
}

type Span = { -readonly [K in keyof ControlSpan]: ControlSpan[K] };

/**
 * The ledger of each place: who is said to hold it, or a part of it, from when to when. What a side says of
 * its own gains is claimed; two independent roots or the loser's own word make it assessed. A part never
 * flips the whole, and when a holder leaves and nobody is said to enter, the place stands open.
 */
export const controlLedgers = (happenings: readonly Happening[], inCase: Case): readonly ControlLedger[] => {
  const ledgers = new Map<string, { readonly place: Place; readonly changes: Change[] }>();
  for (const change of happenings.flatMap((one) => changesOf(one, inCase))) {
    const ledger = ledgers.get(change.place.id);
    if (ledger) ledger.changes.push(change);
    else ledgers.set(change.place.id, { place: change.place, changes: [change] });
  }
  return [...ledgers.values()]
    .map(({ place, changes }) => ({ place: recordedPlace(place), spans: spansOf(changes) }))
    .sort((a, b) => byText(a.place.id, b.place.id));
};

const changesOf = (one: Happening, inCase: Case): readonly Change[] => {
  const status = statusOf(one);
  if (!status || (one.modality !== 'asserted' && one.modality !== 'uncertain')) return [];
  const days = one.window?.core ?? null;
  const places = new Map(one.units.flatMap((unit) => unit.places.map(({ place }) => [place.id, place] as const)));
  const told = one.units.some((unit) => partTold(unit.claims[0]!.span.text) === 'whole')
    ? 'whole'
    : partTold(one.claims[0]!.span.text);
  const change = (place: Place, part: ControlPart): Change => ({
    place,
    holder: holderOf(one, status),
    part,
    status: one.modality === 'uncertain' ? 'contested' : status,
    first: days?.first ?? Infinity,
    from: edtfOf(days && { first: days.first, last: Number.isFinite(days.first) ? days.first : days.last }),
    to: edtfOf(days && { first: days.last, last: days.last }),
    assessed: isAssessed(one, inCase),
    claims: one.claims.map(({ id }) => id),
  });
  return [...places.values()].flatMap((place) => {
    const own = change(place, told === 'quarter' && place.extent === 'point' ? 'whole' : told);
    if (place.extent !== 'point' || status === 'held') return [own];
    const around = place.ancestors.map((id) => known(id, inCase)).find((outer) => outer?.extent === 'settlement');
    return around ? [own, change(around, place.radius > 1 ? 'quarter' : 'point')] : [own];
  });
};

const known = (id: string, inCase: Case): Place | null => {
  const found = inCase.lexicon.place({ id, name: id, text: '' });
  if (!found) return null;
  return resolvePlace(
    {
      id,
      name: found.name,
      text: '',
      start: 0,
      end: 0,
      role: 'where',
      lat: found.lat,
      lon: found.lon,
      precision: null,
    },
    inCase.lexicon,
  );
};

/** What an incident does to control; an advance counts only where it is control by fire. */
const statusOf = ({ kind, claims }: Happening): ControlStatus | null => {
  if (kind.control) return kind.control;
  const fire = kind.family === 'ground' && claims.some(({ span }) => tellsFireControl(span.text));
  return fire ? 'fire-control' : null;
};

/** The side that the change is about: among those named, the one that most claims name first. */
const holderOf = (one: Happening, status: ControlStatus): string | null => {
  const named = one.claims.flatMap(({ actors, targets }) => (status === 'besieged' ? targets : actors).slice(0, 1));
  const counts = new Map<string, number>();
  for (const side of named) counts.set(side, (counts.get(side) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))[0]?.[0] ?? null;
};

/** Two independent voices say so, or the side that loses by it does. */
const isAssessed = (one: Happening, inCase: Case): boolean => {
  const losers = one.kind.control === 'lost' ? one.actors : one.targets;
  const speakers = one.roots.map((root) => inCase.lexicon.source(root)?.side ?? root);
  return one.independent >= 2 || relateAll(speakers, losers, inCase.lexicon) === 'same';
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
  const ordered = [...changes].sort(
    (a, b) => a.first - b.first || RANK[a.status] - RANK[b.status] || byText(a.claims[0]!, b.claims[0]!),
  );
  const spans: Span[] = [];
  for (const change of ordered) {
    if (change.status === 'taken') take(spans, change);
    else if (change.status === 'lost') leave(spans, change);
    else if (change.status === 'held') hold(spans, change);
    else spans.push(spanOf(change, change.status === 'fire-control' ? null : change.to));
  }
  return spans;
};

const spanOf = ({ holder, part, status, assessed, from, claims }: Change, to: string | null): Span => ({
  holder,
  part,
  status,
  assessed,
  from,
  to,
  claims: sorted(claims),
});

const isOpen = (span: Span): boolean =>
  span.to === null && (span.status === 'taken' || span.status === 'held' || span.status === 'lost');

/** The taker holds from now on; whoever held the same part no longer does. Taking a part leaves the whole as it was. */
const take = (spans: Span[], change: Change): void => {
  for (const span of spans)
    if (isOpen(span) && (span.part === change.part || change.part === 'whole')) span.to = change.from;
  spans.push(spanOf(change, null));
};

/** The holder's open spans end. Nobody is said to enter: the place stands open until somebody is. */
const leave = (spans: Span[], change: Change): void => {
  const held = spans.filter((span) => isOpen(span) && span.holder === change.holder);
  for (const span of held) span.to = change.from;
  spans.push(spanOf(change, change.from ?? change.to));
  const others = spans.some((span) => isOpen(span) && span.holder !== null);
  if (!others) spans.push({ ...spanOf(change, null), holder: null });
};

/** A standing statement confirms the holder; against another holder it makes the place contested for those days. */
const hold = (spans: Span[], change: Change): void => {
  const same = spans.find((span) => isOpen(span) && span.holder === change.holder && span.part === 'whole');
  if (same) {
    same.claims = sorted([...same.claims, ...change.claims]);
    same.assessed ||= change.assessed;
    return;
  }
  const other = spans.find((span) => isOpen(span) && span.holder !== null && span.part === 'whole');
  if (other) {
    spans.push({
      ...spanOf(change, change.to),
      holder: null,
      status: 'contested',
      claims: sorted([...other.claims, ...change.claims]),
    });
    return;
  }
  for (const span of spans) if (isOpen(span) && span.holder === null) span.to = change.from;
  spans.push(spanOf(change, null));
};
