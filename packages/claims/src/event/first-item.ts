import type { Sentence } from '../clause/sentence.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import type { Typed } from './standing.js';

/** The first item that belongs to the mention of an event: what told its means, or moves its forces, may stand before the word. */
export const firstItem = ({ sentence, at, sense, roles, choice }: Typed): number => {
  let { first } = roles;
  if (choice.by !== null) first = Math.min(first, subjectMeans(sentence, at, choice.by));
  else if (sense.entry.frame === 'harm' && sense.entry['needs-before'])
    first = Math.min(first, weaponBefore(sentence, at));
  return sense.frame === 'deploy' ? Math.min(first, moverBefore(sentence, at)) : first;
};

/** «قناص يقتل طفلا» (a sniper kills a child): the noun before the verb that tells the means belongs to the mention. */
const subjectMeans = ({ items, verbs, clauses, clauseOf }: Sentence, at: number, means: string): number => {
  if (!verbs.has(at)) return at;
  const { first, antecedent } = clauses[clauseOf[at]!]!;
  for (let k = at - 1; k >= first; k--) if (items[k]!.means === means) return k;
  // «قذائف هاون أطلقتها الميليشيا» (mortar shells that the militia fired)
  return antecedent !== null && items[antecedent]!.means === means && items[antecedent]!.kind === 'thing'
    ? antecedent
    : at;
};

/** «دخول رتل عسكري», «أرسلت الحكومة تعزيزات» (sent reinforcements): the word that moves forces belongs to the mention. */
const moverBefore = ({ items }: Sentence, at: number): number => {
  for (let k = at - 1; k >= Math.max(0, at - MOVER_WITHIN); k--) {
    if (isMoving(items[k])) return k;
    if (items[k]!.kind === 'comma' || items[k]!.kind === 'connector') return at;
  }
  return at;
};
const isMoving = spelt(spelling('event/moving', '[وفب]?'));
/** How far behind it the forces may stand, in items. */
const MOVER_WITHIN = 3;

/** «انتحاريان يوقعان 12 قتيلا» (two suicide bombers cause 12 deaths): the weapon right before a headline's verb. */
const weaponBefore = ({ items, verbs }: Sentence, at: number): number => {
  if (!verbs.has(at)) return at;
  for (let k = at - 1; k >= Math.max(0, at - 2); k--) if (items[k]!.means) return k;
  return at;
};
