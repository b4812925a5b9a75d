import { isoDay, parseEdtf } from '@isnad/model';
import { resolveAgainst } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import { spelt } from '../scan/spelt.js';
import type { Dated } from './dating.js';

/** «غداة» (the day after). */
const isEve = spelt(/^[وف]?غداه$/);
/** How far before an event «غداة» (the day after) may stand: «غداة إقدام مئات المتظاهرين على اقتحام …، وإحراق …». */
const EVE_REACH = 12;
/** How far before it «بعد شهر من» (a month after) may stand. */
const AFTER_REACH = 4;

/**
 * An event that what the sentence tells is counted from: «سقطت قذائف السبت غداة اقتحام القنصلية» (the day after the
 * storming), «استأنفوا المعركة بعد شهر من هجوم» (a month after an attack). The day told before it in its sentence, else
 * that of publication, less that stretch.
 */
export const countedFrom = (sentence: Sentence, at: number, published: number): Dated | null => {
  const { items, clauseOf, verbs } = sentence;
  for (let k = at - 1; k >= Math.max(0, at - EVE_REACH); k--) {
    const { date, mark } = items[k]!;
    if (clauseOf[k] !== clauseOf[at] || verbs.has(k) || mark === '.') break;
    const eve = isEve(items[k]);
    const after = date?.meaning.is === 'undated' && at - k <= AFTER_REACH ? date.meaning.after : undefined;
    if (!eve && after === undefined) continue;
    // A date of its own behind it says more.
    if (items.some((item, i) => i > k && clauseOf[i] === clauseOf[at] && item.date?.edtf)) return null;
    const told = items.findLast((item, i) => i < k && parseEdtf(item.date?.edtf ?? null) !== null)?.date?.edtf;
    const days = parseEdtf(told ?? null);
    const base = days && Number.isFinite(days.first) ? days.first : published;
    if (eve) return { edtf: isoDay(base - 1), reason: 'the day before what is told', basis: 'told' };
    const { edtf } = resolveAgainst({ ...date!, meaning: after! }, isoDay(base));
    return edtf === null ? null : { edtf, reason: 'so long before what is told', basis: 'told' };
  }
  return null;
};
