import { isoDay } from '@isnad/model';
import type { Surroundings } from '../incidents/compare.js';
import { compareUnits } from '../incidents/compare.js';
import { scoreOf } from '../incidents/evidence.js';
import type { Happening } from '../incidents/happening.js';
import { relateAll } from '../incidents/sides.js';
import type { Unit } from '../units/unit.js';
import { placeName, sidesInWords } from '../words/names.js';

/** A day after which a report cannot have been published. */
export interface LatestDay {
  readonly day: number;
  readonly reason: string;
}

/**
 * A plan is of the operation that came when the same sides, all of them, undertake the same, and a target or a place
 * agrees besides. One side more or fewer, and it may be an operation that no dated report tells.
 */
const PLAN_THRESHOLD = 4;

/** A report that tells an operation as planned is older than the operation: of several alike, than the latest. */
export const planBounds = (unit: Unit, campaigns: readonly Happening[], around: Surroundings): readonly LatestDay[] => {
  if (unit.modality !== 'planned' || !unit.campaign) return [];
  const came = campaigns.flatMap((event) => {
    const { window } = event;
    if (
      event.kind.family !== unit.kind.family ||
      event.modality !== 'asserted' ||
      !window?.told ||
      !Number.isFinite(window.first)
    )
      return [];
    const scores = event.units.map((other) => agreement(unit, other, around));
    const score = Math.max(...scores);
    return score >= PLAN_THRESHOLD ? [{ event, first: window.first, score }] : [];
  });
  const best = Math.max(...came.map(({ score }) => score));
  const likely = came.filter(({ score }) => score >= best).sort((a, b) => b.first - a.first)[0];
  if (!likely) return [];
  const where = likely.event.place ? ` at ${placeName(likely.event.place).en}` : '';
  return [
    { day: likely.first - 1, reason: `tells as planned the operation${where} that began on ${isoDay(likely.first)}` },
  ];
};

const agreement = (unit: Unit, other: Unit, around: Surroundings): number => {
  const found = compareUnits({ ...unit, modality: other.modality, campaign: other.campaign }, other, around);
  const relevant = found.filter(({ reason }) => !reason.startsWith('date:'));
  const undertakes = relevant.some(({ reason }) => reason === 'actor:same' || reason === 'sides:same');
  return !undertakes || relevant.some((one) => one.forbids) ? -Infinity : scoreOf(relevant);
};

/**
 * A report that says a side still holds a place, and tells no capture of it, is not later than the capture of
 * that place from it, unless the taker is later told to have left or the side to hold it again.
 */
export const stateBounds = (
  unit: Unit,
  own: readonly Unit[],
  captures: ReadonlyMap<string, readonly Happening[]>,
  around: Surroundings,
): readonly LatestDay[] => {
  if (unit.kind.rhythm !== 'state' || unit.modality !== 'asserted' || unit.actors.length === 0) return [];
  const { lexicon } = around;
  return unit.places.flatMap(({ place }) => {
    if (place.extent === 'area') return [];
    const isWholeHere = (other: Unit) => other.places.some((spot) => spot.place.id === place.id && !spot.partial);
    const toldHere = own.some(
      (other) => other.kind.control === 'taken' && other.modality === 'asserted' && isWholeHere(other),
    );
    if (toldHere) return [];
    const changes = captures.get(place.id) ?? [];
    return changes.flatMap((capture) => {
      const lost =
        capture.kind.control === 'taken' &&
        capture.modality === 'asserted' &&
        capture.window?.told &&
        Number.isFinite(capture.window.last) &&
        capture.units.some(isWholeHere) &&
        relateAll(unit.actors, capture.targets, lexicon) === 'same';
      if (!lost) return [];
      const undone = changes.some(
        (later) =>
          later !== capture &&
          later.window !== null &&
          later.window.first >= capture.window!.first &&
          ((later.kind.control === 'held' && relateAll(later.actors, unit.actors, lexicon) === 'same') ||
            (later.kind.control === 'lost' && relateAll(later.actors, capture.actors, lexicon) === 'same')),
      );
      if (undone) return [];
      const reason = `says that ${sidesInWords(unit.actors, lexicon).en} still holds ${placeName(place).en}, which was taken on ${isoDay(capture.window!.last)}`;
      return [{ day: capture.window!.last, reason }];
    });
  });
};
