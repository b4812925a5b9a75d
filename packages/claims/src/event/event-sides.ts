import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import { concordOfVerb } from '../frame/concord.js';
import type { Grammar } from '../reader.js';
import { isNominal } from '../scan/words.js';
import { classOf } from '../words/classes.js';
import type { EventDraft } from './draft.js';
import type { EventRead } from './mention.js';
import type { Setting } from './setting.js';
import { bothSides, enemyOf, mayHit, meantBy, pronoun } from './sides.js';
import { triedIn } from './tried.js';
import { ableOf, whoOf } from './who.js';

/** Who did it, and whom it befell, as ids; nobody is both. */
export interface EventSides {
  readonly actors: readonly string[];
  readonly targets: readonly string[];
}

/** The sides of an event: those named beside its word, those that pronouns stand for, and those that it goes on about. */
export const sidesOf = ({ sentence, grammar, before }: Setting, draft: EventDraft): EventSides => {
  const { roles } = draft;
  const antecedent = before[before.length - 1];
  const actors = ableOf(whoOf(sentence, roles.actors, before, grammar), draft.family, grammar);
  if ([...roles.actors, ...roles.targets].some((k) => sentence.items[k]!.kind === 'both-sides'))
    actors.push(...bothSides(before, actors, grammar));
  const targets = whoOf(sentence, roles.targets, before, grammar, true);
  if (roles.pronounActor && actors.length === 0) actors.push(...pronoun(sentence, draft, antecedent));
  if (targets.length === 0 && standsForThem(sentence, draft))
    targets.push(...meantBy(sentence, draft, actors, antecedent));
  if (actors.length === 0 && antecedent && isOfSameDoers(sentence, draft, antecedent, grammar))
    actors.push(...antecedent.actors.filter((id) => !targets.includes(id)));
  if (targets.length === 0 && actors.length > 0 && isAtEnemy(draft, grammar))
    targets.push(...enemyOf(sentence, actors, grammar));
  return { actors, targets: targets.filter((id) => !actors.includes(id)) };
};

/** «هجرهم» (displaced them); in a relative clause, «ممن هجرهم النظام» (of those whom it displaced), it is whom that describes. */
const standsForThem = ({ items, clauses, clauseOf }: Sentence, { item, roles }: EventDraft): boolean =>
  roles.pronounTarget && items[item]!.enclitic === 'هم' && clauses[clauseOf[item]!]!.opener !== 'relative';

/** Whether who did what was told just before did this, too. */
const isOfSameDoers = (sentence: Sentence, draft: EventDraft, before: EventRead, grammar: Grammar): boolean =>
  goesOn(sentence, draft, before, grammar) ||
  (before.sentence === sentence.index && (isFrame(sentence, draft) || triedIn(sentence, draft.item) !== null));

/** Whether an act that names nobody whom it hits is one at the enemy. */
const isAtEnemy = (draft: EventDraft, grammar: Grammar): boolean =>
  !draft.roles.pronounTarget && grammar.words.holds('at-enemy', draft.family) && mayHit(draft, grammar);

/** «وأضاف أنهم داهموا المنازل»: a verb in the plural that names nobody goes on about those told of just before. */
const goesOn = (
  { items, index }: Sentence,
  { item, sense, roles }: EventDraft,
  antecedent: EventRead,
  { words }: Grammar,
): boolean =>
  roles.actors.length === 0 &&
  !isNominal(sense) &&
  items[item]!.harm === undefined &&
  concordOfVerb(items[item]!) === 'p' &&
  index - antecedent.sentence <= 1 &&
  words.frames.get(sense.frame)?.['subject'] === 'actor';

/** «السيطرة على هجين في إطار عملية عسكرية»: the operation in whose frame a deed was done is that of its doers. */
const FRAME_OF = classOf('event/in-frame-of');
const isFrame = ({ items }: Sentence, { item, family, definite }: EventDraft): boolean =>
  family === 'ground' && !definite && FRAME_OF.has(entryAt(items, item - 1)?.form ?? '');
