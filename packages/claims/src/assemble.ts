import type { EventClaim, FigureClaim, Reading } from '@isnad/model';
import type { Sentence } from './clause/sentence.js';
import type { EventDraft } from './event/draft.js';
import { isHistory } from './event/history.js';
import { announces, isListOfPlaces, withListed } from './event/listed-places.js';
import { type EventRead, eventOf, sharePlaces } from './event/mention.js';
import { handDownActors, meetFire } from './event/outcome.js';
import { placePhrases } from './event/place-phrases.js';
import { readEvents } from './event/read.js';
import { claimEvents } from './event/retell.js';
import { againstEnemies, type Fought } from './event/war.js';
import { UNSPECIFIED, whomOf } from './event/who.js';
import { figureClaims, type Passage } from './figure/claims.js';
import type { FigureDraft } from './figure/draft.js';
import type { Counting } from './figure/noun.js';
import { readFigures } from './figure/read.js';
import { armiesOf, armyIn } from './figure/sides.js';
import { readPersons } from './person/read.js';
import type { Grammar, Parsed } from './reader.js';
import { PlaceResolver, type ResolvedPlace } from './resolve/places.js';
import type { PlaceFound } from './scan/item.js';
import { isNominal } from './scan/words.js';
import { NOTHING_HEARD, readAttributions, tellerOf } from './source/attribution.js';

/** Turns a parsed report into its claims. */
export const assemble = (parsed: Parsed, grammar: Grammar): Reading => {
  const { report, published, sentences } = parsed;
  const { document } = report;
  const original = document.text;
  const resolver = new PlaceResolver(grammar.gazetteer, parsed.context, original, document.id);
  const teller = tellerOf(original, selfSource(parsed, grammar), parsed.context.countries, grammar.lexicon);
  const events: EventRead[] = [];
  const figures: FigureDraft[] = [];
  const passages: Passage[] = [];
  const isArmy = (id: string): boolean => hasSoldiers(id, grammar);
  let army: string | null = null;
  const armies = armiesOf(sentences, isArmy);
  /** The event whose places the lines that follow list. */
  let listed: number | null = null;
  let heard = NOTHING_HEARD;

  for (const sentence of sentences) {
    const placed = new Map<number, ResolvedPlace>();
    sentence.items.forEach((item, at) => {
      if (!item.place) return;
      const resolved = resolver.resolve(item as typeof item & { place: PlaceFound });
      if (resolved) placed.set(at, resolved);
    });
    const { drafts } = readEvents(sentence, grammar);
    if (listed !== null && drafts.length === 0 && isListOfPlaces(sentence, placed))
      events[listed] = withListed(events[listed]!, placed, original);
    else if (drafts.length > 0 || placed.size > 0) listed = null;
    const phrases = placePhrases(sentence, placed, grammar.gazetteer);
    const attributions = readAttributions(sentence, heard, teller);
    heard = attributions.heard;
    const byItem = new Map<number, EventDraft>();
    for (const draft of drafts) byItem.set(draft.item, draft);
    const firstOfSentence = events.length;
    for (const draft of drafts) {
      const event = eventOf(
        sentence,
        draft,
        placed,
        phrases,
        drafts,
        attributions.scopes,
        published.edtf,
        grammar,
        original,
        events,
      );
      if (!isHistory(event, published.edtf)) events.push(event);
    }
    sharePlaces(events, firstOfSentence);
    if (events.length > firstOfSentence && announces(sentence) && events[events.length - 1]!.places.length === 0)
      listed = events.length - 1;
    handDownActors(events, firstOfSentence);
    meetFire(events, firstOfSentence);
    const counting: Counting = {
      sentence,
      drafts: byItem,
      words: grammar.figures,
      groupKind: (id: string) => grammar.lexicon.groups.get(id)?.of ?? null,
      isArmy,
      army,
      armies,
      nouns: [],
    };
    figures.push(...readFigures(counting, figures));
    passages.push({ counting, scopes: attributions.scopes });
    army = armyIn(counting, sentence.items.length) ?? army;
  }

  const seen = new Set<string>();
  const made = claimEvents(
    events,
    figures,
    { report: document.id, original, tokens: report.tokens, seen, incident: parsed.incident },
    grammar,
  );
  const told = events.map((event, index) => ({
    sentence: event.sentence,
    item: event.draft.item,
    from: event.draft.from,
    claim: made[index]!,
  }));
  const counts = figureClaims(figures, passages, told, {
    id: document.id,
    text: original,
    published: published.edtf,
    seen,
  });
  const sided = new Set(
    events.flatMap((event, index) => (grammar.words.hitting.has(event.draft.sense.frame) ? [] : [made[index]!.id])),
  );
  const harmed = harmedBy(counts, grammar);
  const withVictims = made.map((claim) =>
    claim.targets.length > 0 || sided.has(claim.id) || befallsNobody(claim, grammar)
      ? claim
      : { ...claim, targets: victimsOf(claim, harmed, grammar) },
  );
  const withTargets = againstEnemies(
    withVictims.map((claim, index) => foughtOf(claim, events[index]!, grammar)),
    grammar.lexicon,
  );
  const withPeople = withTargets.map((claim, index) => befalling(claim, events[index]!, grammar));
  return {
    report: {
      path: document.path,
      id: document.id,
      language: report.language,
      title: report.title,
      outlet: parsed.outlet.name,
      published,
      furniture: report.furniture,
      ...(document.given.url ? { url: document.given.url } : {}),
    },
    claims: [...withPeople, ...counts],
    persons: readPersons(parsed, grammar.persons),
    notes: report.notes,
  };
};

