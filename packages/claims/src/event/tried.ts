import type { Sentence } from '../clause/sentence.js';
import { spelt } from '../scan/spelt.js';

/** Frames of words for ground that somebody wins. */
export const GAINS_GROUND: ReadonlySet<string> = new Set(['capture', 'motion', 'retake', 'drive-out']);

const isTrying = spelt(/^[وف]?في$/);
/** How far behind «في محاولة» what is tried may stand: whoever tries stands between. */
const TRIED_WITHIN = 6;

/** «في محاولة لاستعادة المدينة», «في محاولة من القوات التقدم» (in an attempt to): where the attempt stands that a verbal noun is tried in. */
export const triedIn = ({ items, verbs }: Sentence, at: number): number | null => {
  if (verbs.has(at) || items[at]!.conjunction || (items[at]!.clitic && items[at]!.clitic !== 'ل')) return null;
  for (let k = at - 1; k >= Math.max(0, at - TRIED_WITHIN); k--) {
    const { cue, kind } = items[k]!;
    if (cue === 'attempt' && isTrying(items[k])) return k;
    if (kind === 'comma' || kind === 'trigger' || kind === 'connector' || verbs.has(k)) return null;
  }
  return null;
};

/** «في محاولة من القوات», «في محاولة قوات النظام»: who tries, where the text says so behind the attempt. */
export const triersOf = ({ items }: Sentence, attempt: number, at: number): readonly number[] => {
  const first = items[attempt + 1]?.preposition === 'من' ? attempt + 2 : attempt + 1;
  return first < at && items[first]!.kind === 'actor' ? [first] : [];
};
