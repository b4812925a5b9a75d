import { type EventClaim, eventClaimId, type FigureClaim, type PlaceMention, parseEdtf, quote, type Reading } from '@isnad/model';
import type { Sentence } from './clause/sentence.js';
import { type Dated, dateOf } from './event/dating.js';
import type { EventDraft } from './event/draft.js';
import { readEvents } from './event/read.js';
import { whereOf } from './event/where.js';
import { type Mention, repeatOf, tellingBoth } from './event/repeats.js';
import { type FigureRead, figureClaims } from './figure/claims.js';
import type { FigureDraft } from './figure/draft.js';
import { readFigures } from './figure/read.js';
import { framingOf, idsOf } from './frame/values.js';
import type { Grammar, Parsed } from './reader.js';
import { PlaceResolver, placeMention, type ResolvedPlace } from './resolve/places.js';
import type { PlaceFound } from './scan/item.js';
import { chainAt, readAttributions, type Scope } from './source/attribution.js';

/** Families of acts against an enemy. */
const ENEMY = new Set(['ground', 'ground-gain', 'siege', 'ground-loss', 'sniper-fire']);

interface EventRead extends Mention {
  readonly dated: Dated;
  readonly mentions: readonly PlaceMention[];
  readonly attribution: readonly string[];
  readonly sentenceOf: Sentence;
  /** The place was told earlier in the sentence, not beside the word. */
  readonly borrowed: boolean;
}

/** Turns a parsed report into its claims. */
export const assemble = (parsed: Parsed, grammar: Grammar): Reading => {
  const { report, published, sentences } = parsed;
  const { document } = report;
  const original = document.text;
  const resolver = new PlaceResolver(grammar.gazetteer, parsed.context, original);
  const self = selfSource(parsed, grammar);
  const events: EventRead[] = [];
  const figures: FigureRead[] = [];
  let chain: readonly string[] = [];

  for (const sentence of sentences) {
    const placed = new Map<number, ResolvedPlace>();
    sentence.items.forEach((item, at) => {
      const resolved = item.place ? resolver.resolve(item as typeof item & { place: PlaceFound }) : null;
      if (resolved) placed.set(at, resolved);
    });
    const { drafts } = readEvents(sentence, grammar);
    const attributions = readAttributions(sentence, chain, { self });
    chain = attributions.chain;
    const byItem = new Map<number, EventDraft>();
    for (const draft of drafts) byItem.set(draft.item, draft);
    const firstOfSentence = events.length;
    for (const draft of drafts) events.push(eventOf(sentence, draft, placed, drafts, attributions.scopes, published.edtf, grammar, original, events));
    sharePlaces(events, firstOfSentence);
    const counting = { sentence, drafts: byItem, words: grammar.figures, hasGroup: (id: string) => grammar.lexicon.groups.has(id) };
    for (const figure of readFigures(counting, figures)) figures.push({ ...figure, counting, scopes: attributions.scopes });
  }

  const relations = { contains: (outer: string, inner: string) => grammar.gazetteer.contains(outer, inner) };
  const ids: string[] = [];
  const chains: (number | null)[] = [];
  // Events known so far; null where a mention only told one of them again.
  const told: (Mention | null)[] = [];
  const seen = new Set<string>();
  const made: EventClaim[] = [];
  const usualMeans = meansBySide(events);
  events.forEach((event, index) => {
    const type = typeInContext(event, events.slice(0, index), made, usualMeans, grammar);
    const family = grammar.words.events.get(type)?.family ?? event.family;
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
    let id = eventClaimId(document.id, span, type);
    for (let n = 2; seen.has(id); n++) id = eventClaimId(document.id, span, `${type}#${n}`);
    seen.add(id);
    ids.push(id);
    const antecedent = previous && !event.dateTold ? made[found!]!.date : event.date;
    const inherits = previous !== null && (event.draft.definite || (event.actors.length === 0 && event.targets.length === 0));
    const actors = inherits && event.actors.length === 0 ? made[found!]!.actors : event.actors;
    const targets = inherits && event.targets.length === 0 ? made[found!]!.targets : event.targets;
    const framing = framingOf(event.sentenceOf, event.draft.roles, original);
    made.push({
      id, kind: 'event', type, span, trigger: quote(original, trigger.start, trigger.end), actors, targets, places: event.mentions,
      date: event.dateTold ? event.date : (antecedent ?? event.date), dateReason: event.dated.reason, modality: event.draft.modality, attribution: event.attribution,
      repeats: repeats === null ? null : ids[repeats]!, rule: ruleOf(event.draft), ...(framing.length > 0 ? { framing } : {}),
    });
  });
  const told = events.map((event, index) => ({ sentence: event.sentence, item: event.draft.item, claim: made[index]! }));
  const counts = figureClaims(figures, told, { id: document.id, text: original, published: published.edtf, seen });
  const sided = new Set(events.flatMap((event, index) => (Object.values(grammar.words.frames.get(event.draft.sense.frame) ?? {}).includes('target') ? [] : [made[index]!.id])));
  const withTargets = made.map((claim) => (claim.targets.length > 0 || sided.has(claim.id) ? claim : { ...claim, targets: victimsOf(claim, counts, grammar) }));
  return {
    report: {
      path: document.path, id: document.id, language: report.language, title: report.title, outlet: parsed.outlet.name, published, furniture: report.furniture,
      ...(document.given.url ? { url: document.given.url } : {}),
    },
    claims: [...withTargets, ...counts],
    persons: [],
    notes: report.notes,
  };
};

