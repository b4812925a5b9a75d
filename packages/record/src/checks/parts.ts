import type { Check, FigureClaim } from '@isnad/model';
import type { Case } from '../case.js';
import { compatible } from '../figures/agree.js';
import { isWithin } from '../incidents/sides.js';
import { groupBy } from '../order.js';
import { bare } from '../windows/window.js';
import { countInWords, listNames, nameOf } from '../words/names.js';
import { check } from './check.js';

/** Counted parts ("among them 113 children") by the id of their whole. */
export const partsByWhole = (figures: readonly FigureClaim[]): ReadonlyMap<string, readonly FigureClaim[]> =>
  groupBy(
    figures.filter((part) => part.partOf !== null && part.min !== null),
    (part) => part.partOf!,
  );

/**
 * `parts-fit`: stated parts ("among them 113 children") fit into their whole, those that exclude one another
 * together; and a group told in the same breath fits into the group of which it is part by meaning.
 */
export const partsFit = (figures: readonly FigureClaim[], inCase: Case): readonly Check[] => {
  const byWhole = partsByWhole(figures);
  // Asked of each part: going through all figures every time would cost their square.
  const divided = new Set(figures.flatMap(({ partOf }) => partOf ?? []));
  const stated = [...byWhole].flatMap(([id, parts]) => {
    const whole = inCase.claim(id);
    if (whole?.kind !== 'figure' || whole.min === null) return [];
    const same = parts.filter((part) => part.measure === whole.measure);
    return cutsOf(whole, same, divided, inCase).map((cut) => fits(whole, cut, inCase));
  });
  return [...stated, ...byMeaning(figures, inCase)];
};

/** Parts that can be added up: those that are a group of their own; a share of the same people is a cut by itself. */
const cutsOf = (
  whole: FigureClaim,
  parts: readonly FigureClaim[],
  divided: ReadonlySet<string>,
  inCase: Case,
): readonly (readonly FigureClaim[])[] => {
  const alone = parts.filter((part) => holdsOthers(part, whole, divided));
  const together = parts.filter((part) => !alone.includes(part));
  const groups = new Set(together.map(({ group }) => group));
  const overlap =
    groups.size < together.length ||
    together.some((a) => together.some((b) => a !== b && isWithin(a.group, b.group, inCase.lexicon)));
  const cuts = overlap ? together.map((part) => [part]) : [together];
  return [...alone.map((part) => [part]), ...cuts].filter((cut) => cut.length > 0);
};

/** A part that cuts across the others: it is itself divided, or is the same kind of people under a condition (Syrian civilians). */
const holdsOthers = (part: FigureClaim, whole: FigureClaim, divided: ReadonlySet<string>): boolean =>
  divided.has(part.id) || part.group === whole.group || part.group.startsWith(`${whole.group}-`);

const byMeaning = (figures: readonly FigureClaim[], inCase: Case): readonly Check[] => {
  const breaths = groupBy(
    figures.filter(({ scope, min }) => scope === 'cumulative' && min !== null),
    (figure) =>
      [inCase.reportOf(figure), inCase.root(figure), figure.measure, bare(figure.from), bare(figure.to)].join('|'),
  );
  return [...breaths.values()].flatMap((some) =>
    some.flatMap((inner) =>
      some
        .filter((outer) => inner.partOf !== outer.id && inCase.lexicon.group(inner.group)?.within === outer.group)
        .map((outer) => fits(outer, [inner], inCase)),
    ),
  );
};

const fits = (whole: FigureClaim, parts: readonly FigureClaim[], inCase: Case): Check => {
  const sum = parts.reduce((total, { min }) => total + min!, 0);
  const approximate = parts.some((part) => part.approximate);
  // A sum below the whole always fits; above it only as far as the whole is open or rounded.
  const ok = sum <= whole.min! || compatible({ min: sum, max: sum, approximate }, whole);
  const names = listNames(parts.map(({ group }) => nameOf(group, inCase.lexicon)));
  const of = nameOf(whole.group, inCase.lexicon);
  const total = countInWords(whole);
  return check('parts-fit', ok, [whole.id, ...parts.map(({ id }) => id)], {
    en: `${names.en}: ${parts.map((part) => countInWords(part).en).join(' + ')} ${ok ? 'fit into' : 'are more than'} ${total.en} ${of.en}`,
    ar: `${names.ar}: ${parts.map((part) => countInWords(part).ar).join(' + ')} ${ok ? 'ضمن' : 'أكثر من'} ${total.ar} ${of.ar}`,
  });
};
