import type { Toll } from '@isnad/api';
import type { Toll as Recorded } from '@isnad/model';
import type { CaseWords, PlaceWords } from '../case/words.js';
import { inOrder, pageFrom } from '../http/cursor.js';
import type { Handler, Scene } from '../http/handler.js';
import { noSuch } from '../http/refused.js';
import { checkOf } from './incidents.js';

const among = (wanted: readonly string[], value: string): boolean => wanted.length === 0 || wanted.includes(value);

const tollOf = (toll: Recorded, scene: Scene): Toll => {
  const { view } = scene;
  const { id, source, measure, group, from, to, area, partOf } = toll;
  const place = area === null ? undefined : scene.once('places by name', () => placesByName(view.words)).get(area);
  return {
    id,
    source,
    measure,
    group,
    from,
    to,
    area: area === null ? null : view.cover(area, null),
    areaName:
      area === null ? null : { ar: view.cover(place?.nameAr ?? area, null), en: view.cover(place?.name ?? area, null) },
    partOf,
    parts: scene.once('toll parts', () => partsOf(view.record.tolls)).get(id) ?? [],
    points: toll.points.flatMap(({ as_of, min, max, approximate, claim }) => {
      const said = view.claims.get(claim);
      if (!said) return [];
      const { report, span } = said;
      const quote = view.cover(span.text, report, span.start);
      return { as_of, min, max, approximate, claim, report, outlet: view.reports.get(report)?.outlet ?? null, quote };
    }),
    checks: toll.checks.flatMap((one) => {
      const check = view.checks.get(one);
      return check ? checkOf(check, scene) : [];
    }),
  };
};

/** The area of a toll is told by name. */
const placesByName = ({ places }: CaseWords): ReadonlyMap<string, PlaceWords> =>
  new Map(Object.entries(places).flatMap(([id, place]) => [[id, place] as const, [place.name, place] as const]));

const partsOf = (tolls: readonly Recorded[]): ReadonlyMap<string, readonly string[]> => {
  const parts = new Map<string, string[]>();
  for (const { id, partOf } of tolls) if (partOf !== null) parts.set(partOf, [...(parts.get(partOf) ?? []), id]);
  return parts;
};

export const tolls: Handler<'tolls'> = ({ query }, scene) => {
  const { source, measure, group, failed } = query;
  const { view } = scene;
  const wanted = view.record.tolls.filter((toll) => {
    if (!among(source, toll.source) || !among(measure, toll.measure) || !among(group, toll.group)) return false;
    return failed === undefined || toll.checks.some((id) => view.checks.get(id)?.ok === false) === (failed === 'true');
  });
  const position = ({ points, id }: Recorded) => [-points.length, id] as const;
  return pageFrom(inOrder(wanted, position), position, query, (toll) => tollOf(toll, scene));
};

export const toll: Handler<'toll'> = ({ params }, scene) => {
  const found = scene.view.record.tolls.find(({ id }) => id === params.id);
  if (!found) throw noSuch('toll', params.id);
  return tollOf(found, scene);
};
