import { entryAt } from '@isnad/text';
import type { Sense } from '../words/senses.js';
import { type Item, type ItemDraft, newItem } from './item.js';
import type { AllMatches, Spot } from './matches.js';
import type { HitOf } from './named-here.js';
import type { PlaceHit } from './places.js';
import { bring } from './small-items.js';
import { spelt } from './spelt.js';
import { meansIn } from './told-in.js';
import { isNominal, type Readings } from './words.js';

/** Something that begins at a token, as far as it reaches. */
interface Stretch {
  readonly length: number;
  readonly proclitics: string;
}

/** An item of a kind, with what the token tells besides. */
export const make = (
  { tokens, at, scanners }: Spot,
  { isDefinite, harm, means, measure, named, supports }: AllMatches,
  kind: Item['kind'],
  { length, proclitics }: Stretch,
): ItemDraft => {
  const item = bring(newItem(kind, tokens, at, at + length - 1), proclitics);
  item.definite = isDefinite;
  item.harm = harm?.value;
  item.means = (length > 1 ? meansIn(scanners, tokens, at, length) : undefined) ?? means?.value;
  item.measure = measure?.value;
  item.metonym = named.metonym?.value.id;
  item.supports = supports?.values;
  return item;
};

/** «المرصد ومقره بريطانيا» (whose seat is in Britain): where somebody sits, no government. */
const isSeat = spelt(/^و?مقر(?:ه|ها|هم)$/);

export const placeItem = (spot: Spot, matches: AllMatches, found: PlaceHit): ItemDraft => {
  const { tokens, at, relations } = spot;
  const { group } = matches;
  const item = make(spot, matches, 'place', found);
  const { candidates, head, headWord, nameStart, nameEnd, anaphoric, countryPart } = found;
  item.place = { candidates, head, headWord, relations, nameStart, nameEnd, anaphoric, countryPart };
  // «جنوب دمشق» (south of Damascus) is where something is, never a government.
  if (relations.length > 0 || isSeat(entryAt(tokens, at - 1))) item.metonym = undefined;
  if (head !== null && group?.value.number === 'plural') item.group = group.value; // «أربع قرى شرق النهر»
  return item;
};

export const triggerItem = (spot: Spot, matches: AllMatches, found: Readings<Sense>): ItemDraft => {
  const item = make(spot, matches, 'trigger', found);
  item.senses = found.values;
  item.enclitic = found.enclitic;
  const { cue, group } = matches;
  // «نزحت مئات الأسر»: the word for capture is that for families; what stands before it decides.
  if (group?.length === found.length && group.value.number === 'plural' && found.values.every(isNominal))
    item.group = group.value;
  if (cue?.length === found.length) item.otherwise = cue.value.cue.kind;
  // «أطلقوا النار» (opened fire) tells the event itself, though «أطلق» alone may carry another's.
  if (found.values.some((sense) => sense.phrase)) item.supports = undefined;
  return item;
};

/** What an item reports as. */
export const reportingOf = (hit: HitOf<'reporting'>): NonNullable<Item['reporting']> => {
  const { id, strength, kind, hop } = hit.value.reporting;
  return { id, strength, kind, hop };
};

export const reportingItem = (spot: Spot, matches: AllMatches, hit: HitOf<'reporting'>): ItemDraft => {
  const item = make(spot, matches, 'reporting', hit);
  item.reporting = reportingOf(hit);
  return item;
};
