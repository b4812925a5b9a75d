import type { Check, TollPoint } from '@isnad/model';
import type { Case } from '../case.js';
import { compatible } from '../figures/agree.js';
import { groupBy } from '../order.js';
import { relatePlaces } from '../places/place.js';
import type { Series } from '../tolls/series.js';
import { toldWindow } from '../windows/window.js';
import { countInWords, measureName, nameOf } from '../words/names.js';
import { rootName } from '../words/roots.js';
import { check } from './check.js';

/** Whether a later count can stand after an earlier one: not lower, unless only because it is rounded or open. */
export const staysOrRises = (earlier: TollPoint, later: TollPoint): boolean =>
  earlier.min === null || later.min === null || later.min >= earlier.min || compatible(earlier, later);

/** `never-falls`: of two points of a toll in a row, the later is not lower. Tolls without a start may be of different windows. */
export const neverFalls = (series: readonly Series[], inCase: Case): readonly Check[] =>
  series
    .filter(({ from }) => from !== null)
    .flatMap((toll) =>
      toll.points.slice(1).flatMap((later, n) => {
        const earlier = toll.points[n]!;
        if (earlier.claim === later.claim) return [];
        const ok = staysOrRises(earlier, later);
        const what = subject(toll, inCase);
        const [a, b] = [countInWords(earlier), countInWords(later)];
        return [
          check('never-falls', ok, [earlier.claim, later.claim], {
            en: `${what.en}: ${a.en} on ${earlier.as_of ?? 'an unknown day'}, then ${b.en} on ${later.as_of ?? 'an unknown day'}${ok ? '' : ': a toll cannot fall without a correction'}`,
            ar: `${what.ar}: ${a.ar} (${earlier.as_of ?? 'يوم غير معلوم'})، ثم ${b.ar} (${later.as_of ?? 'يوم غير معلوم'})${ok ? '' : '، ولا تنقص الحصيلة إلا بتصحيح'}`,
          }),
        ];
      }),
    );

/** `window-fits`: what was counted in a part of the time, by the same source, is not more than what was counted in all of it. */
export const windowsFit = (series: readonly Series[], inCase: Case): readonly Check[] => {
  const keyed = groupBy(series, ({ source, measure, group }) => [source, measure, group].join('|'));
  return [...keyed.values()].flatMap((some) =>
    some.flatMap((outer) =>
      some.flatMap((inner) => {
        const pair = inner === outer ? null : nestedPoints(inner, outer);
        if (!pair) return [];
        const [part, whole] = pair;
        const ok = part.min === null || whole.min === null || part.min <= whole.min || compatible(part, whole);
        const what = subject(outer, inCase);
        const [a, b] = [countInWords(part), countInWords(whole)];
        return [
          check('window-fits', ok, [part.claim, whole.claim], {
            en: `${what.en}: ${a.en} from ${inner.from} to ${part.as_of} ${ok ? 'fit into' : 'are more than'} ${b.en} since ${outer.from}`,
            ar: `${what.ar}: ${a.ar} من ${inner.from} إلى ${part.as_of} ${ok ? 'ضمن' : 'أكثر من'} ${b.ar} منذ ${outer.from}`,
          }),
        ];
      }),
    ),
  );
};

/** The last point of the inner window and the first of the outer one that is not older; null when the windows are not nested. */
const nestedPoints = (inner: Series, outer: Series): readonly [TollPoint, TollPoint] | null => {
  const [a, b] = [toldWindow(inner.from), toldWindow(outer.from)];
  if (!a || !b || a.first <= b.first) return null;
  const sameArea =
    inner.places.length === 0 ||
    outer.places.length === 0 ||
    inner.places.some((x) =>
      outer.places.some((y) => relatePlaces(x, y) !== 'apart' && x.radius <= Math.max(y.radius, 40)),
    );
  if (!sameArea) return null;
  const part = inner.points.at(-1)!;
  const day = toldWindow(part.as_of)?.last ?? Infinity;
  const whole = outer.points.find((point) => (toldWindow(point.as_of)?.last ?? -Infinity) >= day);
  return whole ? [part, whole] : null;
};

const subject = (toll: Series, inCase: Case): { readonly ar: string; readonly en: string } => {
  const [group, measure, source] = [
    nameOf(toll.group, inCase.lexicon),
    measureName(toll.measure, inCase.lexicon),
    rootName(toll.source, inCase),
  ];
  return { en: `${group.en} ${measure.en} (${source.en})`, ar: `${measure.ar} ${group.ar} (${source.ar})` };
};
