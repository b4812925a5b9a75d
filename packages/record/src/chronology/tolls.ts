import type { FigureClaim } from '@isnad/model';
import type { Case } from '../case.js';
import { rangeOf } from '../figures/agree.js';
import type { RecordLexicon } from '../lexicon/record-lexicon.js';
import { relatePlaces, resolvePlace } from '../places/place.js';
import type { Series } from '../tolls/series.js';
import { bare, toldWindow } from '../windows/window.js';
import { measureName, nameOf } from '../words/names.js';
import { type Anchor, NEWS_HORIZON } from './anchors.js';

/** A toll that is so much higher or lower than the dated one belongs to another time. */
const FARTHEST_SHARE = 0.25;

/** The anchors that running tolls give: a toll only rises, so its value lies between dated values of the same series. */
export const tollAnchors = (
  figures: readonly FigureClaim[],
  series: readonly Series[],
  inCase: Case,
): readonly Anchor[] =>
  figures.flatMap((figure) => {
    if (figure.scope !== 'cumulative' || figure.min === null) return [];
    const found = series
      .filter((one) => isSameToll(figure, one, inCase))
      .map((one) => anchorsOf(figure, figure.min!, one, inCase.lexicon));
    const near = found.filter((some) => some.length > 0);
    // A figure without a start is of the one window whose values it is near; of several, it is not to be guessed.
    return near.length === 1 ? near[0]! : [];
  });

const isSameToll = (figure: FigureClaim, series: Series, inCase: Case): boolean => {
  if (inCase.root(figure) !== series.source || figure.measure !== series.measure || figure.group !== series.group)
    return false;
  if (figure.from !== null && bare(figure.from) !== series.from) return false;
  const places = figure.places.map((mention) => resolvePlace(mention, inCase.lexicon));
  return (
    places.length === 0 ||
    series.places.length === 0 ||
    places.some((a) => series.places.some((b) => relatePlaces(a, b) !== 'apart'))
  );
};

const anchorsOf = (figure: FigureClaim, value: number, series: Series, lexicon: RecordLexicon): readonly Anchor[] => {
  const points = series.points.flatMap((point) => {
    const day = toldWindow(point.as_of)?.last;
    return point.min !== null && day !== undefined && Number.isFinite(day) ? [{ day, count: point.min }] : [];
  });
  const start = toldWindow(series.from)?.first ?? null;
  const { low, high } = rangeOf(figure)!;
  const below = points.filter(({ count }) => count <= low).at(-1);
  // "More than 320" may be any number above: it has nothing above it.
  const above = points.find(({ count }) => count >= high);
  if (!below && !above) return [];
  const nearest = below ?? above!;
  if (Math.abs(value - nearest.count) > nearest.count * FARTHEST_SHARE) return [];
  // Beyond the last dated value the toll is taken to go on rising as it rose so far, three times faster or slower.
  const rate = start !== null && nearest.day > start ? nearest.count / (nearest.day - start) : null;
  const reach = Math.max(NEWS_HORIZON, rate ? Math.ceil((3 * Math.abs(value - nearest.count)) / rate) : 0);
  const first = below ? below.day : above!.day - reach;
  const last = above && above.day >= first ? above.day : first + reach;
  const reason = `${measureName(series.measure, lexicon).en} ${nameOf(series.group, lexicon).en} (${nameOf(series.source, lexicon).en}): ${value}, after ${below?.count ?? 'none'} and before ${above?.count ?? 'none'} of dated reports`;
  return [{ of: figure.id, days: { first, last }, strength: 1, reason, looksBack: false }];
};
