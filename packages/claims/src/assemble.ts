import { fold } from '@isnad/arabic';
import type { EventClaim, FigureClaim, Reading } from '@isnad/model';
import { mergeSpans } from '@isnad/text';
import { withThoseBefallen } from './befallen.js';
import type { EventDraft } from './event/draft.js';
import { isHistory } from './event/history.js';
import { announces, isListOfPlaces, withListed } from './event/listed-places.js';
import { type EventRead, eventOf } from './event/mention.js';
import { handDownActors, meetFire } from './event/outcome.js';
import { placePhrases } from './event/place-phrases.js';
import { readEvents } from './event/read.js';
import { claimEvents } from './event/retell.js';
import type { Setting } from './event/setting.js';
import { sharePlaces } from './event/shared-places.js';
import { figureClaims, type Passage } from './figure/claims.js';
import type { FigureDraft } from './figure/draft.js';
import type { Counting } from './figure/noun.js';
import { readFigures } from './figure/read.js';
import { armiesOf, armyIn } from './figure/sides.js';
import type { Parsed } from './parse.js';
import { readPersons } from './person/read.js';
import type { Grammar } from './reader.js';
import { PlaceResolver, type ResolvedPlace } from './resolve/places.js';
import type { PlaceFound } from './scan/item.js';
import { readAttributions } from './source/attribution.js';
import { NOTHING_HEARD } from './source/heard.js';
import { tellerOf } from './source/teller.js';

const isListed = (head: string, { words }: Grammar['gazetteer']): boolean => words.listingTwo.has(fold(head));

/** The places of a sentence, by item. */
type Placed = ReadonlyMap<number, ResolvedPlace>;

const placesOf = ({ report: { document }, context, sentences }: Parsed, { gazetteer }: Grammar): readonly Placed[] => {
  const resolver = new PlaceResolver(gazetteer, context, document.text, document.id);
  return sentences.map(({ items }) => {
    const placed = new Map<number, ResolvedPlace>();
    let kept: PlaceFound['head'] = null;
    items.forEach((item, at) => {
      if (!item.place) return;
      // «محافظتي حلب وإدلب» (the governorates of Aleppo and Idlib): the head is that of those joined, too.
      const joined = item.conjunction === 'و' && items[at - 1]?.place !== undefined && item.place.head === null;
      const isListing = item.place.headWord !== null && isListed(item.place.headWord, gazetteer);
      kept = joined ? kept : isListing ? item.place.head : null;
      const resolved = resolver.resolve(item as typeof item & { place: PlaceFound }, joined ? kept : null);
      if (resolved) placed.set(at, resolved);
    });
    return placed;
  });
};

/** The sources that a report names. */
const namedSources = ({ sentences }: Parsed): ReadonlySet<string> =>
  new Set(sentences.flatMap(({ items }) => items.flatMap(({ source }) => (source?.named ? [source.id] : []))));

/** Who says what, by sentence. */
const scopesOf = (parsed: Parsed, grammar: Grammar): readonly Passage['scopes'][] => {
  const { text } = parsed.report.document;
  const teller = tellerOf(
    text,
    selfSource(parsed, grammar),
    parsed.context.countries,
    namedSources(parsed),
    grammar.lexicon,
  );
  let heard = NOTHING_HEARD;
  return parsed.sentences.map((sentence) => {
    const attributions = readAttributions(sentence, heard, teller);
    heard = attributions.heard;
    return attributions.scopes;
  });
};

/** What was found of each sentence of a report before its events are put together. */
interface Found {
  readonly drafts: readonly (readonly EventDraft[])[];
  readonly placed: readonly Placed[];
  readonly phrases: readonly ReturnType<typeof placePhrases>[];
  readonly scopes: readonly Passage['scopes'][];
}

