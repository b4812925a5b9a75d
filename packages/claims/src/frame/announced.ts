import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import { isOwnForces } from './own-forces.js';
import { isParty } from './subject.js';

/**
 * «أعلنت العشائر صد هجوم», «الجيش يعلن قصف أهداف»: a side that announces a deed without naming its doer speaks of its own.
 */
export const announcers = ({ items }: Sentence, at: number): number[] => {
  const speaker = entryAt(items, at - 1);
  if (speaker?.reporting?.id === 'announce' && speaker.reporting.kind === 'verb' && !speaker.conjunction)
    return entryAt(items, at - 2)?.kind === 'actor' && !items[at]!.clitic ? [at - 2] : [];
  return speaker?.kind === 'actor' &&
    entryAt(items, at - 2)?.reporting?.kind === 'verb' &&
    !items[at]!.conjunction &&
    !items[at]!.clitic
    ? [at - 1]
    : [];
};

/** «أعلنت وزارة الدفاع سيطرة قواتها على البلدة» (the ministry announced its forces' control of the town): the body's side. */
export const speakerOfForces = ({ items }: Sentence, at: number): number[] =>
  isOwnForces(items[at + 1]) &&
  entryAt(items, at - 1)?.source?.side &&
  entryAt(items, at - 2)?.reporting?.kind === 'verb'
    ? [at - 1]
    : [];

/** «أعلن الجيش مقتل سبعة جنود» (the army announced the death of seven soldiers): of nobody else's, it lost them. */
export const isOwnLoss = ({ items }: Sentence, speaker: number, lost: readonly number[]): boolean =>
  ARMY.test(items[speaker]!.word.form) &&
  lost.some((k) => SOLDIERS.has(items[k]!.group?.id ?? '') && items[k]!.side === undefined && !isWhose(items[k + 1]));
const SOLDIERS: ReadonlySet<string> = new Set(['soldiers', 'officers']);
const ARMY = spelling('frame/army', '[وف]?(?:ال)?');
const isWhose = (next: Item | undefined): boolean =>
  next?.kind === 'actor' || next?.kind === 'place' || next?.preposition === 'من';

/** مسؤوليته, مسؤوليتها, مسؤوليتهم (its responsibility), folded. */
const isOwnResponsibility = spelt(/^(?:عن )?مسووليت(?:ه|ها|هم)$/);
/** How far before that word the one who takes it stands, in items. */
const CLAIMANT_WITHIN = 6;

/** «أعلنت جماعة الحوثي مسؤوليتها عن الهجوم»: who says that a deed was theirs did it, unless they deny it. */
export const claimants = ({ items }: Sentence, at: number): number[] => {
  const own = [at - 1, at - 2].find((k) => isOwnResponsibility(items[k]));
  if (own === undefined) return [];
  for (let k = own - 1; k >= Math.max(0, own - CLAIMANT_WITHIN); k--) {
    const item = items[k]!;
    const { reporting } = entryAt(items, k - 1) ?? {};
    if (item.kind === 'negator' || reporting?.id === 'deny') return [];
    if (item.kind === 'actor' && !item.clitic) return reporting?.kind === 'verb' ? [k] : [];
  }
  return [];
};

/** How far before its deed the accused stands, in items. */
const ACCUSED_WITHIN = 12;

/** «بالوقوف وراء الهجوم» (of being behind the attack), «بالمسؤولية عنه» (of being responsible), «بتنفيذه» (of carrying it out), folded. */
const isBlame = spelt(new RegExp(`${spelling('frame/blame', 'ب').source}|^مسووليه$`));

/** «اتهم الأهالي قسد باختطاف شاب»: of two behind a word of accusing the second is the accused. */
export const accused = ({ items, governor, verbs }: Sentence, at: number): number[] => {
  let last: number | null = null;
  let of = items[at]!.clitic === 'ب' || isBlame(entryAt(items, at - 1));
  for (let k = at - 1; k >= Math.max(0, at - ACCUSED_WITHIN); k--) {
    const item = items[k]!;
    if (item.reporting?.id === 'accuse' || (item.speech?.as === 'participle' && item.speech.id === 'accuse'))
      return last === null ? [] : [last];
    // «اتهمت السرايا، الجيش المصري، بشن غارات»: commas around who is accused end nothing.
    const ends =
      item.kind === 'comma' && !isParty(items[k + 1]!) && items[k + 1]!.clitic !== 'ب' && !isBlame(items[k + 1]);
    if (verbs.has(k) || ends || item.kind === 'mark' || item.kind === 'trigger') return [];
    if (last === null && (item.clitic === 'ب' || isBlame(item))) of = true;
    if (
      last === null &&
      of &&
      isParty(item) &&
      (governor[k] === null || entryAt(items, k - 1)?.kind === 'place') &&
      !item.clitic
    )
      last = k;
  }
  return [];
};
