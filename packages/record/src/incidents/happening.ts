import type { EventClaim, EventKind, FigureClaim, Link, Modality } from '@isnad/model';
import type { Case } from '../case.js';
import { voiceOf } from '../independence/roots.js';
import { byText, sorted } from '../order.js';
import type { Place } from '../places/place.js';
import type { Unit } from '../units/unit.js';
import { meet, span, type Window, width } from '../windows/window.js';
import type { Cluster } from './cluster.js';

/** An incident as the record works with it: its units, and what they say together. */
export interface Happening {
  /** Id of the founding claim. */
  readonly id: string;
  readonly kind: EventKind;
  readonly units: readonly Unit[];
  readonly claims: readonly EventClaim[];
  readonly figures: readonly FigureClaim[];
  readonly modality: Modality;
  readonly window: Window | null;
  readonly place: Place | null;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly campaign: boolean;
  /** Root sources that tell it, and how many independent voices they are. */
  readonly roots: readonly string[];
  readonly independent: number;
  readonly outlets: readonly string[];
  readonly reports: readonly string[];
  readonly why: readonly Link[];
}

/** Strongest first: an incident is as certain as its most certain telling. */
const MODALITIES: readonly Modality[] = ['asserted', 'uncertain', 'possible', 'planned', 'denied'];

/** Puts a cluster's tellings together. */
export const happeningOf = ({ units: given, why }: Cluster, inCase: Case): Happening => {
  const units = [...given].sort(
    (a, b) => inCase.firstDay(a.report) - inCase.firstDay(b.report) || inCase.inText(a.claims[0]!, b.claims[0]!),
  );
  const claims = units.flatMap((unit) => unit.claims).sort((a, b) => inCase.earlier(a, b));
  const figures = units.flatMap((unit) => unit.figures).sort((a, b) => inCase.earlier(a, b));
  const { roots, independent } = independenceOf([...claims, ...figures], inCase);
  const reports = sorted(units.map((unit) => unit.report));
  return {
    id: claims[0]!.id,
    kind: commonest(units, (unit) => unit.kind.id).kind,
    units,
    claims,
    figures,
    modality: MODALITIES.find((one) => units.some((unit) => unit.modality === one))!,
    window: windowOfAll(units),
    place: placeOfAll(
      units,
      units.some((unit) => unit.campaign),
    ),
    actors: sorted(units.flatMap((unit) => unit.actors)),
    targets: sorted(units.flatMap((unit) => unit.targets)),
    campaign: units.some((unit) => unit.campaign),
    roots,
    independent,
    outlets: sorted(reports.flatMap((report) => inCase.outlets(report))),
    reports,
    why: [...why].sort((a, b) => byText(a.a, b.a) || byText(a.b, b.b)),
  };
};

/** The distinct roots of claims, copies traced to their origin, and the number of voices behind them. */
export const independenceOf = (
  claims: readonly (EventClaim | FigureClaim)[],
  inCase: Case,
): { readonly roots: readonly string[]; readonly independent: number } => {
  const roots = sorted(claims.map((claim) => inCase.root(claim)));
  return { roots, independent: new Set(roots.map((root) => voiceOf(root, inCase.lexicon))).size };
};

/** The days on which all dated tellings meet; where they do not, the days that any of them names. */
const windowOfAll = (units: readonly Unit[]): Window | null => {
  const windows = units.flatMap(({ window }) => (window ? [window] : []));
  const told = windows.filter((window) => window.told);
  const narrowFirst = [...(told.length > 0 ? told : windows)].sort((a, b) => width(a) - width(b) || a.first - b.first);
  if (narrowFirst.length === 0) return null;
  return narrowFirst.reduce((sofar, next) => ({
    ...(meet(sofar, next) ?? span(sofar, next)),
    told: sofar.told,
    core: meet(sofar.core, next.core) ?? (meet(sofar, next) ? sofar.core : span(sofar.core, next.core)),
  }));
};

/** The place that most mentions name; among equals the most exact one, or for a campaign the widest. */
const placeOfAll = (units: readonly Unit[], wide: boolean): Place | null => {
  const places = units.flatMap((unit) =>
    unit.places.flatMap(({ place, mentions }) => Array.from({ length: mentions }, () => place)),
  );
  if (places.length === 0) return null;
  return commonest(
    places,
    (place) => place.id,
    (a, b) => (wide ? b.radius - a.radius : a.radius - b.radius) || byText(a.id, b.id),
  );
};

const commonest = <T>(items: readonly T[], keyOf: (item: T) => string, prefer: (a: T, b: T) => number = () => 0): T => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return items.reduce((best, next) => {
    const more = counts.get(keyOf(next))! - counts.get(keyOf(best))!;
    return more > 0 || (more === 0 && prefer(next, best) < 0) ? next : best;
  });
};
