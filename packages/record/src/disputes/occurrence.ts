import type { Dispute } from '@isnad/model';
import type { Case } from '../case.js';
import { compareUnits, type Surroundings } from '../incidents/compare.js';
import { forbids, scoreOf, THRESHOLD } from '../incidents/evidence.js';
import type { Happening } from '../incidents/happening.js';
import { byText, groupBy } from '../order.js';
import { byPlaceInText, type Unit } from '../units/unit.js';
import { placeName, sidesInWords } from '../words/names.js';
import { rootName } from '../words/roots.js';
import { dispute } from './dispute.js';

/** Denials so near each other in a text, by the same source, are one denial. */
const NEAR_IN_TEXT = 200;

/** `occurrence`: something is denied, whether or not anybody in the case asserts it. */
export const occurrenceDisputes = (
  happenings: readonly Happening[],
  around: Surroundings,
  inCase: Case,
): readonly Dispute[] => {
  const units = happenings.flatMap((one) => one.units);
  const told = groupBy(
    units
      .filter(({ modality }) => modality !== 'denied')
      .flatMap((unit) => spotsOf(unit).map((spot) => ({ spot, unit }))),
    ({ spot }) => spot,
  );
  return denials(units, inCase).map((denied) => {
    const near = denied.flatMap((unit) =>
      spotsOf(unit).flatMap((spot) => (told.get(spot) ?? []).filter((other) => isDenied(other.unit, unit, around))),
    );
    const asserted = [...new Set(near.map(({ unit }) => unit))];
    const claims = [...denied, ...asserted].flatMap((unit) => unit.claims.map(({ id }) => id));
    const [first] = denied;
    const kinds = [...new Map(denied.map(({ kind }) => [kind.id, kind.name])).values()];
    const by = rootName(inCase.root(first!.claims[0]!), inCase);
    const who = sidesInWords([...new Set(denied.flatMap(({ actors }) => actors))], inCase.lexicon);
    const where = denied.flatMap(({ places }) => places.map(({ place }) => placeName(place)))[0];
    return dispute('occurrence', claims, {
      en: `${kinds.map(({ en }) => en).join(', ')} (${who.en}${where ? `, ${where.en}` : ''}): denied by ${by.en}${asserted.length > 0 ? ', told as a fact by others' : ''}. Must not be counted as having happened.`,
      ar: `${kinds.map(({ ar }) => ar).join('، ')} (${who.ar}${where ? `، ${where.ar}` : ''}): ينفيه ${by.ar}${asserted.length > 0 ? ' ويؤكده غيره' : ''}. لا يُحسب واقعاً.`,
    });
  });
};

/** Where to look for what is denied: the same type family in the same place. */
const spotsOf = (unit: Unit): readonly string[] => unit.places.map(({ place }) => `${unit.kind.family}|${place.id}`);

/** Denied units, those of one breath together. */
const denials = (units: readonly Unit[], inCase: Case): readonly (readonly Unit[])[] => {
  const denied = units.filter(({ modality }) => modality === 'denied');
  const bySource = groupBy(denied, (unit) => `${unit.report}|${inCase.root(unit.claims[0]!)}`);
  return [...bySource]
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([, some]) => {
      const ordered = [...some].sort((a, b) => byPlaceInText(a.claims[0]!, b.claims[0]!));
      const groups: Unit[][] = [];
      for (const unit of ordered) {
        const last = groups.at(-1)?.at(-1);
        if (last && unit.claims[0]!.span.start - last.claims[0]!.span.end <= NEAR_IN_TEXT) groups.at(-1)!.push(unit);
        else groups.push([unit]);
      }
      return groups;
    });
};

const isDenied = (told: Unit, denied: Unit, around: Surroundings): boolean => {
  const found = compareUnits(told, { ...denied, modality: told.modality, campaign: told.campaign }, around);
  return !forbids(found) && scoreOf(found) >= THRESHOLD;
};
