import type { Gazetteer, Lexicon, Place } from '@isnad/lexicon';
import type { DayInterval } from '@isnad/model';
import type { Item } from '../scan/item.js';
import { anchorsOf } from './anchors.js';

/** What a report as a whole says about who and where, for names that could be several. */
export interface ReportContext {
  /** Sides that the report names without ambiguity, with their counts. */
  readonly named: ReadonlyMap<string, number>;
  /** ISO 3166-1 alpha-2 codes, the likeliest first. */
  readonly countries: readonly string[];
  readonly places: readonly Place[];
  /** Places that imported ones are held against; none without an import. */
  readonly anchors: readonly Place[];
  /** Outlet id and leaning, for usages such as «العدو» (the enemy). */
  readonly outlets: readonly string[];
  readonly published: DayInterval | null;
}

const isTown = ({ kind }: Place): boolean => kind === 'city' || kind === 'town' || kind === 'village';

/** Gathers the context of a report from what is unambiguous in it. */
export const contextOf = (
  sentences: readonly (readonly Item[])[],
  lexicon: Lexicon,
  gazetteer: Gazetteer,
  outlet: { readonly id: string; readonly leaning: string | null; readonly country: string | null } | null,
  published: DayInterval | null,
): ReportContext => {
  const named = new Map<string, number>();
  const votes = new Map<string, number>();
  const places: Place[] = [];
  const vote = (country: string, weight: number) => votes.set(country, (votes.get(country) ?? 0) + weight);
  for (const items of sentences)
    for (const item of items) {
      const id = item.side?.ids[0];
      if (id) {
        named.set(id, (named.get(id) ?? 0) + 1);
        const countries = lexicon.actors.get(id)?.countries ?? [];
        if (countries.length <= 2) for (const country of countries) vote(country, 1 / countries.length);
      }
      if (!item.place || item.place.anaphoric) continue;
      const { candidates, head } = item.place;
      const [first] = candidates;
      if (!first || first.imported || candidates.some(({ country }) => country !== first.country)) continue;
      if (!head && candidates.every((place) => place.needsHead)) continue;
      vote(first.country, 2);
      // A town and the areas named after it are one neighbour: Raqqa, its district and its governorate.
      const towns = candidates.length === 1 ? candidates : candidates.filter(isTown);
      if (towns.length === 1) places.push(towns[0]!);
    }
  if (outlet?.country) vote(outlet.country, 0.5);
  const countries = [...votes]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([country]) => country.toUpperCase());
  return {
    named,
    countries,
    places: [...new Set(places)].filter((place) => gazetteer.byId(place.id)),
    anchors: gazetteer.imported === null ? [] : anchorsOf(sentences, gazetteer),
    outlets: outlet ? [outlet.id, ...(outlet.leaning ? [`leaning:${outlet.leaning}`] : [])] : [],
    published,
  };
};
