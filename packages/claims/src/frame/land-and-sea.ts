import type { Sentence } from '../clause/sentence.js';
import type { MeansTold } from './means.js';
import type { Roles } from './roles.js';
import { hitsShip } from './ships.js';

/** «عدوانه برا وبحرا وجوا» (its aggression by land, sea and air): of a whole operation in a country, on the ground too. */
export const meansOfAll = (means: MeansTold): MeansTold =>
  isTold(means, 'ground') && isTold(means, 'air') ? LAND : means;

const isTold = ({ own, near, clause }: MeansTold, tag: string): boolean =>
  own.has(tag) || near.has(tag) || clause.has(tag);

const LAND: MeansTold = { own: new Set(['ground']), near: new Set(), clause: new Set() };

/** The means told of a word that attacks at sea are told by: those of a fight at sea where it hits a ship, else those on land. */
export const meansAtSea = (sentence: Sentence, at: number, roles: Roles, means: MeansTold): MeansTold =>
  isAtSea(sentence, at, roles, means) ? SEA : ashore(means);

const SEA: MeansTold = { own: new Set(['naval']), near: new Set(), clause: new Set() };

/** Whether a word that attacks at sea are told by tells one; what drones alone hit stays their strike. */
const isAtSea = (sentence: Sentence, at: number, roles: Roles, { own, near }: MeansTold): boolean =>
  !isByDrones(own.size > 0 ? own : near) && hitsShip(sentence, at, roles);

/** A ship that nothing says was hit is no means: «قصفت سفينة المواقع» (a ship shelled the positions). */
const ashore = ({ own, near, clause }: MeansTold): MeansTold => ({
  own: new Set([...own].filter((tag) => tag !== 'naval')),
  near: new Set([...near].filter((tag) => tag !== 'naval')),
  clause: new Set([...clause].filter((tag) => tag !== 'naval')),
});

const isByDrones = (means: ReadonlySet<string>): boolean => means.has('drone') && !means.has('rockets');
