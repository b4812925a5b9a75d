import type { Lexicon } from '@isnad/lexicon';
import type { Sentence } from '../clause/sentence.js';
import { agrees, concordOf, concordOfHead, concordOfPronoun } from '../frame/concord.js';
import type { Grammar } from '../reader.js';
import type { EventDraft } from './draft.js';

/** A mention's sides. */
interface Sided {
  readonly actors: readonly string[];
  readonly targets: readonly string[];
}

/** Sides that fight: not peoples, councils or those who are only known to be armed. */
export const fights = (id: string, { actors }: Pick<Lexicon, 'actors'>): boolean => {
  const kind = actors.get(id)?.kind;
  return kind !== undefined && kind !== 'civilians' && kind !== 'political-body' && id !== 'gunmen';
};

/** Whether a word can have somebody whom it hits; ground is also gained from somebody where no place is counted. */
export const mayHit = ({ sense, counts, family }: EventDraft, { words }: Pick<Grammar, 'words'>): boolean =>
  words.hitting.has(sense.frame) || (counts === null && family === 'ground-gain');

/**
 * The side attacked, where the clause does not name it: the only other side of the sentence that is neither
 * an ally of the actor nor a source (guide § Slots).
 */
export const enemyOf = (sentence: Sentence, actors: readonly string[], { lexicon }: Grammar): readonly string[] => {
  const allies = new Set(
    actors.flatMap((id) => [id, ...(lexicon.actors.get(id)?.allies ?? []), lexicon.actors.get(id)?.parent ?? '']),
  );
  const others = new Set<string>();
  sentence.items.forEach(({ side }, at) => {
    const id = side?.ids[0];
    // «بدعم من الجيش» (with the help of the army): who helps a side does not fight it.
    if (!id || sentence.governor[at] === 'عن' || sentence.governor[at] === 'support' || allies.has(id)) return;
    if (!lexicon.actors.get(id)?.allies.some((ally) => actors.includes(ally)) && fights(id, lexicon)) others.add(id);
  });
  return others.size === 1 ? [...others] : [];
};

/** «الطرفان»: the sides of the last event between two. */
export const bothSides = (
  before: readonly Sided[],
  known: readonly string[],
  { lexicon }: Pick<Grammar, 'lexicon'>,
): readonly string[] => {
  for (let k = before.length - 1; k >= 0; k--) {
    const named = [...before[k]!.actors, ...before[k]!.targets];
    const sides = [...new Set(named)].filter((id) => lexicon.actors.has(id));
    if (sides.length >= 2) return sides.filter((id) => !known.includes(id));
  }
  return [];
};

/** «سيطرتها»: the last side named before the word in its sentence that the pronoun agrees with, else the actor of the event before. */
export const pronoun = (sentence: Sentence, draft: EventDraft, antecedent: Sided | undefined): readonly string[] => {
  const goesOn = concordOfPronoun(sentence.items[draft.item]!.enclitic);
  let last: string | null = null;
  for (let k = draft.item - 1; k >= 0; k--) {
    const item = sentence.items[k]!;
    const id = item.side?.ids[0] ?? (sentence.governor[k] === null ? item.metonym : undefined);
    if (!id) continue;
    last ??= id;
    if (agrees(concordOf(item), goesOn) || agrees(concordOfHead(item), goesOn)) return [id];
  }
  return last ? [last] : (antecedent?.actors ?? []);
};

/** «استهدافهم» (targeting them): the last side before the word that can be several, or else whom the event before hit. */
export const meantBy = (
  { items }: Sentence,
  { item: at }: EventDraft,
  actors: readonly string[],
  antecedent: Sided | undefined,
): readonly string[] => {
  for (let k = at - 1; k >= 0; k--) {
    const id = items[k]!.side?.ids[0];
    if (id !== undefined && !actors.includes(id) && items[k]!.side!.heads[0] !== 'adjective') return [id];
  }
  return (antecedent?.targets ?? []).filter((id) => !actors.includes(id));
};
