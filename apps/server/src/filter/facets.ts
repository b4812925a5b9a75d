import { FACETS, type FacetName } from '@isnad/api';
import type { Incident } from '@isnad/model';
import { entryIn } from '../case/entries.js';
import type { CaseView } from '../case/view.js';
import type { Steps } from '../steps.js';

/** Values of one facet over all incidents: the values of incident `i` are `keys[of[at[i]]] … keys[of[at[i + 1] - 1]]`. */
export interface FacetColumn {
  readonly keys: readonly string[];
  readonly number: ReadonlyMap<string, number>;
  readonly at: Uint32Array;
  readonly of: Uint32Array;
}

const placesAround = (view: CaseView, id: string): readonly string[] => {
  const around: string[] = [];
  for (let at: string | null = id; at !== null && !around.includes(at); at = view.words.places[at]?.parent ?? null)
    around.push(at);
  return around;
};

const isGroup = (view: CaseView, id: string): boolean => view.words.groups[id] !== undefined;

/** The values that an incident has for each facet; one may come twice. */
const VALUES: Readonly<Record<FacetName, (one: Incident, view: CaseView) => Iterable<string>>> = {
  type: ({ type }) => [type],
  family: ({ type }, { words }) => [words.types[type]?.family ?? 'other'],
  actor: ({ actors, targets }, view) => [...actors, ...targets.filter((id) => !isGroup(view, id))],
  place: ({ place }, view) => (place ? placesAround(view, view.placeIds.shown(place.id)) : []),
  group: ({ targets, figures }, view) => [
    ...targets.filter((id) => isGroup(view, id)),
    ...figures.map(({ group }) => group),
  ],
  measure: ({ figures }) => figures.map(({ measure }) => measure),
  grade: ({ grade }) => (grade ? [grade.value] : []),
  source: ({ roots }) => roots,
  outlet: ({ claims }, view) => claims.map((id) => view.publisherOf(view.claims.get(id)!.report)),
  modality: ({ modality }) => [modality],
  dispute: ({ disputes }, view) => disputes.map((id) => view.disputes.get(id)!.kind),
};

const columnSteps = function* (name: FacetName, incidents: readonly Incident[], view: CaseView): Steps<FacetColumn> {
  const number = new Map<string, number>();
  const at = new Uint32Array(incidents.length + 1);
  const of: number[] = [];
  for (const [row, incident] of incidents.entries()) {
    yield;
    for (const value of new Set(VALUES[name](incident, view))) {
      of.push(entryIn(number, value, () => number.size));
    }
    at[row + 1] = of.length;
  }
  return { keys: [...number.keys()], number, at, of: Uint32Array.from(of) };
};

export type FacetColumns = Readonly<Record<FacetName, FacetColumn>>;

export const facetSteps = function* (incidents: readonly Incident[], view: CaseView): Steps<FacetColumns> {
  const columns: Partial<Record<FacetName, FacetColumn>> = {};
  for (const name of FACETS) columns[name] = yield* columnSteps(name, incidents, view);
  return columns as FacetColumns;
};
