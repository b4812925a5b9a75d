import type { Bilingual } from '@isnad/model';
import { max } from 'd3-array';
import { type ExtendedFeatureCollection, type GeoPermissibleObjects, geoMercator, geoPath } from 'd3-geo';
import countryNames from '../data/countries.json' with { type: 'json' };
import rivers from '../data/rivers.json' with { type: 'json' };
import { type Mark, marksOf } from './marks.js';
import { type PlacedLabel, placeLabels, type Wanted } from './placeLabels.js';
import type { Extent, Spot } from './spots.js';

/** A town drawn for orientation. */
export interface Town {
  readonly name: Bilingual;
  readonly lat: number;
  readonly lon: number;
}

export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly countries: readonly string[];
  readonly rivers: readonly string[];
  readonly towns: readonly { readonly x: number; readonly y: number }[];
  readonly marks: readonly Mark[];
  /** Labels by language; those of incidents first. */
  readonly labels: Readonly<Record<'ar' | 'en', readonly (PlacedLabel & { readonly kind: LabelKind })[]>>;
  readonly scale: { readonly kilometres: number; readonly length: number };
  /** Frame of the detail map in this one. */
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
}

type LabelKind = 'spot' | 'town' | 'country' | 'river';

interface MapInput {
  readonly extent: Extent;
  readonly width: number;
  readonly height: number;
  readonly countries: ExtendedFeatureCollection;
  readonly spots: readonly Spot[];
  readonly nameOf: (spot: Spot) => Bilingual;
  readonly towns: readonly Town[];
  readonly detail: Extent | null;
}

const EARTH_KM_PER_DEGREE = 111.2;
/** What a place of precision 3 (a district) and 4 (a governorate or front) reaches, in kilometres. */
const REACH_KM = { district: 15, governorate: 45 } as const;
const SMALLEST_HALO = 18;
const MOST_TOWNS = 26;
/** Of two towns nearer to each other than this, in pixels, the first is shown: they are to orient all over the map. */
const TOWNS_APART = 28;
const SCALE_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

const diagonalOf = ([west, south, east, north]: Extent): GeoPermissibleObjects => ({
  type: 'LineString',
  coordinates: [
    [west, south],
    [east, north],
  ],
});

/** A smooth line through points (Catmull-Rom as cubic curves). */
const smooth = (points: readonly (readonly [number, number])[]): string => {
  const r = (n: number) => Math.round(n * 10) / 10;
  const at = (i: number) => points[Math.min(points.length - 1, Math.max(0, i))]!;
  return points
    .map(([x, y], i) => {
      if (i === 0) return `M${r(x)} ${r(y)}`;
      const [a, b, c, d] = [at(i - 2), at(i - 1), at(i), at(i + 1)];
      const first = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6] as const;
      const second = [c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6] as const;
      return `C${r(first[0])} ${r(first[1])} ${r(second[0])} ${r(second[1])} ${r(x)} ${r(y)}`;
    })
    .join('');
};

