import type { ControlPart, ControlStatus } from '@isnad/model';
import type { Case } from '../case.js';
import type { Aftermath } from '../checks/after-capture.js';
import { claimsAt } from '../checks/after-capture.js';
import type { Happening } from '../incidents/happening.js';
import { relateAll } from '../incidents/sides.js';
import { partTold, tellsFireControl } from '../kinds/words.js';
import { type Place, resolvePlace } from '../places/place.js';
import { edtfOf } from '../windows/window.js';

/** What one incident says about who holds a place or a part of it. */
export interface Change {
  readonly place: Place;
  readonly holder: string | null;
  readonly part: ControlPart;
  readonly status: ControlStatus;
  /** Day number by which changes are put in order; +Infinity when unknown. */
  readonly day: number;
  /** EDTF days; null when unknown. */
  readonly from: string | null;
  readonly to: string | null;
  readonly assessed: boolean;
  readonly claims: readonly string[];
}

/** What an incident says of the control of its places, and of the town around a quarter or a point. */
export const changesOf = (one: Happening, inCase: Case): readonly Change[] => {
  const status = statusOf(one);
  if (!status || (one.modality !== 'asserted' && one.modality !== 'uncertain')) return [];
  const places = new Map(one.units.flatMap((unit) => unit.places.map((spot) => [spot.place.id, spot] as const)));
  return [...places.values()].flatMap(({ place }) => {
    const own = changeAt(one, place, partOf(one, place), status, inCase);
    if (place.extent !== 'point' || status === 'held') return [own];
    const around = place.ancestors.map((id) => settlement(id, inCase)).find((outer) => outer !== null);
    return around ? [own, changeAt(one, around, place.radius > 1 ? 'quarter' : 'point', status, inCase)] : [own];
  });
};

const changeAt = (one: Happening, place: Place, part: ControlPart, status: ControlStatus, inCase: Case): Change => {
  const core = one.window?.core ?? null;
  // A standing statement is sure of the last of its days only, a change of none before its first.
  const day = core === null ? Infinity : status === 'held' || !Number.isFinite(core.first) ? core.last : core.first;
  return {
    place,
    holder: holderOf(one, status),
    part,
    status: one.modality === 'uncertain' ? 'contested' : status,
    day,
    from: Number.isFinite(day) ? edtfOf({ first: day, last: day }) : null,
    to: core && Number.isFinite(core.last) ? edtfOf({ first: core.last, last: core.last }) : null,
    assessed: isAssessed(one, inCase),
    claims: one.claims.map(({ id }) => id),
  };
};

/** Days on which a side is told to be in a place that was taken from it: contested. */
export const contestsOf = ({ place, presence, left }: Aftermath, inCase: Case): readonly Change[] =>
  presence
    .filter((one) => !left.some((exit) => exit.window!.first <= one.window!.last))
    .map((one) => ({
      ...changeAt(one, place, 'whole', 'contested', inCase),
      holder: null,
      assessed: false,
      claims: claimsAt(one, place, inCase),
    }));

/**
 * The part of the place that an incident is about, by its words; a quarter has a ledger of its own, in which it is
 * the whole. A side that falls back inside a town has not left the town.
 */
const partOf = (one: Happening, place: Place): ControlPart => {
  const about = one.units.filter((unit) =>
    unit.places.some((spot) => spot.place.id === place.id && spot.role === one.kind.about),
  );
  if (about.length === 0 && one.kind.control === 'lost') return 'point';
  const told = (about.length > 0 ? about : one.units).map((unit): ControlPart => {
    const words = partTold(unit.claims[0]!.span.text);
    const partial = unit.places.some((spot) => spot.place.id === place.id && spot.partial);
    return words === 'whole' && partial ? 'point' : words;
  });
  const part = told.includes('whole') ? 'whole' : told[0]!;
  return part !== 'whole' && place.extent === 'point' ? 'whole' : part;
};

const settlement = (id: string, inCase: Case): Place | null => {
  const known = inCase.lexicon.place({ id, name: id, text: '' });
  if (!known) return null;
  const { name, lat, lon } = known;
  const place = resolvePlace(
    { id, name, text: '', start: 0, end: 0, role: 'where', lat, lon, precision: null },
    inCase.lexicon,
  );
  return place.extent === 'settlement' ? place : null;
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
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
};

/** Two independent voices say so, or the side that loses by it does. */
const isAssessed = (one: Happening, inCase: Case): boolean => {
  const losers = one.kind.control === 'lost' ? one.actors : one.targets;
  const speakers = one.roots.map((root) => inCase.lexicon.source(root)?.side ?? root);
  return one.independent >= 2 || relateAll(speakers, losers, inCase.lexicon) === 'same';
};