/** The families that an event's word can point back to. */
const refersOf = ({ draft }: EventRead, { words }: Pick<Grammar, 'words'>): readonly string[] =>
  'shared' in draft.sense.word ? (words.shared.get(draft.sense.word.shared)?.refers ?? []) : [draft.family];

/** The figures told in the sentence of an event, for recognising it when it is told again. */
const countsOf = (event: EventRead, figures: readonly FigureDraft[]): readonly string[] =>
  figures.filter((figure) => figure.sentence === event.sentence && figure.min !== null && (figure.min > 2 || figure.max === figure.min)).map((figure) => `${figure.measure} ${figure.min}`);

/**
 * A definite word of violence without means of its own («الهجوم», the attack) is of the type of the last event
 * told that it can point back to.
 */
const typeInContext = (event: EventRead, earlier: readonly EventRead[], made: readonly EventClaim[], usualMeans: ReadonlyMap<string, string>, { words, table }: Grammar): string => {
  const { sense, by, definite } = event.draft;
  if (!('shared' in sense.word) || by !== null) return event.type;
  const usual = usualType(event, sense.word.shared, usualMeans, table, words);
  if (!definite) return usual ?? event.type;
  const refers = refersOf(event, { words });
  for (let k = earlier.length - 1; k >= 0; k--) if (refers.includes(words.events.get(made[k]!.type)!.family)) return made[k]!.type;
  return usual ?? event.type;
};

/** The type of a shared word by the means that its actor uses elsewhere in the report, or is known for. */
const usualType = (event: EventRead, shared: string, usualMeans: ReadonlyMap<string, string>, table: Grammar['table'], words: Grammar['words']): string | null => {
  const row = table.get(shared);
  for (const actor of event.actors) {
    const told = usualMeans.get(actor) ?? Object.keys(words.meansBySide).find((means) => words.meansBySide[means]!.includes(actor));
    const type = told === undefined ? undefined : row?.get(told);
    if (type) return type;
  }
  return null;
};

/** Means from the air, which a report tells once and then takes for granted. */
const LASTING = new Set(['air', 'drone']);

/** The means by which each side acts where the report tells it. */
const meansBySide = (events: readonly EventRead[]): ReadonlyMap<string, string> => {
  const means = new Map<string, string>();
  for (const { draft, actors } of events) {
    const told = draft.by ?? ('type' in draft.sense.word && draft.family === 'air' ? 'air' : null);
    if (told !== null && LASTING.has(told)) for (const actor of actors) if (!means.has(actor)) means.set(actor, told);
  }
  return means;
};

/**
 * The side attacked, where the clause does not name it: the only other side of the sentence that is neither
 * an ally of the actor nor a source (guide § Slots).
 */
const enemyOf = (sentence: Sentence, actors: readonly string[], { lexicon }: Grammar): readonly string[] => {
  const allies = new Set(actors.flatMap((id) => [id, ...(lexicon.actors.get(id)?.allies ?? []), lexicon.actors.get(id)?.parent ?? '']));
  const others = new Set(sentence.items.flatMap((item, at) => (item.side?.ids[0] && sentence.governor[at] !== 'عن' ? [item.side.ids[0]] : [])).filter((id) => !allies.has(id)));
  return others.size === 1 ? [...others] : [];
};

const ruleOf = (draft: EventDraft): string => {
  const word = 'shared' in draft.sense.word ? draft.sense.word.shared : 'own-word';
  return `${draft.type}/${word}/${draft.sense.part}${draft.by === null ? '' : `/${draft.by}`}`;
};