const foughtOf = (claim: EventClaim, { draft, sentenceOf }: EventRead, { words }: Grammar): Fought => {
  return {
    claim,
    family: words.events.get(claim.type)?.family ?? draft.family,
    mutual: draft.roles.mutual,
    opens: sentenceOf.title,
    named: namedIn(sentenceOf),
    hits: words.hitting.has(draft.sense.frame) || (draft.counts === null && draft.family === 'ground-gain'),
  };
};

const NOBODY = 'nobody';

const befallsNobody = ({ type }: EventClaim, { words }: Grammar): boolean => words.events.get(type)?.befalls === NOBODY;

/** «قُتل فلان», «نزوح» (so-and-so was killed, displacement): it befell people, whoever they are. */
const befalling = (claim: EventClaim, event: EventRead, { words }: Grammar): EventClaim => {
  const people = words.events.get(claim.type)?.befalls;
  if (people === undefined || people === NOBODY || claim.targets.length > 0) return claim;
  return people === UNSPECIFIED && !tellsOfOne(event) ? claim : { ...claim, targets: [people] };
};

/** «مقتل فلان», not «عمليات الاغتيال» (assassinations at large): a verb, or a noun with a name behind it. */
const tellsOfOne = ({ draft, sentenceOf: { items } }: EventRead): boolean => {
  const next = items[draft.item + 1];
  return (
    !isNominal(draft.sense) ||
    (!draft.definite && (next?.kind === 'word' || next?.kind === 'number') && !next.conjunction)
  );
};

/** The sides that a sentence names. */
const namedIn = ({ items }: Sentence): ReadonlySet<string> => {
  const named = new Set<string>();
  for (const { side } of items) if (side?.ids[0] !== undefined) named.add(side.ids[0]);
  return named;
};

const selfSource = ({ outlet }: Parsed, { lexicon }: Grammar): string | null => {
  const id = outlet.entry?.id ?? null;
  const source = id === null ? undefined : lexicon.sources.get(id);
  return source && (source.kind === 'observatory' || source.kind === 'agency' || source.kind === 'outlet')
    ? source.id
    : null;
};

/** Whether a side has soldiers rather than fighters. */
const hasSoldiers = (id: string, { lexicon }: Grammar): boolean => {
  const actor = lexicon.actors.get(id);
  return actor !== undefined && (actor.kind === 'state-forces' || actor.name.ar.includes('جيش'));
};

/** The groups that were harmed, as far as they are counted, by event. */
const harmedBy = (figures: readonly FigureClaim[], { lexicon }: Grammar): ReadonlyMap<string, ReadonlySet<string>> => {
  const groups = new Map<string, Set<string>>();
  for (const { event, partOf, measure, group } of figures) {
    if (event === null || partOf !== null || measure === 'missing' || !lexicon.measures.get(measure)?.harm) continue;
    const known = groups.get(event);
    if (known) known.add(group);
    else groups.set(event, new Set([group]));
  }
  return groups;
};

/** Where the text names no target, the people whom it counts as victims are. */
const victimsOf = (event: EventClaim, harmed: ReturnType<typeof harmedBy>, grammar: Grammar): readonly string[] => {
  const { lexicon } = grammar;
  const groups = [...(harmed.get(event.id) ?? [])].filter((id) => !event.actors.includes(id));
  // Children among civilians are civilians, and so are the other people whom the text leaves without a name.
  const told = (id: string): boolean => {
    if (id === UNSPECIFIED) return groups.some((other) => lexicon.groups.get(other)?.within === UNSPECIFIED);
    for (let outer = lexicon.groups.get(id)?.within; outer; outer = lexicon.groups.get(outer)?.within)
      if (outer !== UNSPECIFIED && groups.includes(outer)) return true;
    return false;
  };
  return [...new Set(groups.filter((id) => !told(id)).flatMap((id) => whomOf(id, grammar)))].slice(0, 2);
};
