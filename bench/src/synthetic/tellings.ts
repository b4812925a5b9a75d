import type { TrueIncident } from './incidents.js';
import type { Random } from './random.js';
import { townBeside, type World } from './world.js';

/** How a report tells an incident: perhaps a little off. */
export interface Telling {
  readonly incident: TrueIncident;
  readonly outlet: string;
  /** Day on which the outlet publishes it. */
  readonly published: number;
  readonly town: number;
  readonly day: number;
  readonly killed: number;
  readonly attribution: readonly string[];
  /** The sentence that tells it, without the figure behind it. */
  readonly wording: string;
}

/** Shares (0–1) of what goes wrong between an incident and a report. */
export interface Noise {
  /** Reports that copy a part of another's wording. */
  readonly copied: number;
  /** Tellings whose place is the next town. */
  readonly place: number;
  /** Tellings whose date is a day off. */
  readonly date: number;
  /** Tellings whose figure differs. */
  readonly figure: number;
  /** Reports without a date. */
  readonly undated: number;
  /** Incidents with a look-alike of the same type and place within ten days. */
  readonly lookAlikes: number;
}

export const DEFAULT_NOISE: Noise = {
  copied: 0.25,
  place: 0.1,
  date: 0.15,
  figure: 0.2,
  undated: 0.1,
  lookAlikes: 0.2,
};

export const NO_NOISE: Noise = { copied: 0, place: 0, date: 0, figure: 0, undated: 0, lookAlikes: 0 };

const WORDS: Readonly<Record<string, string>> = {
  'air-strike': 'غارة جوية',
  shelling: 'قصف مدفعي',
  'ground-attack': 'هجوم',
  'armed-clash': 'اشتباكات',
  'car-bomb': 'سيارة مفخخة',
  'ied-mine': 'لغم',
  arrest: 'اعتقال',
};

/** Most outlets that tell one incident; three on average. */
const MOST_TELLINGS = 5;

/** Words that every outlet uses in its own order; no sentence is told twice in the same words by chance. */
const FILLERS = Array.from(
  { length: 400 },
  (_, n) => `كلمة${String.fromCodePoint(0x0627 + (n % 25), 0x0628 + Math.floor(n / 25))}`,
);

const wordingOf = (world: World, random: Random, incident: TrueIncident, town: number): string => {
  const place = incident.governorate.towns[town]!.nameAr;
  const sides = incident.actors.map((id) => world.lexicon.actor(id)!.name.ar).join(' و');
  const rest = Array.from({ length: 10 }, () => random.pick(FILLERS)).join(' ');
  return `${WORDS[incident.type]} ${sides} في ${place} ${rest}`;
};

const attributionOf = (world: World, random: Random): readonly string[] => {
  const dice = random.next();
  if (dice < 0.4) return [random.pick(world.quoted)];
  return dice < 0.55 ? ['local-sources'] : [];
};

/** Each incident as several outlets tell it. */
export const tellingsOf = (
  world: World,
  random: Random,
  incidents: readonly TrueIncident[],
  noise: Noise,
): readonly Telling[] =>
  incidents.flatMap((incident) =>
    random.some(world.outlets, random.between(1, MOST_TELLINGS)).map((outlet): Telling => {
      const town = random.chance(noise.place) ? townBeside(incident.town) : incident.town;
      const off = random.chance(noise.figure) ? random.between(1, 3) * (random.chance(0.5) ? 1 : -1) : 0;
      return {
        incident,
        outlet,
        published: incident.day + random.between(0, 1),
        town,
        day: incident.day + (random.chance(noise.date) ? (random.chance(0.5) ? 1 : -1) : 0),
        killed: Math.max(1, incident.killed + off),
        attribution: attributionOf(world, random),
        wording: wordingOf(world, random, incident, town),
      };
    }),
  );
