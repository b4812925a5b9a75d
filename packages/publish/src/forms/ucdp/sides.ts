import type { Incident } from '@isnad/model';
import type { FormWords } from '../form.js';
import { groupChain } from '../harm.js';
import { type Country, countryOf } from '../located.js';
import { twoSides } from '../twoSides.js';
import table from './tables.json' with { type: 'json' };

export type SideKind = 'government' | 'non-state' | 'civilians';

/** A side as UCDP sees it. */
export interface UcdpSide {
  readonly name: string;
  readonly kind: SideKind;
  /** Gleditsch-Ward number of a government. */
  readonly gw: number | null;
  /** Ids of all that fight on this side, and of groups that are of it. */
  readonly ids: readonly string[];
}

/** 1 state-based, 2 non-state, 3 one-sided. */
export type Violence = 1 | 2 | 3;

export interface Dyad {
  readonly violence: Violence;
  /** The government in state-based violence, the doer in one-sided. */
  readonly a: UcdpSide;
  readonly b: UcdpSide;
}

const KINDS: Readonly<Record<string, string | null>> = table.kinds;
const SIDES: Readonly<Record<string, string | null>> = table.sides;
const GROUPS: Readonly<Record<string, string>> = table.groups;

const NAMES: Readonly<Record<string, string>> = table.names;

/** What UCDP calls a country. */
export const countryName = ({ alpha2, name }: Pick<Country, 'alpha2' | 'name'>): string => NAMES[alpha2] ?? name;

const government = (country: Country, id: string): UcdpSide => ({
  name: `Government of ${countryName(country)}`,
  kind: 'government',
  gw: country.gw,
  ids: [id],
});

/** What a group of people, or a side, is; null for what is no organised actor that reports name. */
export const sideOf = (id: string, country: Country, words: FormWords): UcdpSide | null => {
  const actor = words.actors.get(id);
  if (actor) {
    const kind = (id in SIDES ? SIDES[id] : KINDS[actor.kind]) as SideKind | null;
    if (kind === null) return null;
    if (kind === 'civilians') return { name: 'Civilians', kind, gw: null, ids: [id] };
    if (actor.kind === 'state-forces') {
      // A word for such forces of several countries means those of the country where it happened.
      const home =
        actor.countries.includes(country.alpha2) && actor.countries.length > 3 ? country.alpha2 : actor.countries[0];
      return government(countryOf(home) ?? country, id);
    }
    return { name: actor.name.en, kind, gw: null, ids: [id] };
  }
  const group = groupChain(id, words).find((one) => one in GROUPS);
  if (group === undefined) return null;
  return GROUPS[group] === 'government'
    ? government(country, id)
    : { name: 'Civilians', kind: 'civilians', gw: null, ids: [id] };
};

const joined = (sides: readonly (UcdpSide | null)[]): readonly UcdpSide[] => {
  const byName = new Map<string, UcdpSide>();
  for (const side of sides) {
    if (!side) continue;
    const before = byName.get(side.name);
    byName.set(side.name, before ? { ...before, ids: [...before.ids, ...side.ids] } : side);
  }
  return [...byName.values()];
};

/** The two sides of an incident; null where reports name no organised doer, or nobody whom it befell. */
export const dyadOf = (incident: Incident, country: Country, words: FormWords): Dyad | null => {
  const { doing, opposed } = twoSides(incident, words);
  const name = (ids: readonly string[]) => joined(ids.map((id) => sideOf(id, country, words)));
  const doers = name(doing).filter(({ kind }) => kind !== 'civilians');
  const others = name(opposed).filter((side) => !doers.some((doer) => doer.name === side.name));
  const [doer, ...beside] = doers;
  const fighter = others.find(({ kind }) => kind !== 'civilians');
  if (!doer) return null;
  const first = { ...doer, ids: [...doer.ids, ...beside.flatMap(({ ids }) => ids)] };
  if (!fighter) {
    const civilians = others.find(({ kind }) => kind === 'civilians');
    return civilians ? { violence: 3, a: first, b: civilians } : null;
  }
  const second = {
    ...fighter,
    ids: others.filter(({ kind }) => kind !== 'civilians').flatMap(({ ids }) => ids),
  };
  const isStateBased = first.kind === 'government' || second.kind === 'government';
  const [a, b] = isStateBased && first.kind !== 'government' ? [second, first] : [first, second];
  return { violence: isStateBased ? 1 : 2, a, b };
};