const eventsOf = ({ report, published, sentences }: Parsed, found: Found, grammar: Grammar): EventRead[] => {
  const original = report.document.text;
  const events: EventRead[] = [];
  /** The event whose places the lines that follow list. */
  let listed: number | null = null;
  sentences.forEach((sentence, n) => {
    const drafts = found.drafts[n]!;
    const placed = found.placed[n]!;
    if (listed !== null && drafts.length === 0 && isListOfPlaces(sentence, placed))
      events[listed] = withListed(events[listed]!, placed, original);
    else if (drafts.length > 0 || placed.size > 0) listed = null;
    const firstOfSentence = events.length;
    const setting: Setting = {
      sentence,
      drafts,
      placed,
      phrases: found.phrases[n]!,
      scopes: found.scopes[n]!,
      published: published.edtf,
      grammar,
      original,
      before: events,
    };
    for (const draft of drafts) {
      const event = eventOf(draft, setting);
      if (!isHistory(event, published.edtf)) events.push(event);
    }
    sharePlaces(events, firstOfSentence, grammar);
    if (events.length > firstOfSentence && announces(sentence) && events[events.length - 1]!.places.length === 0)
      listed = events.length - 1;
    handDownActors(events, firstOfSentence, grammar);
    meetFire(events, firstOfSentence, grammar);
  });
  return events;
};

interface Counted {
  readonly figures: readonly FigureDraft[];
  readonly passages: readonly Passage[];
}

const figuresOf = ({ sentences }: Parsed, { drafts, scopes }: Found, grammar: Grammar): Counted => {
  const { lexicon, figures: words } = grammar;
  const figures: FigureDraft[] = [];
  const isArmy = (id: string): boolean => hasSoldiers(id, grammar);
  const groupKind = (id: string) => lexicon.groups.get(id)?.of ?? null;
  const armies = armiesOf(sentences, isArmy);
  let army: string | null = null;
  const passages = sentences.map((sentence, n): Passage => {
    const byItem = new Map(drafts[n]!.map((draft) => [draft.item, draft]));
    const counting: Counting = { sentence, drafts: byItem, words, groupKind, isArmy, army, armies, nouns: [] };
    figures.push(...readFigures(counting, figures));
    army = armyIn(counting, sentence.items.length) ?? army;
    return { counting, scopes: scopes[n]! };
  });
  return { figures, passages };
};

interface Claims {
  readonly told: readonly EventClaim[];
  readonly counts: readonly FigureClaim[];
}

const claimsOf = (
  { report: { document, tokens }, published, incident }: Parsed,
  events: readonly EventRead[],
  { figures, passages }: Counted,
  grammar: Grammar,
): Claims => {
  const { id, text } = document;
  const seen = new Set<string>();
  const told = claimEvents(events, figures, { report: id, original: text, tokens, seen, incident }, grammar);
  const words = events.map(({ sentence, draft: { item, from } }, index) => ({
    sentence,
    item,
    from,
    claim: told[index]!,
  }));
  return { told, counts: figureClaims(figures, passages, words, { id, text, published: published.edtf, seen }) };
};

/**
 * Turns parsed reports into their claims, each step over all of them: the code of one step fits into what the
 * processor keeps next to itself, that of all does not.
 */
export const assembleAll = (all: readonly Parsed[], grammar: Grammar): Reading[] => {
  const placed = all.map((parsed) => placesOf(parsed, grammar));
  const drafts = all.map(({ sentences }) => sentences.map((sentence) => readEvents(sentence, grammar).drafts));
  const phrases = all.map(({ sentences }, n) =>
    sentences.map((sentence, k) => placePhrases(sentence, placed[n]![k]!, grammar.gazetteer)),
  );
  const scopes = all.map((parsed) => scopesOf(parsed, grammar));
  const found = all.map(
    (_, n): Found => ({ drafts: drafts[n]!, placed: placed[n]!, phrases: phrases[n]!, scopes: scopes[n]! }),
  );
  const events = all.map((parsed, n) => eventsOf(parsed, found[n]!, grammar));
  const counted = all.map((parsed, n) => figuresOf(parsed, found[n]!, grammar));
  const claims = all.map((parsed, n) => claimsOf(parsed, events[n]!, counted[n]!, grammar));
  const befallen = claims.map(({ told, counts }, n) => withThoseBefallen(told, counts, events[n]!, grammar));
  const persons = all.map((parsed) => readPersons(parsed, grammar.persons));
  return all.map(({ report, published, outlet }, n) => ({
    report: {
      path: report.document.path,
      id: report.document.id,
      language: report.language,
      title: report.title,
      outlet: outlet.name,
      published,
      furniture: mergeSpans([...report.furniture, ...report.signs]),
      ...(report.document.given.url ? { url: report.document.given.url } : {}),
    },
    claims: [...befallen[n]!, ...claims[n]!.counts],
    persons: persons[n]!,
    notes: report.notes,
  }));
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
