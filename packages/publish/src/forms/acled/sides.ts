import type { Incident } from '@isnad/model';
import type { FormWords } from '../form.js';
import { groupChain } from '../harm.js';
import type { Country } from '../located.js';
import { twoSides } from '../twoSides.js';
import table from './actors.json' with { type: 'json' };

export type ActorClass = keyof typeof table.classes;

/** A side as ACLED names it. */
export interface Side {
  readonly name: string;
  readonly class: ActorClass;
  /** The name is not one of ACLED's, but the lexicon's. */
  readonly isOwnName: boolean;
}

interface Named {
  readonly name: string;
  readonly home?: string;
}

const NAMES: Readonly<Record<string, Named>> = table.names;
const KINDS: Readonly<Record<string, string>> = table.kinds;
const GROUPS: Readonly<Record<string, { readonly name: string; readonly class: string }>> = table.groups;

const filled = (name: string, { name: country }: Country): string => name.replace('{country}', country);

/** Who stands for a side that no report names. */
export const missingSide = (which: keyof typeof table.missing, country: Country): Side => {
  const { name, class: of } = table.missing[which];
  return { name: filled(name, country), class: of as ActorClass, isOwnName: false };
};

/** A side or a group of people as ACLED names it in a country; null for a word that is neither. */
export const sideOf = (id: string, country: Country, words: FormWords): Side | null => {
  const actor = words.actors.get(id);
  const named = NAMES[id];
  if (actor) {
    const isAbroad =
      actor.kind === 'state-forces' &&
      named?.home !== 'any' &&
      (actor.countries[0] ?? country.alpha2) !== country.alpha2;
    return {
      name: filled(named?.name ?? actor.name.en, country),
      class: (isAbroad ? 'External/Other forces' : KINDS[actor.kind]!) as ActorClass,
      isOwnName: named === undefined,
    };
  }
  const group = groupChain(id, words).find((one) => one in GROUPS);
  if (group === undefined) return null;
  const { name, class: of } = GROUPS[group]!;
  return { name: filled(name, country), class: of as ActorClass, isOwnName: false };
};

/** Those who did it, and those whom it befell, each with the main side first. */
export interface Sides {
  readonly doers: readonly Side[];
  readonly others: readonly Side[];
}

const unique = (sides: readonly (Side | null)[]): readonly Side[] => {
  const byName = new Map(sides.flatMap((side) => (side ? [[side.name, side] as const] : [])));
  return [...byName.values()];
};

/** Both sides of an incident as ACLED names them; who is named on both counts as a doer. */
export const sidesOf = (incident: Incident, country: Country, words: FormWords): Sides => {
  const { doing, opposed } = twoSides(incident, words);
  const name = (ids: readonly string[]) => unique(ids.map((id) => sideOf(id, country, words)));
  const doers = name(doing);
  const known = new Set(doers.map((side) => side.name));
  return { doers, others: name(opposed).filter((side) => !known.has(side.name)) };
};

/** `State forces-Rebel group`: the lower class first, but external forces before civilians; `… only` without an opponent. */
export const interactionOf = (first: Side, second: Side | null): string => {
  if (second === null) return `${first.class} only`;
  const order = (side: Side) => table.classes[side.class];
  const pair = [first.class, second.class];
  if (pair.includes('External/Other forces') && pair.includes('Civilians')) return 'External/Other forces-Civilians';
  return (order(first) <= order(second) ? pair : pair.reverse()).join('-');
};
