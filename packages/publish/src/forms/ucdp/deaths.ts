import type { FormWords } from '../form.js';
import { groupChain, type Harm } from '../harm.js';
import type { Dyad } from './sides.js';
import table from './tables.json' with { type: 'json' };

/** Best numbers of the dead; they sum to UCDP's `best`. */
export interface Deaths {
  readonly a: number;
  readonly b: number;
  readonly civilians: number;
  readonly unknown: number;
}

export type DeathsOf = keyof Deaths;

const GROUPS: Readonly<Record<string, string>> = table.groups;

/** On whose side the dead of a group are. Soldiers and police are the government's where one side is a government. */
export const deathsOfGroup = (group: string, { a, b }: Dyad, words: Pick<FormWords, 'groups'>): DeathsOf => {
  if (a.kind !== 'civilians' && a.ids.includes(group)) return 'a';
  if (b.kind !== 'civilians' && b.ids.includes(group)) return 'b';
  const of = GROUPS[groupChain(group, words).find((one) => one in GROUPS) ?? ''];
  if (of === 'civilians') return 'civilians';
  const governments = [a, b].filter(({ kind }) => kind === of);
  return of === 'government' && governments.length === 1 ? (a.kind === of ? 'a' : 'b') : 'unknown';
};

/** Spreads the dead over the sides; what the parts leave of the total is unknown. */
export const deathsOf = (
  parts: readonly Harm[],
  best: number,
  dyad: Dyad,
  words: Pick<FormWords, 'groups'>,
): Deaths => {
  const deaths = { a: 0, b: 0, civilians: 0, unknown: 0 };
  for (const { group, best: count } of parts) deaths[deathsOfGroup(group, dyad, words)] += count;
  const told = deaths.a + deaths.b + deaths.civilians + deaths.unknown;
  return { ...deaths, unknown: deaths.unknown + Math.max(0, best - told) };
};
