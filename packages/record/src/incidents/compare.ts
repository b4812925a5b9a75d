import { compareFigures } from '../figures/agree.js';
import type { RecordLexicon } from '../lexicon/record-lexicon.js';
import { kilometres, type Place, relatePlaces } from '../places/place.js';
import type { UnitPlace } from '../units/spots.js';
import type { Unit } from '../units/unit.js';
import { gap, meet, WIDE_DAYS, width } from '../windows/window.js';
import { type Evidence, evidence, refusal } from './evidence.js';
import { compareSides } from './sides.js';

/** What a comparison knows besides the two units. */
export interface Surroundings {
  readonly lexicon: RecordLexicon;
  /** Whether one report repeats the wording of the other: as a whole, or a passage of it. */
  readonly copied: (a: string, b: string) => 'whole' | 'passage' | null;
}

/** Two tellings whose days differ by so little may still be one event, if the rest agrees well. */
const NEAR_DAYS = 2;
/** Windows so narrow that meeting means the same day or the next. */
const NARROW_DAYS = 4;

/**
 * Holds two units against each other: named reasons with weights, and the reasons that forbid it. The sum
 * of the weights is a score, not a probability (docs/METHODOLOGY.md, "Incidents").
 */
export const compareUnits = (a: Unit, b: Unit, around: Surroundings): readonly Evidence[] => {
  const found: Evidence[] = [
    compareTypes(a, b),
    ...compareModality(a, b),
    comparePlaces(a, b),
    compareDates(a, b),
    ...compareSides(a, b, around.lexicon),
    ...compareFigures(a.figures, b.figures),
    ...compareWording(a, b, around),
  ];
  if (isElsewhere(found)) found.push(evidence('place:next-without-count', -1));
  const everyday = everydayLookAlike(a, found);
  return everyday ? [...found, everyday] : found;
};

/** Reports put one event in one village or the next; the same happens in both on one day unless a count ties them. */
const isElsewhere = (found: readonly Evidence[]): boolean => {
  const has = (...reasons: string[]) => found.some(({ reason }) => reasons.includes(reason));
  return has('place:next') && !has('figure:equal', 'figure:near', 'wording:same-sentence');
};

/**
 * What happens there every day is not the same because it sounds the same: without a day it takes a count or the words;
 * on days that do not meet, that much more.
 */
const everydayLookAlike = (unit: Unit, found: readonly Evidence[]): Evidence | null => {
  const has = (...reasons: string[]) => found.some(({ reason }) => reasons.includes(reason));
  if (unit.kind.rhythm !== 'recurs' || has('figure:equal', 'wording:copied')) return null;
  if (has('date:vague', 'date:unknown')) return refusal('date:everyday-event');
  return has('date:near') && !has('figure:near') ? evidence('date:other-day', -2) : null;
};

/** A sentence of fewer words is often the same by chance. */
const SENTENCE_WORDS = 5;

/**
 * One report repeats the other: that speaks for any two of their tellings where it does so as a whole, and for the very
 * sentence where it repeats a passage, which may be the background of other news.
 */
const compareWording = (a: Unit, b: Unit, around: Surroundings): readonly Evidence[] => {
  const copied = around.copied(a.report, b.report);
  if (copied === null) return [];
  const [mine, yours] = [a.claims[0]!.span.text, b.claims[0]!.span.text];
  const sentence = mine === yours && (copied === 'whole' || mine.split(/\s+/u).length >= SENTENCE_WORDS);
  if (sentence) return [evidence('wording:copied', 2), evidence('wording:same-sentence', 4)];
  return copied === 'whole' ? [evidence('wording:copied', 2)] : [];
};

const compareTypes = (a: Unit, b: Unit): Evidence => {
  if (a.kind.id === b.kind.id) return evidence('type:same', 2);
  // Harm that the one tells by another word as well («مجزرة … غارات», a massacre, air strikes) may be what the other tells.
  const harms = a.kind.harms !== null && b.kind.harms !== null;
  if (harms && a.kinds.some((kind) => kind.harms !== null && b.kinds.includes(kind)))
    return evidence('type:shared', 1.5);
  if (a.kind.family !== b.kind.family) return refusal('type:other');
  // A battle and the capture that ends it are related, not one.
  if (a.kind.control !== b.kind.control) return refusal('type:other-effect');
  return evidence('type:kin', -1.5);
};

