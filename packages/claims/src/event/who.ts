import type { Sentence } from '../clause/sentence.js';
import { idsOf } from '../frame/values.js';
import type { Grammar } from '../reader.js';
import { attackersBefore } from './attackers.js';
import type { EventRead } from './mention.js';

/** The ids of the groups that stand for a group where it is whom an event befell. */
export const whomOf = (id: string, { lexicon }: Pick<Grammar, 'lexicon'>): readonly string[] => {
  const whom = lexicon.groups.get(id)?.whom ?? [];
  return whom.length > 0 ? whom : [id];
};

/** The group of people of whom nothing is said. */
export const UNSPECIFIED = 'persons';

/** «شاب فلسطيني» (a young Palestinian): of a people whose members are not otherwise told apart. */
const peopleOf = ({ items }: Sentence, k: number, { lexicon }: Pick<Grammar, 'lexicon'>): string | null => {
  const next = items[k + 1];
  const id = next?.side?.heads[0] === 'adjective' && !next.conjunction ? next.side.ids[0] : undefined;
  const group = items[k]!.kind === 'people' ? items[k]!.group : undefined;
  // A Palestinian boy is a child first.
  const plain = group !== undefined && (lexicon.groups.get(group.id)?.within ?? UNSPECIFIED) === UNSPECIFIED;
  return plain && id && lexicon.actors.get(id)?.kind === 'civilians' ? id : null;
};

/** Sides whose adjective is that of a nation as well. */
const OF_STATES: ReadonlySet<string> = new Set(['state-forces', 'external-forces']);

/** «خمسة كينيين» (five Kenyans): people of a nation that are counted are not its forces. */
const nationalsOf = ({ items }: Sentence, k: number, { lexicon }: Pick<Grammar, 'lexicon'>): string | null => {
  const { side, owned, definite, conjunction } = items[k]!;
  const isNation = side?.heads[0] === 'adjective' || owned !== undefined;
  if (!side || !isNation || definite || conjunction || items[k - 1]?.kind !== 'number') return null;
  if (!OF_STATES.has(lexicon.actors.get(side.ids[0] ?? '')?.kind ?? '')) return null;
  return UNSPECIFIED;
};

/** «الجنود» (the soldiers): with the article and of nobody named, those of the army told of last. */
const armyOf = (
  { items }: Sentence,
  k: number,
  before: readonly EventRead[],
  { lexicon }: Pick<Grammar, 'lexicon'>,
): string | null => {
  const item = items[k]!;
  if (item.kind !== 'people' || item.group?.id !== 'soldiers' || item.side || !item.definite) return null;
  const isArmy = (id: string): boolean => lexicon.actors.get(id)?.kind === 'state-forces';
  const here = items.slice(0, k).findLast(({ kind, side }) => kind === 'actor' && side?.ids.some(isArmy));
  const ids = here?.side?.ids ?? before.findLast(({ actors }) => actors.some(isArmy))?.actors ?? [];
  return ids.find(isArmy) ?? null;
};

/**
 * Who is meant by items of a sentence: sides, peoples, groups; attackers are those who attacked before.
 * `befell`: they are whom the event befell.
 */
export const whoOf = (
  sentence: Sentence,
  at: readonly number[],
  before: readonly EventRead[],
  grammar: Pick<Grammar, 'lexicon' | 'words'>,
  befell = false,
): string[] => {
  const who: string[] = [];
  const add = (ids: readonly string[]): void => {
    for (const id of ids) if (!who.includes(id)) who.push(id);
  };
  for (const k of at) {
    const attackers = sentence.items[k]!.attackers ? attackersBefore(before, grammar) : [];
    if (attackers.length > 0) {
      add(attackers);
      continue;
    }
    const people =
      peopleOf(sentence, k, grammar) ?? nationalsOf(sentence, k, grammar) ?? armyOf(sentence, k, before, grammar);
    if (people !== null) add([people]);
    else for (const id of idsOf(sentence, [k])) add(befell ? whomOf(id, grammar) : [id]);
  }
  return who;
};

/** «قال مسؤول: نفذ سلاح الجو غارات»: of acts of force, those who could not have done them are not who did. */
export const ableOf = (
  ids: readonly string[],
  family: string,
  grammar: Pick<Grammar, 'lexicon' | 'words'>,
): string[] =>
  grammar.words.holds('by-force', family)
    ? ids.filter((id) => grammar.lexicon.actors.has(id) || grammar.lexicon.groups.get(id)?.acts !== false)
    : [...ids];
