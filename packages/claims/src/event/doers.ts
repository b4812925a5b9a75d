import type { EventClaim } from '@isnad/model';
import type { Grammar } from '../reader.js';
import { spelling } from '../words/classes.js';
import type { EventRead } from './mention.js';
import { fights } from './sides.js';

/** «قتلى العشائر في تلك الاشتباكات»: of a fight told before with both sides, the word tells one. */
const tellsBoth = ({ draft, actors }: EventRead, previous: EventClaim): boolean =>
  draft.roles.mutual && previous.actors.length > actors.length && actors.every((id) => previous.actors.includes(id));

/**
 * Who did what the event at `index` tells: those whom its words tell, else those of the verb that it goes on from, else
 * those who did it as it was told before (`previous`), else those who did what it came of. `made`: the claims so far.
 */
export const doersOf = (
  events: readonly EventRead[],
  index: number,
  made: readonly EventClaim[],
  previous: EventClaim | null,
  grammar: Grammar,
): readonly string[] => {
  const event = events[index]!;
  const { actors, targets, draft } = event;
  const others = (ids: readonly string[]): string[] => ids.filter((id) => !targets.includes(id));
  if (previous && tellsBoth(event, previous)) return others(previous.actors);
  // «أولئك السجناء هربوا»: people of no side are those of whose side it was told before.
  const ofSide =
    previous !== null && previous.actors.length > 0 && previous.actors.every((id) => fights(id, grammar.lexicon));
  if (actors.length > 0 && ofSide && !draft.roles.mutual && actors.every((id) => mayBelong(id, grammar))) {
    const side = others(previous.actors);
    if (side.length > 0) return side;
  }
  if (actors.length > 0) return actors;
  const goesOn = goesOnFrom(events, index);
  if (goesOn !== null) return others(made[goesOn]!.actors);
  const again = previous && !onlyRefers(event) ? others(previous.actors) : [];
  const known = draft.roles.mutual ? again : again.filter((id) => isDoer(id, grammar));
  if (known.length > 0) return known;
  const cause = grammar.words.holds('led-to', draft.family) ? causeOf(events, index) : null;
  return cause === null ? [] : others(made[cause]!.actors);
};

/** «حاولت الوصول إلى الجسر، واستطاعت …، ثم اضطرت»: a verb that goes on has the subject of the one before. */
const goesOnFrom = (events: readonly EventRead[], index: number): number | null => {
  const { draft, sentence, sentenceOf } = events[index]!;
  const { clauses, clauseOf, items } = sentenceOf;
  const clause = clauses[clauseOf[draft.item]!]!;
  const { verb } = clause;
  const carries = verb !== null && (verb === draft.item || verb === draft.roles.supportItem);
  const active = verb !== null && ACTS_ON.has(items[verb]!.supports?.[0]?.does ?? '');
  const goesOn = clause.opener === 'coordinated' || /^[وف]?ثم$/.test(items[clause.first]!.form ?? '');
  if (!carries || !active || !goesOn) return null;
  for (let k = index - 1; k >= 0 && events[k]!.sentence === sentence; k--) {
    const { item, roles } = events[k]!.draft;
    if (clauseOf[item] === clause.parent && ACTS_ON.has(roles.support?.does ?? '')) return k;
  }
  return null;
};
const ACTS_ON: ReadonlySet<string> = new Set(['agent', 'succeed', 'attempt', 'fail', 'resume']);

/** «أسفرت الحملة عن اعتقال ستة» (the campaign led to six arrests): the event before the verb, or behind it, that led to it. */
const causeOf = (events: readonly EventRead[], index: number): number | null => {
  const { draft, sentence, sentenceOf } = events[index]!;
  const clause = sentenceOf.clauseOf[draft.item]!;
  const { verb, antecedent } = sentenceOf.clauses[clause]!;
  const leads = verb !== null && sentenceOf.items[verb]!.supports?.some(({ does }) => does === 'result');
  if (!leads || verb > draft.item) return null;
  for (let k = index - 1; k >= 0 && events[k]!.sentence === sentence; k--)
    if (sentenceOf.clauseOf[events[k]!.draft.item] === clause || events[k]!.draft.item === antecedent) return k;
  // «حيث انتهت العملية باعتقال خمسة»: a word that only points back stands for the event told last.
  const pointsBack = sentenceOf.items
    .slice(verb + 1, draft.item)
    .some(({ kind, definite, clitic }) => kind === 'trigger' && definite && clitic === '');
  const before = pointsBack ? events.slice(0, index).findLastIndex(({ actors }) => actors.length > 0) : -1;
  return before >= 0 && sentence - events[before]!.sentence <= 1 ? before : null;
};

/** People of some side, whichever it is: prisoners, gunmen; or a people, of whom some fight («الهجمات الفلسطينية»). */
const mayBelong = (id: string, { lexicon }: Grammar): boolean =>
  lexicon.groups.get(id)?.sided === true || lexicon.actors.get(id)?.kind === 'civilians';

/** Sides go on doing what they did; people of no side are told once. */
const isDoer = (id: string, { lexicon }: Grammar): boolean => lexicon.actors.has(id);

/** «خلال الهجوم», «موقع التفجير», «عن الهجوم»: what only says when, where or of what names the event, not who did it. */
const onlyRefers = ({ draft, places, sentenceOf: { items, governor } }: EventRead): boolean => {
  const { definite, anaphora, item } = draft;
  if (!definite || !anaphora || places.length > 0 || draft.roles.supportItem !== null) return false;
  return REFERRING.has(governor[item] ?? '') || REFERS.test(items[item - 1]?.form ?? '');
};
const REFERRING: ReadonlySet<string> = new Set(['خلال', 'بسبب', 'في', 'عن']);
const REFERS = spelling('event/referring', '[وفبل]?');
