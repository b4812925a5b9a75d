import type { EventClaim, FigureClaim } from '@isnad/model';
import type { Sentence } from './clause/sentence.js';
import type { EventRead } from './event/mention.js';
import { mayHit } from './event/sides.js';
import { againstEnemies, type Fought } from './event/war.js';
import { UNSPECIFIED, whomOf } from './event/who.js';
import type { Grammar } from './reader.js';
import { isNominal } from './scan/words.js';

/** Claims of events with those whom they befell where their own words do not tell: victims counted, enemies, people. */
export const withThoseBefallen = (
  told: readonly EventClaim[],
  counts: readonly FigureClaim[],
  events: readonly EventRead[],
  grammar: Grammar,
): EventClaim[] => {
  const sided = new Set(
    events.flatMap((event, index) => (grammar.words.hitting.has(event.draft.sense.frame) ? [] : [told[index]!.id])),
  );
  const harmed = harmedBy(counts, grammar);
  const withVictims = told.map((claim) =>
    claim.targets.length > 0 || sided.has(claim.id) || befallsNobody(claim, grammar)
      ? claim
      : { ...claim, targets: victimsOf(claim, harmed, grammar) },
  );
  const withTargets = againstEnemies(
    withVictims.map((claim, index) => foughtOf(claim, events[index]!, grammar)),
    grammar.lexicon,
  );
  return withTargets.map((claim, index) => befalling(claim, events[index]!, grammar));
};

const foughtOf = (claim: EventClaim, { draft, sentenceOf }: EventRead, grammar: Grammar): Fought => {
  const { words } = grammar;
  const family = words.events.get(claim.type)?.family ?? draft.family;
  return {
    claim,
    onGround: words.holds('on-ground', family),
    againstEnemy: words.holds('against-enemy', family),
    fromAfar: words.holds('from-afar', family),
    mutual: draft.roles.mutual,
    opens: sentenceOf.title,
    named: namedIn(sentenceOf),
    hits: mayHit(draft, grammar),
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

/** The groups that were harmed, as far as they are counted, by event. */
const harmedBy = (figures: readonly FigureClaim[], { lexicon }: Grammar): ReadonlyMap<string, ReadonlySet<string>> => {
  const groups = new Map<string, Set<string>>();
  for (const { event, partOf, measure, group } of figures) {
    if (event === null || partOf !== null || measure === 'missing' || !lexicon.measures.get(measure)?.harm) continue;
    const known = groups.get(event) ?? new Set<string>();
    // «45 من الجيش والحشد» (of the army and the Popular Mobilisation): counted together, they are two.
    for (const one of group.split('+')) known.add(one);
    groups.set(event, known);
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
