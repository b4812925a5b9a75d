import { type EventClaim, eventClaimId, quote } from '@isnad/model';
import type { FigureDraft } from '../figure/draft.js';
import { framingOf } from '../frame/values.js';
import type { Grammar } from '../reader.js';
import { datesTogether } from './dates-together.js';
import { doersOf } from './doers.js';
import type { EventDraft } from './draft.js';
import type { EventRead } from './mention.js';
import { firstTellings } from './repeats.js';
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
    // Who did it is said once; whom it hit each word says anew, but a fight has the sides that it had.
    const silent = event.draft.definite || (event.actors.length === 0 && event.targets.length === 0);
    const framing = framingOf(event.sentenceOf, event.draft.roles, original);
    made.push({
      id,
      kind: 'event',
      type,
      span,
      trigger: quote(original, trigger.start, trigger.end),
      // A blast of unknown kind is not said to be anybody's, whatever raid it is told to come of.
      actors: doersOf(events, index, made, befallsNobody(type, grammar) ? null : previous, grammar),
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

const befallsNobody = (type: string, { words }: Grammar): boolean => words.events.get(type)?.befalls === 'nobody';

/** Where guns stood is not where the next of them hit. */
const happened = ({ places }: EventClaim): boolean => places.length === 0 || places.some(({ role }) => role !== 'from');

const ruleOf = (draft: EventDraft): string => {
  const word = 'shared' in draft.sense.word ? draft.sense.word.shared : 'own-word';
  return `${draft.type}/${word}/${draft.sense.part}${draft.by === null ? '' : `/${draft.by}`}`;
};
