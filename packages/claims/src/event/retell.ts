import { type EventClaim, eventClaimId, quote } from '@isnad/model';
import type { FigureDraft } from '../figure/draft.js';
import { framingOf } from '../frame/values.js';
import type { Grammar } from '../reader.js';
import { datesTogether } from './dates-together.js';
import type { EventDraft } from './draft.js';
import type { EventRead } from './mention.js';
import { firstTellings } from './repeats.js';
import { fights } from './sides.js';
import { tellingsOf, type Worded } from './telling.js';
import { typesApart, typesTogether } from './type-in-context.js';
import { worldOf } from './world.js';

/** A report's text, and the ids given in it so far. */
export interface Naming extends Worded {
  readonly report: string;
  readonly seen: Set<string>;
  /** The day of the one incident that the report is about (EDTF). */
  readonly incident: string | null;
}

/**
 * The claims of a report's event mentions, in reading order: which of them tell an earlier one again, and what
 * they take from it.
 */
export const claimEvents = (
  events: readonly EventRead[],
  figures: readonly FigureDraft[],
  { report, original, tokens, seen, incident }: Naming,
  grammar: Grammar,
): EventClaim[] => {
  const apart = typesApart(events, grammar);
  const firsts = firstTellings(tellingsOf(events, apart, figures, { original, tokens }, grammar), worldOf(grammar));
  const types = typesTogether(events, apart, firsts, grammar);
  const dates = datesTogether(events, firsts, original, incident);
  const made: EventClaim[] = [];
  events.forEach((event, index) => {
    const type = types[index]!;
    const again = firsts[index] !== index;
    // The nearest mention of the same event tells best who is meant.
    const previous = again ? made[firsts.lastIndexOf(firsts[index]!, index - 1)]! : null;
    // Told again in one sentence without a place of its own, it was where it was; what stands nearer is another's.
    const isSame = again && events[firsts.lastIndexOf(firsts[index]!, index - 1)]!.sentence === event.sentence;
    const { items } = event.sentenceOf;
    const first = items[event.draft.roles.first]!;
    const last = items[event.draft.roles.last]!;
    const trigger = items[event.draft.item]!;
    const span = quote(original, Math.min(first.start, trigger.start), Math.max(last.end, trigger.end));
    let id = eventClaimId(report, span, type);
    for (let n = 2; seen.has(id); n++) id = eventClaimId(report, span, `${type}#${n}`);
    seen.add(id);
    const cause = event.actors.length === 0 && CAME_OF.has(event.draft.family) ? causeOf(events, index) : null;
    // Who did it is said once; whom it hit each word says anew, but a fight has the sides that it had.
    const silent = event.draft.definite || (event.actors.length === 0 && event.targets.length === 0);
    const framing = framingOf(event.sentenceOf, event.draft.roles, original);
    made.push({
      id,
      kind: 'event',
      type,
      span,
      trigger: quote(original, trigger.start, trigger.end),
      actors: doersOf(
        event,
        previous,
        cause === null ? null : made[cause]!,
        made[goesOnFrom(events, index)] ?? null,
        grammar,
      ),
      targets:
        event.targets.length === 0 && event.draft.roles.mutual && silent && previous
          ? previous.targets.filter((id) => !event.actors.includes(id))
          : event.targets,
      places:
        event.places.length === 0 && event.around.length > 0 && previous && isSame && happened(previous)
          ? previous.places
          : event.mentions,
      date: dates[index]!.edtf,
      dateReason: dates[index]!.reason,
      modality: event.draft.modality,
      attribution: event.attribution,
      repeats: again ? made[firsts[index]!]!.id : null,
      rule: ruleOf(event.draft),
      ...(framing.length > 0 ? { framing } : {}),
    });
  });
  return made;
};

/** Where guns stood is not where the next of them hit. */
const happened = ({ places }: EventClaim): boolean => places.length === 0 || places.some(({ role }) => role !== 'from');

/** «قتلى العشائر في تلك الاشتباكات»: of a fight told before with both sides, the word tells one. */
const tellsBoth = ({ draft, actors }: EventRead, previous: EventClaim): boolean =>
  draft.roles.mutual && previous.actors.length > actors.length && actors.every((id) => previous.actors.includes(id));

/** Who did it: those whom its words tell, else those who did it as it was told before, else those who did what it came of. */
const doersOf = (
  event: EventRead,
  previous: EventClaim | null,
  cause: EventClaim | null,
  goesOn: EventClaim | null,
  grammar: Grammar,
): readonly string[] => {
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
  if (goesOn !== null) return others(goesOn.actors);
  const again = previous && !onlyRefers(event) ? others(previous.actors) : [];
  const known = draft.roles.mutual ? again : again.filter((id) => isDoer(id, grammar));
  return known.length > 0 || cause === null ? known : others(cause.actors);
};

/** «حاولت الوصول إلى الجسر، واستطاعت …، ثم اضطرت»: a verb that goes on has the subject of the one before; -1 for none. */
const goesOnFrom = (events: readonly EventRead[], index: number): number => {
  const { draft, sentence, sentenceOf } = events[index]!;
  const { clauses, clauseOf, items } = sentenceOf;
  const clause = clauses[clauseOf[draft.item]!]!;
  const { verb } = clause;
  const carries = verb !== null && (verb === draft.item || verb === draft.roles.supportItem);
  const active = verb !== null && ACTS_ON.has(items[verb]!.supports?.[0]?.does ?? '');
  const goesOn = clause.opener === 'coordinated' || /^[وف]?ثم$/.test(items[clause.first]!.form ?? '');
  if (!carries || !active || !goesOn) return -1;
  for (let k = index - 1; k >= 0 && events[k]!.sentence === sentence; k--) {
    const { item, roles } = events[k]!.draft;
    if (clauseOf[item] === clause.parent && ACTS_ON.has(roles.support?.does ?? '')) return k;
  }
  return -1;
};
const ACTS_ON: ReadonlySet<string> = new Set(['agent', 'succeed', 'attempt', 'fail', 'resume']);

/** Families of what an operation leads to and its doers do. */
const CAME_OF: ReadonlySet<string> = new Set(['arrest', 'killing', 'ground-gain', 'destruction']);

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
const REFERS = /^[وفبل]?(?:اثناء|خلال|جراء|نتيجه|اثر|بعد|قبل|موقع|مكان|لحظه|وقت|وقوع|ساعه|حول|قبيل|عقب)$/;

const ruleOf = (draft: EventDraft): string => {
  const word = 'shared' in draft.sense.word ? draft.sense.word.shared : 'own-word';
  return `${draft.type}/${word}/${draft.sense.part}${draft.by === null ? '' : `/${draft.by}`}`;
};