const compareModality = (a: Unit, b: Unit): readonly Evidence[] => {
  if (a.campaign !== b.campaign) return [refusal('extent:campaign-and-part')];
  if (a.modality === b.modality) return [];
  if (a.modality === 'denied' || b.modality === 'denied') return [refusal('modality:denied-and-told')];
  if (a.modality === 'uncertain' || b.modality === 'uncertain') return [evidence('modality:uncertain', -0.5)];
  return [refusal('modality:to-come-and-told')];
};

/** Reports confuse places so near to each other. */
const NEXT_VILLAGE_KM = 12;

const areVillages = (x: Place, y: Place): boolean =>
  x.extent === 'settlement' && y.extent === 'settlement' && (kilometres(x, y) ?? Infinity) <= NEXT_VILLAGE_KM;

const SAME_PLACE = { point: 3, settlement: 2.5, area: 1.5 } as const;

/** The best relation of any two places: one shared place is enough, others may have been left out. */
const comparePlaces = (a: Unit, b: Unit): Evidence => {
  if (a.places.length === 0 || b.places.length === 0) return evidence('place:unnamed', 0);
  const found = a.places.flatMap((x) => b.places.map((y) => comparePlace(x, y, a)));
  const allowed = found.filter(({ forbids }) => !forbids);
  return (allowed.length > 0 ? allowed : found).reduce((best, next) => (next.weight > best.weight ? next : best));
};

const comparePlace = (x: UnitPlace, y: UnitPlace, unit: Unit): Evidence => {
  const found = compareNamed(x, y, unit);
  // A place that the reader took from the sentence before may be that of the sentence before: it excludes nothing.
  return found.reason === 'place:apart' && !(x.named && y.named) ? evidence('place:apart-unnamed', -2) : found;
};

const compareNamed = (x: UnitPlace, y: UnitPlace, unit: Unit): Evidence => {
  const { kind, campaign } = unit;
  switch (relatePlaces(x.place, y.place)) {
    case 'same':
      // The market that was taken is not the town; two parts of it may or may not be one.
      if (x.partial !== y.partial) return refusal('place:whole-and-part');
      if (x.partial) return evidence('place:same-part', 1.5);
      return evidence('place:same', campaign ? Math.max(2, SAME_PLACE[x.place.extent]) : SAME_PLACE[x.place.extent]);
    case 'inside': {
      const outer = x.place.radius >= y.place.radius ? x : y;
      // Whether the whole changed hands or a part of it is what such an event is about.
      if (kind.control !== null && outer.place.extent !== 'area' && outer.role === kind.about && !outer.partial)
        return refusal('place:whole-and-part');
      return evidence('place:inside', outer.place.extent === 'settlement' || campaign ? 1.5 : 0.5);
    }
    case 'near':
      return evidence('place:near', 1);
    case 'unknown':
      return evidence('place:unrelated', -1);
    case 'apart':
      // Whoever takes the next village has taken another one.
      return kind.control === null && areVillages(x.place, y.place)
        ? evidence('place:next', -1)
        : refusal('place:apart');
  }
};

const compareDates = (a: Unit, b: Unit): Evidence => {
  if (!a.window || !b.window) return evidence('date:unknown', -2);
  const shared = meet(a.window, b.window);
  if (!shared) {
    const apart = gap(a.window, b.window);
    return apart <= NEAR_DAYS ? evidence('date:near', -2) : refusal('date:apart');
  }
  const widest = Math.max(width(a.window), width(b.window));
  // "Some day before December" meets every earlier event of the war: that is no agreement, not even of campaigns.
  if (a.campaign && b.campaign && Number.isFinite(widest)) return evidence('date:overlap', 1);
  if (widest <= NARROW_DAYS) return evidence('date:same', 2);
  if (widest <= WIDE_DAYS) return evidence('date:overlap', 1);
  return evidence('date:vague', Number.isFinite(widest) ? -1 : -2);
};
