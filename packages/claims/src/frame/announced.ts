import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import { THINGS } from '../figure/people.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import { isOwnForces } from './own-forces.js';
import { coordinated, isParty } from './subject.js';

/**
 * «أعلنت العشائر صد هجوم», «الجيش يعلن قصف أهداف»: a side that announces a deed without naming its doer speaks of its own.
 */
export const announcers = ({ items }: Sentence, at: number): number[] => {
  const speaker = entryAt(items, at - 1);
  if (speaker?.reporting?.id === 'announce' && speaker.reporting.kind === 'verb' && !speaker.conjunction)
    return entryAt(items, at - 2)?.kind === 'actor' && !items[at]!.clitic ? [at - 2] : [];
  const verb = entryAt(items, at - 2)?.reporting;
  // «أعلن المتحدث باسم الجيش السيطرة على البلدة»: a spokesman announces a deed of the side that he speaks for; who died may be its own.
  // So does a state: «أعلنت أوكرانيا إسقاط طائرة» (Ukraine announced the downing of an aircraft).
  const isVoice = speaker?.metonym !== undefined || (speaker?.kind === 'source' && speaker.source?.side !== undefined);
  const speaksFor = isVoice && verb?.id === 'announce' && !harmsPeople(items[at]!);
  return (speaker?.kind === 'actor' || speaksFor) &&
    verb?.kind === 'verb' &&
    !items[at]!.conjunction &&
    !items[at]!.clitic
    ? [at - 1]
    : [];
};

/** «مقتل» (the death of), not «إسقاط» (the downing of). */
const harmsPeople = ({ harm }: Item): boolean => harm !== undefined && !THINGS.has(harm);

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

const isAscribed = spelt(spelling('frame/ascribed', '[وف]?'));
/** How far behind its deed the word stands, and how far behind that the one to whom it is ascribed, in items. */
const ASCRIBED_WITHIN = 9;
const ASCRIBED_TO_WITHIN = 5;

/** «هجوم نسب إلى القاعدة» (an attack ascribed to al-Qaeda), «نسبت السلطات الهجوم إليها»: who is said to have done it, and who says so. */
export const ascribed = (
  sentence: Sentence,
  at: number,
): { readonly doers: readonly number[]; readonly speakers: readonly number[] } | null => {
  const { items } = sentence;
  const word = ascribingWord(sentence, at);
  if (word === null) return null;
  const speakers: number[] = [];
  for (let k = word + 1; k <= Math.min(items.length - 2, Math.max(at, word) + ASCRIBED_TO_WITHIN); k++) {
    const { kind, preposition, enclitic } = items[k]!;
    if (kind === 'mark' || (kind === 'trigger' && k !== at)) return null;
    if (preposition === 'إلى' && !enclitic)
      return isParty(items[k + 1]!) ? { doers: coordinated(sentence, k + 1, items.length - 1), speakers } : null;
    if (isParty(items[k]!)) speakers.push(k);
  }
  return null;
};

const ascribingWord = ({ items, clauseOf }: Sentence, at: number): number | null => {
  for (let k = at - 1; k >= Math.max(0, at - ASCRIBED_TO_WITHIN) && items[k]!.kind !== 'mark'; k--)
    if (isAscribed(items[k])) return k;
  for (let k = at + 1; k <= Math.min(items.length - 1, at + ASCRIBED_WITHIN) && items[k]!.kind !== 'mark'; k++) {
    if (items[k]!.kind === 'trigger' && clauseOf[k] !== clauseOf[at]) return null;
    if (isAscribed(items[k])) return k;
  }
  return null;
};
