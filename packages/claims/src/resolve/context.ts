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
  /** Places or sides tell of them, not the outlet alone. */
  readonly isPlaced: boolean;
  /** Of them, those whose own sides the report names. */
  readonly sidesIn: ReadonlySet<string>;
  readonly places: readonly Place[];
  /** Places that imported ones are held against; none without an import. */
  readonly anchors: readonly Place[];
  /** Outlet id and leaning, for usages such as «العدو» (the enemy). */
  readonly outlets: readonly string[];
  readonly published: DayInterval | null;
  /** Ids of the forces of states, as in the lexicon. */
  readonly sidesOfStates: Lexicon['sidesOfStates'];
}

/** Gathers the context of a report from what is unambiguous in it. */
export const contextOf = (
  sentences: readonly (readonly Item[])[],
  lexicon: Lexicon,
  gazetteer: Gazetteer,
  outlet: { readonly id: string; readonly leaning: string | null; readonly country: string | null } | null,
  published: DayInterval | null,
): ReportContext => {
  const gathered: Gathered = { named: new Map(), votes: new Map(), sidesIn: new Set(), places: new Set() };
  for (const items of sentences)
    for (const item of items) {
      countSide(gathered, item, lexicon);
      countPlace(gathered, item);
    }
  const isPlaced = gathered.votes.size > 0;
  if (outlet?.country) vote(gathered, outlet.country, OUTLET_VOTE);
  return {
    named: gathered.named,
    countries: likeliestFirst(gathered.votes),
    isPlaced,
    sidesIn: gathered.sidesIn,
    places: [...gathered.places].filter((place) => gazetteer.byId(place.id)),
    anchors: gazetteer.imported === null ? [] : anchorsOf(sentences, gazetteer),
    outlets: outlet ? [outlet.id, ...(outlet.leaning ? [`leaning:${outlet.leaning}`] : [])] : [],
    published,
    sidesOfStates: lexicon.sidesOfStates,
  };
};

interface Gathered {
  readonly named: Map<string, number>;
  /** What speaks for each country being where the report plays. */
  readonly votes: Map<string, number>;
  readonly sidesIn: Set<string>;
  readonly places: Set<Place>;
}

/** A place says more of where a report plays than a side, which may act abroad, and the outlet least. */
const PLACE_VOTE = 2;
const SIDE_VOTE = 1;
const OUTLET_VOTE = 0.5;
/** A side of more countries says of none that the report plays there. */
const COUNTRIES_OF_SIDE = 2;

const vote = ({ votes }: Gathered, country: string, weight: number): void => {
  votes.set(country, (votes.get(country) ?? 0) + weight);
};

const countSide = (gathered: Gathered, { side }: Item, { actors }: Lexicon): void => {
  const id = side?.ids[0];
  if (!id) return;
  gathered.named.set(id, (gathered.named.get(id) ?? 0) + 1);
  const countries = actors.get(id)?.countries ?? [];
  for (const country of countries) gathered.sidesIn.add(country);
  if (countries.length > COUNTRIES_OF_SIDE) return;
  for (const country of countries) vote(gathered, country, SIDE_VOTE / countries.length);
};

const countPlace = (gathered: Gathered, { place }: Item): void => {
  if (!place || place.anaphoric) return;
  const { candidates, head } = place;
  const [first] = candidates;
  if (!first || first.imported || candidates.some(({ country }) => country !== first.country)) return;
  if (!head && candidates.every(({ needsHead }) => needsHead)) return;
  vote(gathered, first.country, PLACE_VOTE);
  // A town and the areas named after it are one neighbour: Raqqa, its district and its governorate.
  const towns = candidates.length === 1 ? candidates : candidates.filter(isTown);
  if (towns.length === 1) gathered.places.add(towns[0]!);
};

const isTown = ({ kind }: Place): boolean => kind === 'city' || kind === 'town' || kind === 'village';

const likeliestFirst = (votes: ReadonlyMap<string, number>): readonly string[] =>
  [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([country]) => country.toUpperCase());
