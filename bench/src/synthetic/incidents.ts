import type { Random } from './random.js';
import { ARMY, FRONT, type Governorate, type World } from './world.js';

/** What truly happened. */
export interface TrueIncident {
  readonly id: number;
  readonly type: string;
  readonly governorate: Governorate;
  /** Index of its town. */
  readonly town: number;
  /** Days since 1 January 1970. */
  readonly day: number;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly killed: number;
}

const TYPES = ['air-strike', 'shelling', 'ground-attack', 'armed-clash', 'car-bomb', 'ied-mine', 'arrest'] as const;
const FIRST_DAY = Date.UTC(2020, 0, 1) / 86_400_000;
const DAYS = 365;

/** A look-alike is so many days from what it resembles. */
const LOOK_ALIKE_DAYS = 10;

/**
 * Incidents spread evenly over places and a year; a share of them has a look-alike: another incident of the same
 * type in the same place, by the same side, within ten days, with figures of its own.
 */
export const incidentsOf = (
  world: World,
  random: Random,
  count: number,
  lookAlikes: number,
): readonly TrueIncident[] => {
  const incidents: TrueIncident[] = [];
  const add = (incident: Omit<TrueIncident, 'id'>): void => {
    incidents.push({ ...incident, id: incidents.length });
  };
  while (incidents.length < count) {
    const governorate = random.pick(world.governorates);
    const [actor, target] = random.chance(0.5) ? [ARMY, FRONT] : [FRONT, ARMY];
    const incident = {
      type: random.pick(TYPES),
      governorate,
      town: random.between(0, governorate.towns.length - 1),
      day: FIRST_DAY + random.between(0, DAYS - 1),
      actors: [actor],
      targets: [random.chance(0.5) ? target : 'civilians'],
      killed: random.between(1, 40),
    };
    add(incident);
    // A look-alike has one as well: for a share s of all incidents, s / (2 − s) of the others need one.
    if (random.chance(lookAlikes / (2 - lookAlikes)))
      add({
        ...incident,
        day: incident.day + random.between(1, LOOK_ALIKE_DAYS) * (random.chance(0.5) ? 1 : -1),
        killed: random.between(1, 40),
      });
  }
  return incidents.slice(0, count);
};
