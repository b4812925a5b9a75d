/**
 * The package's own data files, read once: style sheet, typeface, client scripts, borders. The only file
 * of this package that touches the disk; what it reads is part of the program, not of any case.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ExtendedFeatureCollection } from 'd3-geo';
import { feature, type merge } from 'topojson-client';

const require = createRequire(import.meta.url);
const own = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const font = (subset: string): string =>
  readFileSync(
    require.resolve(`@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-${subset}-wght-normal.woff2`),
  ).toString('base64');

const once = <T>(read: () => T): (() => T) => {
  let value: T | undefined;
  return () => (value ??= read());
};

/** In the order of the cascade. */
const STYLES = [
  'typeface',
  'ground',
  'layout',
  'kinds',
  'drawings',
  'map',
  'incidents',
  'tolls',
  'control',
  'disputes',
  'reports',
  'method',
  'narrow',
  'print',
] as const;

/** The dossier's style sheet with its typeface embedded (Noto Sans Arabic, variable weight, OFL 1.1). */
export const styleSheet = once(() =>
  STYLES.map((name) => own(`assets/styles/${name}.css`))
    .join('\n')
    .replace(/url\(["']?font:([a-z-]+)["']?\)/g, (_, subset) => `url(data:font/woff2;base64,${font(subset)})`),
);

const CLIENT_SCRIPTS = ['language', 'incidents', 'claims', 'contents', 'print'] as const;

/** The dossier's client scripts, as compiled by this package's build. */
export const clientScripts = once((): readonly string[] =>
  CLIENT_SCRIPTS.map((name) =>
    own(`dist/client/${name}.js`)
      .replace(/^export \{\};\n?/m, '')
      .trim(),
  ),
);

type Merged = Parameters<typeof merge>;
/** The part of the atlas that is used. */
type Atlas = Merged[0] & { readonly objects: { readonly countries: Exclude<Merged[1], unknown[]> } };

/** Countries at 1:50 million (Natural Earth, public domain); ids are ISO 3166-1 numeric codes. */
export const countries = once((): ExtendedFeatureCollection => {
  const atlas = require('world-atlas/countries-50m.json') as Atlas;
  return feature(atlas, atlas.objects.countries);
});
