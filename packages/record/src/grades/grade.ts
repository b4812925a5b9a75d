import type { FigureClaim, Grade } from '@isnad/model';
import type { Case } from '../case.js';
import type { Happening } from '../incidents/happening.js';
import { isWithin, relateAll } from '../incidents/sides.js';
import { sorted } from '../order.js';

/** The grades that the program may suggest; `discounted` is a person's to give. */
export const SUGGESTED_GRADES = Object.keys({
  confirmed: true,
  fair: true,
  weak: true,
  contested: true,
} satisfies Record<Exclude<Grade, 'discounted'>, true>) as readonly Exclude<Grade, 'discounted'>[];

/** The group of which all civilians are part. */
const CIVILIANS = 'civilians';

/** Whether a group of people are civilians, or part of them by meaning. */
export const areCivilians = (group: string, inCase: Case): boolean =>
  group === CIVILIANS || isWithin(group, CIVILIANS, inCase.lexicon);

/** Whether a figure counts civilians killed, wounded or otherwise harmed. */
export const isCivilianHarm = (figure: FigureClaim, inCase: Case): boolean =>
  inCase.lexicon.measure(figure.measure)?.harm === true && areCivilians(figure.group, inCase);

/** Whether an incident tells harm to civilians: a moment in time and place, and no campaign with its tolls. */
export const harmsCivilians = (one: Happening, inCase: Case): boolean =>
  one.modality === 'asserted' &&
  !one.campaign &&
  (one.figures.some((figure) => isCivilianHarm(figure, inCase)) ||
    (one.kind.harms === 'life' && one.targets.some((target) => areCivilians(target, inCase))));

/**
 * Suggests one of Airwars' grades for harm to civilians; null for anything else. The rule is published in
 * docs/METHODOLOGY.md: confirmed needs the responsible side's own word, contested rival sides named by
 * different roots, fair two independent roots and a named side; what remains is weak.
 */
export const suggestGrade = (one: Happening, inCase: Case): Suggestion => {
  if (!harmsCivilians(one, inCase)) return null;
  return { value: gradeOf(one, inCase), by: 'suggested' };
};

type Suggestion = { readonly value: Grade; readonly by: string } | null;

const gradeOf = (one: Happening, inCase: Case): (typeof SUGGESTED_GRADES)[number] => {
  if (hasRivals(one, inCase)) return 'contested';
  if (isAdmitted(one, inCase)) return 'confirmed';
  return one.independent >= 2 && one.actors.length > 0 ? 'fair' : 'weak';
};

/** Different roots name sides that have nothing to do with each other. */
const hasRivals = (one: Happening, inCase: Case): boolean => {
  const named = one.claims.filter(({ actors, modality }) => actors.length > 0 && modality === 'asserted');
  return named.some((a) =>
    named.some((b) => inCase.root(a) !== inCase.root(b) && relateAll(a.actors, b.actors, inCase.lexicon) === 'other'),
  );
};

/** A claim of the harm itself whose root is the side that did it. */
const isAdmitted = (one: Happening, inCase: Case): boolean => {
  const speaksFor = (root: string): readonly string[] => sorted([root, inCase.lexicon.source(root)?.side ?? root]);
  const admits = (root: string) => speaksFor(root).some((side) => one.actors.includes(side));
  return (
    one.figures.some(
      (figure) => isCivilianHarm(figure, inCase) && (figure.min ?? 0) > 0 && admits(inCase.root(figure)),
    ) ||
    one.claims.some(
      (claim) =>
        claim.modality === 'asserted' &&
        claim.targets.some((target) => areCivilians(target, inCase)) &&
        admits(inCase.root(claim)),
    )
  );
};
