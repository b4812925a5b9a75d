import type { Predicate } from './predicate.js';

/** How far behind the word a pronoun for its place may stand, in items. */
const PRONOUN_WITHIN = 4;

/** «استولت عليها» (seized it): a pronoun stands for the place. */
export const hasPlacePronoun = ({ sentence: { items }, at, roles }: Predicate): boolean => {
  for (let k = at + 1; k <= Math.min(roles.end, at + PRONOUN_WITHIN); k++) {
    const { preposition, enclitic } = items[k]!;
    const isLocal = preposition === 'على' || preposition === 'في' || preposition === 'من';
    if (isLocal && (enclitic === 'ها' || enclitic === 'ه')) return true;
  }
  return false;
};

/** «المدينة التي سيطرت عليها» (the city that it took): what the relative clause describes is the place. */
export const takeDescribedPlaces = ({ sentence, at, roles }: Predicate): void => {
  const { items, clauses, clauseOf } = sentence;
  const { opener, antecedent } = clauses[clauseOf[at]!]!;
  if (opener !== 'relative' || antecedent === null || items[antecedent]!.kind !== 'place') return;
  for (let k = antecedent; ; k--) {
    roles.places.unshift({ item: k, role: 'where' });
    if (items[k]!.conjunction !== 'و' || items[k - 1]?.kind !== 'place') break;
  }
};
