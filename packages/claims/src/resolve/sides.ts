import type { AmbiguousName } from '@isnad/lexicon';
import { parseEdtf } from '@isnad/model';
import { copyOf, type Item } from '../scan/item.js';
import type { ReportContext } from './context.js';

type Candidate = AmbiguousName['candidates'][number];

/** What spoke for the side that a shared name stands for. */
export type Why = 'date' | 'country' | 'outlet' | 'beside' | 'behind' | 'named';

interface Fit {
  readonly score: number;
  readonly why: readonly Why[];
}

/** «الجيش» (the army) is that of the state where the report plays, if nothing better is known. */
const ofState = ({ states }: AmbiguousName, { countries, sidesOfStates }: ReportContext): readonly Candidate[] => {
  const [country] = countries;
  const actor = states === null || country === undefined ? undefined : sidesOfStates.get(states)?.get(country);
  return actor === undefined ? [] : [{ actor, register: 'neutral', countries: [country!] }];
};

const isOfOneWar = ({ countries, beside }: Candidate): boolean => Boolean(countries ?? beside);

/** How well a candidate fits the report; null when a condition rules it out. `before`: the side that و joins it to. */
const fit = (candidate: Candidate, context: ReportContext, before: string | null): Fit | null => {
  let score = 0;
  const why: Why[] = [];
  const speaks = (one: Why, weight: number) => {
    score += weight;
    why.push(one);
  };
  if (candidate.behind) {
    if (before === null || !candidate.behind.includes(before)) return null;
    speaks('behind', 3);
  }
  if (context.published && (candidate.from || candidate.to)) {
    const from = candidate.from ? (parseEdtf(candidate.from)?.first ?? -Infinity) : -Infinity;
    const to = candidate.to ? (parseEdtf(candidate.to)?.last ?? Infinity) : Infinity;
    if (context.published.last < from || context.published.first > to) return null;
    speaks('date', 0.5);
  }
  if (candidate.countries) {
    const rank = Math.min(
      ...candidate.countries
        .map((country) => context.countries.indexOf(country.toUpperCase()))
        .map((at) => (at < 0 ? 99 : at)),
    );
    if (rank === 99 && context.isPlaced) score -= 2;
    else if (rank === 0) speaks('country', 3);
    else if (rank <= 2) speaks('country', 1);
  }
  if (candidate.outlets) {
    if (!candidate.outlets.some((outlet) => context.outlets.includes(outlet))) return null;
    speaks('outlet', 3);
  }
  if (candidate.beside) {
    const beside = candidate.beside.filter((actor) => context.named.has(actor)).length;
    if (beside > 0) speaks('beside', 2 + Math.min(beside, 3) / 10);
    // Who has nothing but company to be known by is not meant where a report that names its places has none of it.
    else if (!candidate.countries && !context.named.has(candidate.actor) && context.places.length > 0) return null;
    else score -= 0.5;
  }
  const named = context.named.get(candidate.actor);
  if (named !== undefined) speaks('named', 2.5 + Math.min(named, 9) / 10);
  // A report that plays elsewhere, by the places it names, and names nobody of that war does not mean its sides.
  if (context.places.length > 0 && isOfOneWar(candidate) && why.every((one) => one === 'date')) return null;
  return { score, why };
};

/** The side that a shared name stands for, why, and those that it might have stood for. */
export interface Decision {
  readonly chosen: Candidate | null;
  readonly why: readonly Why[];
  readonly rejected: readonly string[];
}

/** «وفي الكويت، أعلنت وزارة الدفاع»: of a state that the clause opens with, where none of the listed sides is of that state. */
const ofStateTold = (name: AmbiguousName, { sidesOfStates }: ReportContext, told: string | null): Candidate | null => {
  if (told === null || name.states === null) return null;
  if (name.candidates.some(({ countries }) => countries?.includes(told))) return null;
  const actor = sidesOfStates.get(name.states)?.get(told);
  return actor === undefined ? null : { actor, register: 'neutral', countries: [told] };
};

/**
 * Decides a shared short name (التحالف, الجيش) by date, country, outlet and the report's other names. `before`: the
 * side that و joins it to; `told`: the country that its clause opens with, ISO 3166-1 alpha-2.
 */