const selfSource = ({ outlet }: Parsed, { lexicon }: Grammar): string | null => {
  const id = outlet.entry?.id ?? null;
  const source = id === null ? undefined : lexicon.sources.get(id);
  return source && (source.kind === 'observatory' || source.kind === 'agency' || source.kind === 'outlet') ? source.id : null;
};

const eventOf = (
  sentence: Sentence,
  draft: EventDraft,
  placed: ReadonlyMap<number, ResolvedPlace>,
  drafts: readonly EventDraft[],
  scopes: readonly Scope[],
  published: string | null,
  grammar: Grammar,
  original: string,
  before: readonly EventRead[],
): EventRead => {
  const { roles } = draft;
  const dated = dateOf(sentence, draft, published);
  const where = whereOf(sentence, draft, { placed, drafts, previous: before[before.length - 1]?.places[0] }, grammar.gazetteer);
  const mentions = where.places.map(({ place, role }) => placeMention(original, place, role));
  const antecedent = before[before.length - 1];
  const actors = idsOf(sentence, roles.actors);
  if ([...roles.actors, ...roles.targets].some((k) => sentence.items[k]!.kind === 'both-sides')) actors.push(...bothSides(before, actors));
  const targets = idsOf(sentence, roles.targets);
  if (roles.pronounActor && actors.length === 0) actors.push(...pronoun(sentence, draft, antecedent));
  const hits = Object.values(grammar.words.frames.get(draft.sense.frame) ?? {}).includes('target') || draft.counts === null && draft.family === 'ground-gain';
  if (hits && targets.length === 0 && actors.length > 0 && !roles.pronounTarget && ENEMY.has(draft.family)) targets.push(...enemyOf(sentence, actors, grammar));
  return {
    draft, type: draft.type, family: draft.family, counts: [], actors, targets: targets.filter((id) => !actors.includes(id)), places: where.borrowed ? [] : where.places.map(({ place }) => place), borrowed: where.borrowed, mentions, date: dated.edtf, dateTold: dated.told, dated,
    title: sentence.title, sentence: sentence.index, attribution: chainAt(scopes, draft.item)?.chain ?? [], sentenceOf: sentence,
  };
};

/** «الطرفان»: the sides of the last event between two. */
const bothSides = (before: readonly EventRead[], known: readonly string[]): readonly string[] => {
  for (let k = before.length - 1; k >= 0; k--) {
    const sides = [...new Set([...before[k]!.actors, ...before[k]!.targets])];
    if (sides.length >= 2) return sides.filter((id) => !known.includes(id));
  }
  return [];
};

/** «سيطرتها»: the last side named before the word in its sentence, else the actor of the event before. */
const pronoun = (sentence: Sentence, draft: EventDraft, antecedent: EventRead | undefined): readonly string[] => {
  for (let k = draft.item - 1; k >= 0; k--) {
    const id = sentence.items[k]!.side?.ids[0];
    if (id) return [id];
  }
  return antecedent?.actors ?? [];
};

/** Words joined by و share the places told once: «دهم واعتقالات في مدينة دير الزور». */
const sharePlaces = (events: EventRead[], from: number): void => {
  for (let k = events.length - 2; k >= from; k--) {
    const event = events[k]!;
    const next = events[k + 1]!;
    const joined = next.sentenceOf.items[next.draft.item]!.conjunction === 'و' && next.draft.item - event.draft.item <= 3;
    if (!joined) continue;
    events[k] = {
      ...event,
      ...(event.mentions.length === 0 ? { mentions: next.mentions, places: next.places } : {}),
      ...(event.actors.length === 0 && event.targets.length === 0 ? { actors: next.actors, targets: next.targets } : {}),
    };
    if (event.actors.length === 0 && next.actors.length > 0 && !event.targets.some((id) => next.actors.includes(id))) events[k] = { ...events[k]!, actors: next.actors };
    if (next.actors.length === 0 && event.actors.length > 0) events[k + 1] = { ...next, actors: event.actors };
  }
};

/** Where the text names no target, the people whom it counts as victims are. */
const victimsOf = (event: EventClaim, figures: readonly FigureClaim[], { lexicon }: Grammar): readonly string[] => {
  const harmed = figures.filter((claim) => claim.event === event.id && claim.partOf === null && (lexicon.measures.get(claim.measure)?.harm ?? false) && claim.measure !== 'missing');
  return [...new Set(harmed.map((claim) => claim.group))].filter((id) => !event.actors.includes(id)).slice(0, 2);
};
