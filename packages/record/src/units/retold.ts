import type { EventClaim, Modality } from '@isnad/model';
import { relateAll } from '../incidents/sides.js';
import type { RecordLexicon } from '../lexicon/record-lexicon.js';
import { relatePlaces } from '../places/place.js';
import { gap, toldWindow } from '../windows/window.js';
import { placesOf } from './spots.js';

/** Tellings of one event in one report do not lie further apart than this. */
const NEAR_DAYS = 2;

/**
 * The mentions of one report by event: those that repeat each other, as the reader says, as far as that can be. Where
 * two mentions contradict each other the repeat is held to be a slip of the reader, so that it does not chain two
 * events, or what was only planned to what was done.
 */
export const retold = (
  events: readonly EventClaim[],
  lexicon: RecordLexicon,
  apart: (claim: string, from: string) => boolean,
): readonly (readonly EventClaim[])[] => {
  const byId = new Map(events.map((claim) => [claim.id, claim]));
  const homes = new Map<string, EventClaim[]>();
  const settle = (claim: EventClaim, asked: ReadonlySet<string>): EventClaim[] => {
    const known = homes.get(claim.id);
    if (known) return known;
    const seen = new Set([...asked, claim.id]);
    let earlier = claim.repeats === null ? undefined : byId.get(claim.repeats);
    while (earlier && !seen.has(earlier.id) && !apart(claim.id, earlier.id)) {
      const home = settle(earlier, seen);
      const fits = !contradicts(claim, earlier, lexicon);
      if (fits && !homes.has(claim.id)) {
        home.push(claim);
        homes.set(claim.id, home);
        return home;
      }
      seen.add(earlier.id);
      earlier = earlier.repeats === null ? undefined : byId.get(earlier.repeats);
    }
    const own = homes.get(claim.id) ?? [claim];
    homes.set(claim.id, own);
    return own;
  };
  for (const claim of events) settle(claim, new Set());
  return [...new Set(homes.values())];
};

const TO_COME: readonly Modality[] = ['planned', 'possible'];

/**
 * A denial, or a plan, is no telling of what was done, nor entering a town one of taking it; else it takes two things
 * that cannot be of one event.
 */
const contradicts = (a: EventClaim, b: EventClaim, lexicon: RecordLexicon): boolean => {
  if ((a.modality === 'denied') !== (b.modality === 'denied')) return true;
  if (TO_COME.includes(a.modality) !== TO_COME.includes(b.modality)) return true;
  const [x, y] = [lexicon.eventKind(a.type), lexicon.eventKind(b.type)];
  if (x.control !== y.control) return true;
  // An attack and its being thrown back have different subjects: other sides tell something of one type family only.
  const otherDeed = x.family !== y.family || relateAll(a.actors, b.actors, lexicon) === 'other';
  return [otherDeed, otherPlace(a, b, lexicon), otherDays(a, b)].filter(Boolean).length >= 2;
};

const otherPlace = (a: EventClaim, b: EventClaim, lexicon: RecordLexicon): boolean => {
  const [as, bs] = [a, b].map((claim) => placesOf([claim], lexicon.eventKind(claim.type), lexicon));
  if (as!.length === 0 || bs!.length === 0) return false;
  return as!.every((x) => bs!.every((y) => relatePlaces(x.place, y.place) === 'apart'));
};

const otherDays = (a: EventClaim, b: EventClaim): boolean => {
  const [x, y] = [toldWindow(a.date), toldWindow(b.date)];
  return x !== null && y !== null && gap(x, y) > NEAR_DAYS;
};