/** Draws a map of spots in Mercator's projection: pure numbers and paths, no names of elements. */
export const drawMap = ({ extent, width, height, countries, spots, nameOf, towns, detail }: MapInput): DrawnMap => {
  const projection = geoMercator()
    .fitExtent(
      [
        [14, 14],
        [width - 14, height - 14],
      ],
      diagonalOf(extent),
    )
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
  const at = (lon: number, lat: number): readonly [number, number] =>
    projection([lon, lat]) ?? [Number.NaN, Number.NaN];
  const isInside = ([x, y]: readonly [number, number], margin = 0): boolean =>
    x >= margin && x <= width - margin && y >= margin && y <= height - margin;
  const path = geoPath(projection).digits(1);
  const [west, south, , north] = extent;
  const middle = (south + north) / 2;
  const perKilometre = (at(west, middle + 0.5)[1] - at(west, middle + 1.5)[1]) / EARTH_KM_PER_DEGREE;

  const project = ({ lon, lat }: Spot) => at(lon, lat);
  const marks = marksOf(
    spots.filter((spot) => isInside(project(spot))),
    project,
    ({ precision }) => {
      if (precision < 3) return null;
      const reach = precision >= 4 ? REACH_KM.governorate : REACH_KM.district;
      return Math.min(Math.max(reach * perKilometre, SMALLEST_HALO), height / 3);
    },
  );
  const most = max(marks, ({ count }) => count) ?? 1;

  const near = (x: number, y: number) => marks.some((s) => Math.hypot(s.x - x, s.y - y) < 7);
  const shownTowns: { readonly town: Town; readonly x: number; readonly y: number }[] = [];
  for (const town of towns) {
    const [x, y] = at(town.lon, town.lat);
    const isBeside = shownTowns.some((other) => Math.hypot(other.x - x, other.y - y) < TOWNS_APART);
    if (isInside([x, y], 8) && !near(x, y) && !isBeside) shownTowns.push({ town, x, y });
    if (shownTowns.length === MOST_TOWNS) break;
  }

  const drawnRivers = rivers.rivers.flatMap(({ name, through }) => {
    const points = through.map(([, lat, lon]) => at(lon as number, lat as number));
    const seen = points.map((point) => isInside(point));
    const first = seen.indexOf(true);
    if (first < 0) return [];
    const part = points.slice(Math.max(0, first - 2), seen.lastIndexOf(true) + 3);
    const visible = points.filter((point) => isInside(point, 40));
    return [{ name, path: smooth(part), label: visible[Math.floor(visible.length / 3)] ?? null }];
  });

  const drawnCountries = countries.features.flatMap((country) => {
    const d = path(country);
    if (!d) return [];
    const name = (countryNames.names as Record<string, Bilingual>)[String(country.id)] ?? null;
    const centre = path.centroid(country);
    return [{ d, name, centre, area: path.area(country) }];
  });

  const labelsIn = (language: 'ar' | 'en') => {
    const wanted: (Wanted & { readonly kind: LabelKind })[] = [
      ...marks.map((s) => ({
        kind: 'spot' as const,
        x: s.x,
        y: s.y,
        radius: s.radius,
        text: nameOf(s.spots[0]!)[language],
        size: s.count * 4 >= most ? 14.5 : 12.5,
      })),
      ...drawnCountries
        .filter(({ name, area, centre }) => name && area > 9000 && isInside([centre[0], centre[1]], 30))
        .map(({ name, centre }) => ({
          kind: 'country' as const,
          x: centre[0],
          y: centre[1],
          radius: -4,
          text: name![language],
          size: 15,
        })),
      ...shownTowns.map(({ town, x, y }) => ({
        kind: 'town' as const,
        x,
        y,
        radius: 2,
        text: town.name[language],
        size: 11.5,
      })),
      ...drawnRivers.flatMap(({ name, label }) =>
        label
          ? [{ kind: 'river' as const, x: label[0], y: label[1], radius: 3, text: name[language], size: 12.5 }]
          : [],
      ),
    ];
    const placed = placeLabels(wanted, width, height, [
      ...marks,
      ...shownTowns.map(({ x, y }) => ({ x, y, radius: 2.5 })),
    ]);
    return placed.flatMap((label, i) => (label ? [{ ...label, kind: wanted[i]!.kind }] : []));
  };

  const kilometres = [...SCALE_STEPS].reverse().find((step) => step * perKilometre <= width / 5) ?? 1;
  const corner = detail ? [at(detail[0], detail[3]), at(detail[2], detail[1])] : null;
  return {
    width,
    height,
    countries: drawnCountries.map(({ d }) => d),
    rivers: drawnRivers.map(({ path: d }) => d),
    towns: shownTowns.map(({ x, y }) => ({ x, y })),
    marks,
    labels: { ar: labelsIn('ar'), en: labelsIn('en') },
    scale: { kilometres, length: kilometres * perKilometre },
    frame: corner && {
      x: corner[0]![0],
      y: corner[0]![1],
      width: corner[1]![0] - corner[0]![0],
      height: corner[1]![1] - corner[0]![1],
    },
  };
};
