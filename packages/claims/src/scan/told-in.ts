import type { Token } from '@isnad/text';
import { spelling } from '../words/classes.js';
import type { Scanners } from './scanners.js';
import { isNominal, sensesAt } from './words.js';

/** A phrase behind whose first word an event word stands (عمليات اغتيال) is better read word by word. */
export const holdsTrigger = (
  { senses }: Scanners,
  tokens: readonly Token[],
  at: number,
  length: number,
  last: number,
): boolean => {
  for (let k = at + 1; k < at + length; k++) if (sensesAt(senses, tokens, k, last)?.values.some(isNominal)) return true;
  return false;
};

/** The first means told by the words of a stretch; «حاملة الطائرات» (an aircraft carrier) is a ship, whatever its second word. */
export const meansIn = (
  { senses }: Scanners,
  tokens: readonly Token[],
  at: number,
  length: number,
): string | undefined => {
  let best: string | undefined;
  for (let k = at; k < at + length; k++) {
    let longest = 1;
    for (const { value, length: words } of senses.means.at(tokens, k)) {
      if (best === undefined || senses.meansOrder.indexOf(value) < senses.meansOrder.indexOf(best)) best = value;
      if (words <= length - (k - at)) longest = Math.max(longest, words);
    }
    k += longest - 1;
  }
  return best;
};

/** The measure that a single word tells of people, whatever else the word is: فقد (lost, or went missing). */
export const harmAt = (tokens: readonly Token[], at: number, { harms }: Scanners): string | undefined =>
  harms.at(tokens, at, true).find(({ length }) => length === 1)?.value;

const INDEED = spelling('scan/indeed');

/** «فقد أفاد», «فقد قتل» (indeed he reported, indeed were killed): before a verb the word is no loss. */
export const isParticle = (tokens: readonly Token[], at: number, { verbs, harms, senses }: Scanners): boolean => {
  const next = at + 1;
  if (tokens[next] === undefined || !INDEED.test(tokens[at]!.word.form)) return false;
  return (
    verbs.at(tokens, next).length > 0 ||
    harms.at(tokens, next, true).length > 0 ||
    senses.triggers.at(tokens, next).some(({ value }) => value.part === 'perfect') ||
    senses.supports.at(tokens, next).some(({ value }) => value.part === 'perfect')
  );
};
