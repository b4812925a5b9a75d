import type { Incident } from '@isnad/model';
import type { RecordLexicon } from '../lexicon/record-lexicon.js';
import { byText, groupBy } from '../order.js';
import { relatePlaces } from '../places/place.js';
import { gap, meet } from '../windows/window.js';
import { type ByPlace, indexByPlace } from './at-place.js';
import type { Happening } from './happening.js';
import { relateAll } from './sides.js';

type Related = Incident['related'];

/** A capture or withdrawal so many days after the last day of a fight may be its end. */
const ENDS_WITHIN = 3;
/** Days back to which the fight may have begun that an event ends. */
const LONGEST_FIGHT = 60;
/** A campaign may have begun so many days before an attack that is part of it. */
const LONGEST_CAMPAIGN = 730;
/** A part of a town falls so many days before or after the town of which it is a part. */
const TOWN_FALLS_WITHIN = 30;
/** Incidents of a place that are looked at for each incident. */
const NEIGHBOURS = 64;

/**
 * How incidents stand to each other: `follows` (the capture that ends a battle; the operation that was planned),
 * `part-of` (an attack in a campaign, the quarter in the town), `look-alike` (the same act by the same side in
 * the same place at another time: the nearest before and after it).
 */
export const relateHappenings = (
  happenings: readonly Happening[],
  lexicon: RecordLexicon,
): ReadonlyMap<string, Related> => {
  const index = indexByPlace(happenings);
  const found = new Map<string, Map<string, Related[number]>>();
  const add = (from: Happening, to: Happening, how: Related[number]['how']) => {
    const known = found.get(from.id) ?? new Map<string, Related[number]>();
    if (!known.has(to.id)) known.set(to.id, { incident: to.id, how });
    found.set(from.id, known);
  };
  for (const one of happenings) {
    for (const battle of endedBy(one, index, lexicon)) add(one, battle, 'follows');
    for (const whole of partOf(one, index, lexicon)) add(one, whole, 'part-of');
  }
  const campaigns = happenings.filter((one) => one.campaign && one.modality === 'asserted' && one.window);
  for (const plan of happenings) {
    const came =
      plan.modality === 'planned' && plan.campaign && plan.window ? carriedOut(plan, campaigns, lexicon) : null;
    if (came) add(came, plan, 'follows');
  }
  for (const [a, b] of lookAlikes(happenings, lexicon)) {
    add(a, b, 'look-alike');
    add(b, a, 'look-alike');
  }
  return new Map(
    [...found].map(([id, some]) => [id, [...some.values()].sort((a, b) => byText(a.incident, b.incident))]),
  );
};

const sides = (one: Happening): readonly string[] => [...one.actors, ...one.targets];

const alike = (a: Happening, b: Happening, lexicon: RecordLexicon): boolean => {
  const relation = relateAll(sides(a), sides(b), lexicon);
  return relation === 'same' || relation === 'part';
};

/** Fights in the same place that this event may have ended. */
const endedBy = (end: Happening, index: ByPlace, lexicon: RecordLexicon): readonly Happening[] => {
  if (!end.kind.endsBattle || end.modality !== 'asserted' || !end.place || !end.window) return [];
  return index
    .within(end.place.id, end.window.first - LONGEST_FIGHT, end.window.last)
    .slice(-NEIGHBOURS)
    .filter(
      (fight) =>
        fight.kind.battle &&
        !fight.campaign &&
        fight.modality === 'asserted' &&
        alike(fight, end, lexicon) &&
        gap(fight.window!, end.window!) <= ENDS_WITHIN,
    );
};

/** The campaign that carried a plan out: of those that began after it was told, the one with most sides in common, the next to begin. */
const carriedOut = (plan: Happening, campaigns: readonly Happening[], lexicon: RecordLexicon): Happening | null => {
  const came = campaigns.filter(
    (one) =>
      one.kind.family === plan.kind.family &&
      relateAll(plan.actors, one.actors, lexicon) === 'same' &&
      meet(plan.window!, one.window!) !== null &&
      (!plan.place || !one.place || relatePlaces(plan.place, one.place) !== 'apart'),
  );
  const common = (one: Happening) => one.actors.filter((actor) => plan.actors.includes(actor)).length;
  return (
    [...came].sort((a, b) => common(b) - common(a) || a.window!.first - b.window!.first || byText(a.id, b.id))[0] ??
    null
  );
};

/** Campaigns of the same sides in whose days and area an attack falls; captures of the place around a captured part. */
const partOf = (part: Happening, index: ByPlace, lexicon: RecordLexicon): readonly Happening[] => {
  if (!part.window || !part.place || part.modality !== 'asserted' || part.campaign) return [];
  const { place, window } = part;
  const around = [place.id, ...place.ancestors];
  const campaigns = around
    .flatMap((id) => index.at(id, window.first - LONGEST_CAMPAIGN, window.last))
    .filter((whole) => whole.campaign && part.kind.battle && whole.kind.battle && meet(window, whole.window!) !== null);
  const towns =
    part.kind.control === 'taken'
      ? around.flatMap((id) => index.at(id, window.first - TOWN_FALLS_WITHIN, window.last + TOWN_FALLS_WITHIN))
      : [];
  const whole = towns.filter(
    (town) => town.kind.control === 'taken' && town.place?.id !== place.id && town.place?.extent === 'settlement',
  );
  return [...new Set([...campaigns, ...whole])]
    .filter((one) => one !== part && one.modality === 'asserted' && alike(part, one, lexicon))
    .slice(0, NEIGHBOURS);
};

/** Neighbours in time among incidents of one type, one place and one side. */
const lookAlikes = (
  happenings: readonly Happening[],
  lexicon: RecordLexicon,
): readonly (readonly [Happening, Happening])[] => {
  const told = happenings.filter(
    (one) => one.place && one.window && one.place.extent !== 'area' && one.kind.rhythm !== 'state' && !one.campaign,
  );
  const groups = groupBy(told, (one) => `${one.kind.id}|${one.place!.id}`);
  return [...groups.values()].flatMap((some) => {
    const ordered = [...some].sort((a, b) => a.window!.first - b.window!.first || byText(a.id, b.id));
    return ordered.slice(1).flatMap((later, n) => {
      const earlier = ordered[n]!;
      const relation = relateAll(earlier.actors, later.actors, lexicon);
      return relation === null || relation !== 'other' ? [[earlier, later] as const] : [];
    });
  });
};
