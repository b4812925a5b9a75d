import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import { subjectOf } from './subject.js';

/** «والمتمثل بـ» (which consists in): what stands behind it is how somebody acts. */
const consistsIn = spelt(spelling('frame/consisting-in', 'و?(?:ال)?'));

/** Frames of verbs whose subject may be whom the event befell: «قتل مقاتل بقصف» (a fighter was killed by shelling). */
const BEFALLS: ReadonlySet<string> = new Set(['harm', 'die', 'suffer', 'displace', 'find-dead']);

/**
 * «يسعى التنظيم إلى الظهور عبر هجمات», «اعتقلت قسد اثنين بإنزال جوي»: a deed by which a side does something else is its own.
 */
export const doersBy = (sentence: Sentence, at: number): number[] => {
  const { items, clauses, clauseOf, verbs } = sentence;
  const clause = clauses[clauseOf[at]!]!;
  const before = entryAt(items, at - 1);
  if (before === undefined) return [];
  const { verb } = clause;
  const led = before.kind === 'preposition' && before.preposition === 'ب' && before.enclitic === '';
  const isHow = led || (items[at]!.clitic === 'ب' && consistsIn(before));
  const isDeed =
    items[at]!.clitic === 'ب' &&
    verb !== null &&
    verb < at &&
    verbs.has(verb) &&
    items[verb]!.kind === 'trigger' &&
    !items[verb]!.senses!.some(({ frame, voice }) => BEFALLS.has(frame) || voice === 'passive');
  if (!isHow && !isDeed) return [];
  return subjectOf(sentence, clause).items.filter((k) => k < at && items[k]!.kind === 'actor');
};
