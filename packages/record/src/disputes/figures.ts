import type { Check, Dispute, FigureClaim } from '@isnad/model';
import type { Case } from '../case.js';
import { compatible } from '../figures/agree.js';
import { withoutReplaced } from '../figures/incident-figures.js';
import type { Happening } from '../incidents/happening.js';
import { voiceOf } from '../independence/roots.js';
import { groupBy, pairs } from '../order.js';
import { relatePlaces } from '../places/place.js';
import type { Series } from '../tolls/series.js';
import { gap, toldWindow } from '../windows/window.js';
import { countInWords, measureName, nameOf } from '../words/names.js';
import { rootName } from '../words/roots.js';
import { dispute } from './dispute.js';

/** Two sources' tolls are held side by side when counted up to days so near each other. */
const SIDE_BY_SIDE_DAYS = 3;

/** `figure`: different reports give numbers of one incident that cannot be the same number. */
export const figureDisputes = (happenings: readonly Happening[], inCase: Case): readonly Dispute[] =>
  happenings.flatMap((one) => {
    const current = withoutReplaced(
      one.figures.filter(({ min, max, scope }) => scope !== 'standing' && (min ?? max) !== null),
      inCase,
    );
    return [...groupBy(current, ({ measure, group }) => `${measure}|${group}`).values()].flatMap((told) => {
      const apart = told.filter((a) =>
        told.some((b) => inCase.reportOf(a) !== inCase.reportOf(b) && !compatible(a, b)),
      );
      return apart.length > 0
        ? [
            sideBySide(
              apart,
              apart.map(({ id }) => id),
              inCase,
            ),
          ]
        : [];
    });
  });

/** `figure`: tolls of different voices for the same people, days and area differ. */
export const tollDisputes = (series: readonly Series[], inCase: Case): readonly Dispute[] => {
  const keyed = groupBy(series, ({ measure, group, from }) => [measure, group, from].join('|'));
  return [...keyed.values()].flatMap((some) =>
    pairs(some).flatMap(([a, b]) => {
      if (voiceOf(a.source, inCase.lexicon) === voiceOf(b.source, inCase.lexicon) || !sameArea(a, b)) return [];
      const apart = a.points.flatMap((x) =>
        b.points.filter((y) => areNear(x.as_of, y.as_of) && !compatible(x, y)).map((y) => [x.claim, y.claim] as const),
      );
      const last = apart.at(-1);
      if (!last) return [];
      const figures = last.map((id) => inCase.claim(id) as FigureClaim);
      return [sideBySide(figures, last, inCase)];
    }),
  );
};

const sameArea = (a: Series, b: Series): boolean =>
  a.places.length === 0 ||
  b.places.length === 0 ||
  a.places.some((x) => b.places.some((y) => relatePlaces(x, y) === 'same'));

const areNear = (a: string | null, b: string | null): boolean => {
  const [x, y] = [toldWindow(a), toldWindow(b)];
  return x !== null && y !== null && gap(x, y) <= SIDE_BY_SIDE_DAYS;
};

const sideBySide = (figures: readonly FigureClaim[], claims: readonly string[], inCase: Case): Dispute => {
  const [first] = figures;
  const [of, what] = [nameOf(first!.group, inCase.lexicon), measureName(first!.measure, inCase.lexicon)];
  const said = (lang: 'ar' | 'en') =>
    figures
      .map((figure) => `${countInWords(figure)[lang]} (${rootName(inCase.root(figure), inCase)[lang]})`)
      .join(lang === 'en' ? ', ' : '، ');
  return dispute('figure', claims, {
    en: `${of.en} ${what.en}: ${said('en')}. These numbers cannot all be right; quote each with its source.`,
    ar: `${what.ar} ${of.ar}: ${said('ar')}. لا تصحّ هذه الأعداد معاً، ويُذكر كل عدد مع مصدره.`,
  });
};

/** `arithmetic` and `headline`: a failed check of numbers, or of the title against the body. */
export const disputesOfChecks = (checks: readonly Check[]): readonly Dispute[] =>
  checks.flatMap(({ kind, ok, claims, explain }) => {
    if (ok) return [];
    if (kind === 'headline') {
      return [
        dispute('headline', claims, {
          en: `${explain.en}. Quote the body, not the headline.`,
          ar: `${explain.ar}. يُقتبس من المتن لا من العنوان.`,
        }),
      ];
    }
    if (kind !== 'parts-fit' && kind !== 'window-fits' && kind !== 'never-falls' && kind !== 'sum') return [];
    return [
      dispute('arithmetic', claims, {
        en: `${explain.en}. The numbers do not add up; none should be quoted without the others.`,
        ar: `${explain.ar}. الأعداد لا تتسق، فلا يُقتبس أحدها دون الآخر.`,
      }),
    ];
  });
