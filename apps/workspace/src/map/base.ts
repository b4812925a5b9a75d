import type { Bilingual } from '@isnad/model';
import countryNames from '@isnad/publish/countries.json' with { type: 'json' };
import rivers from '@isnad/publish/rivers.json' with { type: 'json' };
import { feature, type merge } from 'topojson-client';
import atlasAddress from 'world-atlas/countries-50m.json?url';
import { worldX, worldY } from './camera.js';

type Position = readonly number[];
type Polygon = { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] };
type MultiPolygon = {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly Position[])[])[];
};

/** A shape in world coordinates. */
export interface Shape {
  readonly path: Path2D;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly name: Bilingual | null;
  /** Where its name goes. */
  readonly x: number;
  readonly y: number;
}

/** Land, borders and rivers: the same as in the dossier, and from no other host. */
export interface BaseMap {
  readonly countries: readonly Shape[];
  readonly rivers: readonly (Shape & { readonly name: Bilingual })[];
}

const boundsOf = (points: readonly Position[]) => {
  let [left, right, top, bottom] = [1, 0, 1, 0];
  for (const [x, y] of points as readonly [number, number][]) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, right, top, bottom };
};

const projected = (ring: readonly Position[]): readonly Position[] =>
  ring.map(([lon, lat]) => [worldX(lon!), worldY(lat!)]);

const polygonsOf = (geometry: Polygon | MultiPolygon): readonly (readonly (readonly Position[])[])[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

const countryOf = (geometry: Polygon | MultiPolygon, name: Bilingual | null): Shape => {
  const path = new Path2D();
  let largest = { left: 0, right: 0, top: 0, bottom: 0 };
  const all: Position[] = [];
  for (const rings of polygonsOf(geometry)) {
    for (const [i, ring] of rings.entries()) {
      const points = projected(ring);
      for (const [j, [x, y]] of (points as readonly [number, number][]).entries())
        path[j === 0 ? 'moveTo' : 'lineTo'](x, y);
      path.closePath();
      if (i > 0) continue;
      all.push(...points);
      const bounds = boundsOf(points);
      if (bounds.right - bounds.left > largest.right - largest.left) largest = bounds;
    }
  }
  return { path, name, ...boundsOf(all), x: (largest.left + largest.right) / 2, y: (largest.top + largest.bottom) / 2 };
};

/** A smooth line through points (Catmull-Rom as cubic curves). */
const riverOf = (name: Bilingual, through: readonly Position[]) => {
  const points = projected(through) as readonly [number, number][];
  const at = (i: number) => points[Math.min(points.length - 1, Math.max(0, i))]!;
  const path = new Path2D();
  for (const [i, [x, y]] of points.entries()) {
    if (i === 0) path.moveTo(x, y);
    else {
      const [a, b, c, d] = [at(i - 2), at(i - 1), at(i), at(i + 1)];
      path.bezierCurveTo(
        b[0] + (c[0] - a[0]) / 6,
        b[1] + (c[1] - a[1]) / 6,
        c[0] - (d[0] - b[0]) / 6,
        c[1] - (d[1] - b[1]) / 6,
        x,
        y,
      );
    }
  }
  const [x, y] = at(Math.floor(points.length / 3));
  return { path, name, ...boundsOf(points), x, y };
};

type Merged = Parameters<typeof merge>;
/** The part of the atlas that is used. */
type Atlas = Merged[0] & { readonly objects: { readonly countries: Exclude<Merged[1], unknown[]> } };

const load = async (): Promise<BaseMap> => {
  const atlas = (await (await fetch(atlasAddress)).json()) as Atlas;
  const named = countryNames.names as Readonly<Record<string, Bilingual>>;
  const countries = feature(atlas, atlas.objects.countries).features.flatMap(({ id, geometry }) =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
      ? [countryOf(geometry, named[String(id)] ?? null)]
      : [],
  );
  return {
    countries,
    rivers: rivers.rivers.map(({ name, through }) =>
      riverOf(
        name,
        through.map(([, lat, lon]) => [lon as number, lat as number]),
      ),
    ),
  };
};

let loading: Promise<BaseMap> | null = null;

/** The base map, fetched once from this server. */
export const baseMap = (): Promise<BaseMap> => (loading ??= load());
