import type { Sentence } from '../clause/sentence.js';
import type { EventDraft } from './draft.js';

/** Families of acts by which people are killed: a killing in their clause is their result, not an event beside them. */
export const MEANS_OF_DEATH: ReadonlySet<string> = new Set([
  'air',
  'shelling',
  'bomb',
  'explosion',
  'ground',
  'sniper-fire',
  'harm-to-persons',
  'chemical-attack',
  'naval-incident',
]);

/** Weapons in hand, or none told. */
export const LIGHT: ReadonlySet<string | null> = new Set([null, 'gunfire']);

/** «ما أدى إلى مقتل مدنيين» (which led to the death of civilians). */
export const isOutcome = ({ items, clauses, clauseOf }: Sentence, { item, roles }: EventDraft): boolean => {
  const clause = clauses[clauseOf[item]!]!;
  // «ما أسفر عن تدمير المقر، وقتل سبعة»: what else came of it.
  const before = clause.opener === 'coordinated' && clause.first >= item - 1 ? clauses[clause.parent ?? -1] : undefined;
  if (before && items[item]!.conjunction === 'و' && items[before.first]!.cue === 'result') return true;
  return (items[clause.first]!.cue === 'result' && clause.verb !== item) || roles.support?.does === 'result';
};

/** Whether two words stand in one clause, or in two that follow each other. */
export const areBeside = ({ clauseOf }: Sentence, one: EventDraft, other: EventDraft): boolean =>
  Math.abs(clauseOf[one.item]! - clauseOf[other.item]!) <= 1;
