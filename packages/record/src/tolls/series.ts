import { derivedId, type FigureClaim, type Toll, type TollPoint } from '@isnad/model';
import type { Case } from '../case.js';
import type { Happening } from '../incidents/happening.js';
import { byText, groupBy } from '../order.js';
import { mostSpecific, type Place, relatePlaces, resolvePlace } from '../places/place.js';
import { bare, edtfOf, toldWindow } from '../windows/window.js';

/** A toll with the figures behind its points. */
export interface Series extends Omit<Toll, 'checks'> {
  readonly figures: readonly FigureClaim[];
  readonly places: readonly Place[];
}

interface Entry {
  readonly figure: FigureClaim;
  readonly from: string | null;
  readonly asOf: string | null;
  readonly places: readonly Place[];
}

/**
 * One series per root source, measure, group, start of the window and area. A figure that a later "rises to"
 * replaces is the first point of that toll. Shares without a number ("most of them") are no points, as long as they
 * belong to an incident.
 */
export const tollSeries = (happenings: readonly Happening[], inCase: Case): readonly Series[] => {
  const homes = new Map(happenings.flatMap((one) => one.figures.map((figure) => [figure.id, one] as const)));
  const entries: Entry[] = [];
  for (const reading of inCase.readings) {
    for (const claim of reading.claims) {
      if (claim.kind !== 'figure' || claim.scope !== 'cumulative') continue;
      const home = homes.get(claim.id);
      if (home && isShare(claim)) continue;
      const entry = entryOf(claim, home, inCase);
      entries.push(entry);
      if (home)
        for (const first of firstPoints(claim, home, inCase))
          entries.push({ ...entryOf(first, home, inCase), from: entry.from });
    }
  }
  const distinct = [...new Map(entries.map((entry) => [`${entry.figure.id} ${entry.from}`, entry])).values()];
  const keyed = groupBy(distinct, ({ figure, from }) =>
    [inCase.root(figure), figure.measure, figure.group, from].join('|'),
  );
  const series = [...keyed.values()].flatMap((some) => byArea(some).map((one) => seriesOf(one, inCase)));
  return nest(series).sort((a, b) => byText(a.id, b.id));
};

/** Points of a series with which a further one is compared. */
const WITNESSES = 8;

const isShare = ({ min, max, partOf }: FigureClaim): boolean => min === null && max === null && partOf !== null;

const entryOf = (figure: FigureClaim, home: Happening | undefined, inCase: Case): Entry => {
  const named = figure.places.map((mention) => resolvePlace(mention, inCase.lexicon));
  // Only what its own report says of where: another telling of the event may be about one street of what is counted.
  const told = home?.units.find((unit) => unit.figures.includes(figure))?.places.map(({ place }) => place) ?? [];
  const places = mostSpecific(named.length > 0 ? named : told);
  const { days } = inCase.reading(inCase.reportOf(figure));
  const asOf = bare(figure.to) ?? (days ? edtfOf(days) : null);
  return { figure, from: bare(figure.from), asOf, places };
};

/** Counts of the same occurrence, by the same root, told before the one that says to what they rose. */
const firstPoints = (risen: FigureClaim, home: Happening, inCase: Case): readonly FigureClaim[] =>
  home.figures.filter(
    (first) =>
      first.scope === 'incident' &&
      first.measure === risen.measure &&
      first.group === risen.group &&
      first.min !== null &&
      first.min < (risen.min ?? 0) &&
      inCase.root(first) === inCase.root(risen) &&
      inCase.earlier(first, risen) < 0,
  );

/** Splits entries whose areas have nothing to do with each other. */
const byArea = (entries: readonly Entry[]): readonly (readonly Entry[])[] => {
  const areas: Entry[][] = [];
  const ordered = [...entries].sort((a, b) => byText(a.asOf ?? '', b.asOf ?? '') || byText(a.figure.id, b.figure.id));
  for (const entry of ordered) {
    const home = areas.find((area) => area.slice(-WITNESSES).every((other) => sameArea(entry.places, other.places)));
    if (home) home.push(entry);
    else areas.push([entry]);
  }
  return areas;
};

const sameArea = (as: readonly Place[], bs: readonly Place[]): boolean =>
  as.length === 0 || bs.length === 0 || as.some((a) => bs.some((b) => relatePlaces(a, b) !== 'apart'));

const seriesOf = (entries: readonly Entry[], inCase: Case): Series => {
  const ordered = [...entries].sort(
    (a, b) =>
      (toldWindow(a.asOf)?.last ?? Infinity) - (toldWindow(b.asOf)?.last ?? Infinity) ||
      inCase.earlier(a.figure, b.figure),
  );
  const { figure, from } = ordered[0]!;
  const places = mostSpecific(ordered.flatMap((entry) => entry.places));
  const area = [...places].sort((a, b) => b.radius - a.radius || byText(a.id, b.id))[0] ?? null;
  const source = inCase.root(figure);
  return {
    id: derivedId('t', source, figure.measure, figure.group, from ?? '', area?.id ?? ''),
    source,
    measure: figure.measure,
    group: figure.group,
    from,
    to: ordered.at(-1)!.asOf,
    area: area?.name ?? null,
    partOf: null,
    points: ordered.map(
      ({ figure: { id, min, max, approximate }, asOf }): TollPoint => ({
        as_of: asOf,
        min,
        max,
        approximate,
        claim: id,
      }),
    ),
    figures: ordered.map((entry) => entry.figure),
    places,
  };
};

/** Ties each series to the one of which its figures are stated parts. */
const nest = (series: readonly Series[]): Series[] => {
  const homes = new Map(series.flatMap((one) => one.figures.map((figure) => [figure.id, one.id] as const)));
  return series.map((one) => {
    const wholes = one.figures.flatMap(({ partOf }) => (partOf && homes.has(partOf) ? [homes.get(partOf)!] : []));
    return { ...one, partOf: wholes.find((id) => id !== one.id) ?? null };
  });
};
