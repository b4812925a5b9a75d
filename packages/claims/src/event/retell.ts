import { type EventClaim, eventClaimId, quote } from '@isnad/model';
import type { FigureDraft } from '../figure/draft.js';
import { framingOf } from '../frame/values.js';
import type { Grammar } from '../reader.js';
import type { EventDraft } from './draft.js';
import type { EventRead } from './mention.js';
import { type Mention, repeatOf, tellingBoth } from './repeats.js';
import { meansBySide, refersOf, typeInContext } from './type-in-context.js';

/** A report's text, and the ids given in it so far. */
export interface Naming {
  readonly report: string;
  readonly original: string;
  readonly seen: Set<string>;
}

/**
 * The claims of a report's event mentions, in reading order: which of them tell an earlier one again, and what
 * they take from it.
 */
export const claimEvents = (
  events: readonly EventRead[],
  figures: readonly FigureDraft[],
  { report, original, seen }: Naming,
  grammar: Grammar,
): EventClaim[] => {
  const { words, gazetteer } = grammar;
  const relations = { contains: (outer: string, inner: string) => gazetteer.contains(outer, inner) };
  const ids: string[] = [];
  const chains: (number | null)[] = [];
  // Events known so far; null where a mention only told one of them again.
  const told: (Mention | null)[] = [];
  const made: EventClaim[] = [];
  const usualMeans = meansBySide(events);
  events.forEach((event, index) => {
    const type = typeInContext(event, events.slice(0, index), made, usualMeans, grammar);
    const family = words.events.get(type)?.family ?? event.family;
    const mention: Mention = { ...event, type, family, counts: countsOf(event, figures) };
    const found = repeatOf(mention, told, relations, refersOf(event, grammar));
    if (found === null) told.push(mention);
    else {
      told[found] = tellingBoth(told[found]!, mention);
      told.push(null);
    }
    const repeats = found === null ? null : (chains[found] ?? found);
    chains.push(repeats);
    const previous = found === null ? null : events[found]!;
    const first = event.sentenceOf.items[event.draft.roles.first]!;
    const last = event.sentenceOf.items[event.draft.roles.last]!;
    const trigger = event.sentenceOf.items[event.draft.item]!;
    const span = quote(original, Math.min(first.start, trigger.start), Math.max(last.end, trigger.end));
    let id = eventClaimId(report, span, type);
    for (let n = 2; seen.has(id); n++) id = eventClaimId(report, span, `${type}#${n}`);
    seen.add(id);
    ids.push(id);
    const antecedent = previous && !event.dateTold ? made[found!]!.date : event.date;
    const inherits =
      previous !== null && (event.draft.definite || (event.actors.length === 0 && event.targets.length === 0));
    const actors = inherits && event.actors.length === 0 ? made[found!]!.actors : event.actors;
    const targets = inherits && event.targets.length === 0 ? made[found!]!.targets : event.targets;
    const framing = framingOf(event.sentenceOf, event.draft.roles, original);
    made.push({
      id,
      kind: 'event',
      type,
      span,
      trigger: quote(original, trigger.start, trigger.end),
      actors,
      targets,
      places: event.mentions,
      date: event.dateTold ? event.date : (antecedent ?? event.date),
      dateReason: event.dated.reason,
      modality: event.draft.modality,
      attribution: event.attribution,
      repeats: repeats === null ? null : ids[repeats]!,
      rule: ruleOf(event.draft),
      ...(framing.length > 0 ? { framing } : {}),
    });
  });
  return made;
};

/** The figures told in the sentence of an event, for recognising it when it is told again. */
const countsOf = (event: EventRead, figures: readonly FigureDraft[]): readonly string[] =>
  figures
    .filter(
      (figure) =>
        figure.sentence === event.sentence && figure.min !== null && (figure.min > 2 || figure.max === figure.min),
    )
    .map((figure) => `${figure.measure} ${figure.min}`);

const ruleOf = (draft: EventDraft): string => {
  const word = 'shared' in draft.sense.word ? draft.sense.word.shared : 'own-word';
  return `${draft.type}/${word}/${draft.sense.part}${draft.by === null ? '' : `/${draft.by}`}`;
};
