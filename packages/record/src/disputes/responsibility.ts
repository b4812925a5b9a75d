import type { Dispute, EventClaim } from '@isnad/model';
import type { Case } from '../case.js';
import type { Happening } from '../incidents/happening.js';
import { groupBy } from '../order.js';
import { placeName, sidesInWords } from '../words/names.js';
import { dispute } from './dispute.js';

/**
 * `responsibility`: the tellings of one deed name different sides, or one names a side and another, telling it
 * in full, names none. A back-reference that merely leaves the side out is no disagreement.
 */
export const responsibilityDisputes = (happenings: readonly Happening[], inCase: Case): readonly Dispute[] =>
  happenings.flatMap((one) => {
    const matters = one.kind.harms || one.kind.control === 'taken';
    if (!matters || one.kind.mutual || one.campaign || one.modality !== 'asserted') return [];
    const told = one.claims.filter(({ modality }) => modality === 'asserted');
    const named = told.filter(({ actors }) => actors.length > 0);
    const unnamed = told.filter((claim) => claim.actors.length === 0 && tellsInFull(claim, one, named, inCase));
    const tellings = told.filter((claim) => named.includes(claim) || unnamed.includes(claim));
    const bySides = groupBy(tellings, ({ actors }) => [...actors].sort().join(' '));
    if (bySides.size < 2) return [];
    return [ofSides(one, bySides, inCase)];
  });

/**
 * The first telling of its report, outside the title; beside one of the same report that names the side only if it
 * carries a count of its own, and so is more than a way of putting it.
 */
const tellsInFull = (claim: EventClaim, one: Happening, named: readonly EventClaim[], inCase: Case): boolean => {
  const report = inCase.reportOf(claim);
  if (claim.repeats !== null || inCase.reading(report).report.title?.includes(claim.span.text)) return false;
  return (
    named.every((other) => inCase.reportOf(other) !== report) || one.figures.some((figure) => figure.event === claim.id)
  );
};

const ofSides = (one: Happening, bySides: ReadonlyMap<string, readonly EventClaim[]>, inCase: Case): Dispute => {
  const named = [...bySides.values()].map((claims) => sidesInWords(claims[0]!.actors, inCase.lexicon));
  const where = one.place ? placeName(one.place) : null;
  const claims = [...bySides.values()].flatMap((some) => some.map(({ id }) => id));
  return dispute('responsibility', claims, {
    en: `${one.kind.name.en}${where ? ` at ${where.en}` : ''}: who did it is told as ${named.map(({ en }) => en).join(' / ')}. Name the side only with the source that names it.`,
    ar: `${one.kind.name.ar}${where ? ` في ${where.ar}` : ''}: الفاعل في الروايات ${named.map(({ ar }) => ar).join(' / ')}. لا يُسمّى طرف إلا مع من سمّاه.`,
  });
};
