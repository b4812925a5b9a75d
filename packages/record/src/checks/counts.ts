import type { Check, FigureClaim } from '@isnad/model';
import type { Case } from '../case.js';
import { compatible } from '../figures/agree.js';
import type { Happening } from '../incidents/happening.js';
import { groupBy } from '../order.js';
import { countInWords, measureName, nameOf } from '../words/names.js';
import { check } from './check.js';
import { partsByWhole } from './parts.js';

/**
 * What becomes of those whom a measure counts, where the outcomes together leave nobody out: who fled is
 * recaught, dead, or still at large (counted again under the same measure, as standing).
 */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  escaped: ['recaptured', 'killed', 'surrendered'],
  detained: ['released', 'escaped'],
  casualties: ['killed', 'wounded'],
};
/** Measures whose outcomes leave nobody out even if none is told as remaining. */
const COMPLETE = ['casualties'];

/** `same-count`: one group told more than once in one incident is counted once. */
export const sameCounts = (happenings: readonly Happening[], inCase: Case): readonly Check[] =>
  happenings.flatMap((one) => {
    const told = one.figures.filter(({ min }) => min !== null && min >= 2);
    const groups = groupBy(told, ({ measure, group, min }) => `${measure}|${group}|${min}`);
    return [...groups.values()].flatMap((same) => {
      if (same.length < 2) return [];
      const [what, of, n] = [
        measureName(same[0]!.measure, inCase.lexicon),
        nameOf(same[0]!.group, inCase.lexicon),
        countInWords(same[0]!),
      ];
      return [
        check(
          'same-count',
          true,
          same.map(({ id }) => id),
          {
            en: `${of.en} ${what.en}: ${n.en}, told ${same.length} times of one incident, counted once`,
            ar: `${what.ar} ${of.ar}: ${n.ar}، ذُكرت ${same.length} مرات عن حادثة واحدة وتُحسب مرة`,
          },
        ),
      ];
    });
  });

/** `sum`: where the outcomes of those counted leave nobody out, they add up to the whole. */
export const sums = (
  figures: readonly FigureClaim[],
  happenings: readonly Happening[],
  inCase: Case,
): readonly Check[] => {
  const homes = new Map(happenings.flatMap((one) => one.figures.map((figure) => [figure.id, one.id] as const)));
  const byWhole = partsByWhole(figures);
  return [...byWhole].flatMap(([id, stated]) => {
    const whole = inCase.claim(id);
    if (whole?.kind !== 'figure' || whole.min === null) return [];
    const parts = stated.filter((part) => OUTCOMES[whole.measure]?.includes(part.measure) || isRemainder(part, whole));
    const complete = parts.some((part) => isRemainder(part, whole)) || COMPLETE.includes(whole.measure);
    // One group told twice is one part of the sum.
    const distinct = [
      ...groupBy(parts, (part) => `${homes.get(part.id) ?? part.id}|${part.measure}|${part.min}`).values(),
    ].map(([part]) => part!);
    if (!complete || distinct.length < 2) return [];
    const sum = distinct.reduce((total, { min }) => total + min!, 0);
    const ok = compatible({ min: sum, max: sum, approximate: distinct.some((part) => part.approximate) }, whole);
    const [of, total] = [nameOf(whole.group, inCase.lexicon), countInWords(whole)];
    const terms = distinct.map(({ min }) => min).join(' + ');
    return [
      check('sum', ok, [whole.id, ...distinct.map((part) => part.id)], {
        en: `${of.en} ${measureName(whole.measure, inCase.lexicon).en}: ${terms} = ${sum}, the whole is ${total.en}`,
        ar: `${measureName(whole.measure, inCase.lexicon).ar} ${of.ar}: ${terms} = ${sum}، والمجموع المذكور ${total.ar}`,
      }),
    ];
  });
};

const isRemainder = (part: FigureClaim, whole: FigureClaim): boolean =>
  part.measure === whole.measure && part.scope === 'standing';

/** `list-length`: a number of places and the places listed with it agree. */
export const listLengths = (figures: readonly FigureClaim[], inCase: Case): readonly Check[] =>
  figures.flatMap((figure) => {
    if (figure.measure !== 'places' || figure.min === null || figure.min !== figure.max) return [];
    const event = figure.event ? inCase.claim(figure.event) : undefined;
    const own = new Set(figure.places.map(({ id }) => id));
    const listed =
      own.size > 1 ? own : new Set(event?.places.filter(({ role }) => role !== 'within').map(({ id }) => id) ?? []);
    if (listed.size < 2) return [];
    const ok = listed.size === figure.min;
    return [
      check('list-length', ok, event ? [figure.id, event.id] : [figure.id], {
        en: `${figure.min} places announced, ${listed.size} named`,
        ar: `ذُكر عدد ${figure.min} وسُمّي ${listed.size}`,
      }),
    ];
  });
