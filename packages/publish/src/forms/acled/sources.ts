import type { Incident, RecordedReport } from '@isnad/model';
import type { FormWords } from '../form.js';
import { type Country, countryOf } from '../located.js';
import table from './source-scale.json' with { type: 'json' };

const KINDS: Readonly<Record<string, string>> = table.kinds;

/** Who tells of an incident: outlets and named root sources, in English where the lexicon holds them. */
export const tellersOf = (
  incident: Incident,
  reports: readonly RecordedReport[],
  { sources }: Pick<FormWords, 'sources'>,
): readonly string[] => {
  const roots = incident.roots.filter((root) => !root.startsWith('report:'));
  const outlets = reports.flatMap(({ outlet }) => outlet ?? []);
  const idOf = new Map([...sources].flatMap(([id, { name }]) => [[name.ar, id] as const, [name.en, id] as const]));
  return [...new Set([...roots, ...outlets].map((one) => idOf.get(one) ?? one))].sort();
};

/** Joins names as ACLED does: one after another with a semicolon. */
export const sourceCell = (tellers: readonly string[], { sources }: Pick<FormWords, 'sources'>): string =>
  tellers.length === 0
    ? 'Undisclosed Source'
    : tellers.map((one) => (sources.get(one)?.name.en ?? one).replaceAll(';', ',')).join('; ');

/** The nearness of sources to the event, `National-International`. */
export const scaleOf = (
  tellers: readonly string[],
  country: Country,
  { sources }: Pick<FormWords, 'sources'>,
): string => {
  const scales = tellers.map((one) => {
    const source = sources.get(one);
    if (!source) return table.unknown;
    const home = countryOf(source.country ?? undefined);
    if (KINDS[source.kind]) return KINDS[source.kind]!;
    if (source.country === null) return table.unknown;
    return home?.alpha2 === country.alpha2
      ? table.press.own
      : home?.region === country.region
        ? table.press.region
        : table.press.far;
  });
  const [nearest, ...more] = table.order.filter((scale) => scales.includes(scale));
  return [nearest ?? table.unknown, ...more.slice(-1)].join('-');
};