export const resolveSide = (
  name: AmbiguousName,
  context: ReportContext,
  before: string | null = null,
  told: string | null = null,
): Decision => {
  const stated = ofStateTold(name, context, told);
  if (stated !== null)
    return { chosen: stated, why: ['country'], rejected: [...new Set(name.candidates.map(({ actor }) => actor))] };
  const scored: { candidate: Candidate; why: readonly Why[]; score: number }[] = [];
  [...name.candidates, ...ofState(name, context)].forEach((candidate, at) => {
    const fitting = fit(candidate, context, before);
    if (fitting !== null) scored.push({ candidate, why: fitting.why, score: fitting.score - at / 100 });
  });
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0] && scored[0].score > -1 ? scored[0] : null;
  return {
    chosen: best?.candidate ?? null,
    why: best?.why ?? [],
    rejected: [...new Set(name.candidates.map((candidate) => candidate.actor))].filter(
      (id) => id !== best?.candidate.actor,
    ),
  };
};

/** Words between a side and who follows it: «الجيش اليمني السابق وحلفاؤه». */
const BETWEEN = 2;

/** The side right before an item that و joins to it. */
const joinedTo = (resolved: readonly Item[], { conjunction }: Item): string | null => {
  if (conjunction !== 'و') return null;
  for (let k = resolved.length - 1; k >= Math.max(0, resolved.length - 1 - BETWEEN); k--) {
    const item = resolved[k]!;
    const id = item.side?.ids[0] ?? item.metonym;
    if (id) return id;
    if (item.kind !== 'word') return null;
  }
  return null;
};

/** «وفي الكويت، أعلنت» (and in Kuwait … announced): the state or capital, behind في, that stands shortly before an item. */
const openingCountry = (before: readonly Item[]): string | null => {
  for (let k = before.length - 1; k >= Math.max(1, before.length - OPENS_WITHIN); k--) {
    const { place, metonym, kind } = before[k]!;
    if (kind === 'trigger' || kind === 'relative') return null;
    if (place && metonym !== undefined && before[k - 1]!.preposition === 'في')
      return place.candidates[0]!.country.toUpperCase();
  }
  return null;
};
const OPENS_WITHIN = 5;

const isFollower = ({ candidates }: AmbiguousName): boolean => candidates.every(({ behind }) => behind !== undefined);

/** Decides every shared name of a report's items. */
export const resolveSides = (items: readonly Item[], context: ReportContext): Item[] => {
  const resolved: Item[] = [];
  for (let at = 0; at < items.length; at++) resolved.push(decided(items[at]!, context, resolved, items[at + 1]));
  return resolved;
};

/** «العدوان أدى إلى» (the aggression led to) */
const isCause = (next: Item | undefined): boolean => next?.supports?.some(({ does }) => does === 'result') ?? false;

const decided = (item: Item, context: ReportContext, before: readonly Item[], next: Item | undefined): Item => {
  if (item.metonymOf) {
    const { chosen } = resolveSide(item.metonymOf, context);
    if (!chosen) return item;
    const meant = copyOf(item);
    meant.metonym = chosen.actor;
    return meant;
  }
  const name = item.side?.ambiguous;
  if (!item.side || !name) return item;
  const { chosen, why, rejected } = resolveSide(name, context, joinedTo(before, item), openingCountry(before));
  const meant = copyOf(item);
  // «صالح» on its own is a man, no side.
  if (!chosen && isFollower(name)) {
    meant.kind = 'word';
    meant.side = undefined;
    return meant;
  }
  meant.group = undefined;
  if (!chosen && item.group) {
    meant.kind = 'people';
    meant.side = undefined;
    meant.group = item.group;
    return meant;
  }
  // «هذا العدوان» (this aggression) names an act where no side goes by the word, or where something came of it.
  if (item.senses && (!chosen || isCause(next))) {
    meant.kind = 'trigger';
    meant.side = undefined;
    return meant;
  }
  const loaded =
    chosen && (chosen.register === 'hostile' || chosen.register === 'own')
      ? [{ start: item.start, end: item.end, stance: chosen.register }]
      : [];
  const { heads, ambiguous } = item.side;
  meant.side = {
    ids: chosen ? [chosen.actor] : [],
    heads,
    register: chosen?.register ?? 'short',
    loaded: [...item.side.loaded, ...loaded],
    ambiguous,
    rejected,
    why,
  };
  return meant;
};
