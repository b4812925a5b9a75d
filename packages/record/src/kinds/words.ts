import { fold } from '@isnad/arabic';
import type { ControlPart } from '@isnad/model';

/**
 * Words of a claim that change what it means for the record. Folded stems, matched at the start of a word
 * after the conjunctions, prepositions and the article.
 */

/** Nouns for an undertaking of many days: عملية (operation), حملة (campaign). */
const CAMPAIGN_WORDS = ['عمليه', 'عمليات', 'حمله', 'حملات', 'operation', 'campaign', 'offensive'];

/** Control by fire only: نارية، نارياً، بالنار (by fire). */
const FIRE_WORDS = ['ناريه', 'ناريا', 'نار', 'fire'];

/** Words for a part of the place: نصف (half); أجزاء، نقاط، مواقع، محاور (parts, points, positions, axes). */
const PART_WORDS: readonly (readonly [ControlPart, readonly string[]])[] = [
  ['half', ['نصف', 'half']],
  ['quarter', ['حي', 'احياء', 'حاره', 'quarter', 'district']],
  ['point', ['نقاط', 'نقطه', 'مواقع', 'موقع', 'اجزاء', 'اطراف', 'محاور', 'محور', 'points', 'positions']],
];

const PROCLITICS = /^(?:[وف])?(?:[بلك]?ال|لل|[بلك])?/;

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0);

const has = (text: string, wanted: readonly string[]): boolean =>
  wordsOf(text).some((word) => wanted.includes(word) || wanted.includes(word.replace(PROCLITICS, '')));

/** Whether the words tell an undertaking of many days rather than one attack. */
export const tellsCampaign = (trigger: string): boolean => has(trigger, CAMPAIGN_WORDS);

/** Whether the words speak of control by fire. */
export const tellsFireControl = (text: string): boolean => has(text, FIRE_WORDS);

/** The part of the place that the words speak of; `whole` when they name none. */
export const partTold = (text: string): ControlPart => PART_WORDS.find(([, words]) => has(text, words))?.[0] ?? 'whole';
