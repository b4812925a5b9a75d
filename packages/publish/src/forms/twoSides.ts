import type { Incident } from '@isnad/model';
import type { FormWords } from './form.js';
import table from './harm.json' with { type: 'json' };

/** Those who did it and those whom it befell: ids of sides and of groups of people, the main one first. */
export interface TwoSides {
  readonly doing: readonly string[];
  readonly opposed: readonly string[];
}

/**
 * Splits those whom an incident names into two sides. Where reports tell a fight without saying who attacked, the
 * first side, with its allies, stands against the rest. Where nobody is told to be struck, it befell those harmed.
 */
export const twoSides = (
  { actors, targets, figures }: Pick<Incident, 'actors' | 'targets' | 'figures'>,
  words: Pick<FormWords, 'actors'>,
): TwoSides => {
  const [main] = actors;
  const isWith = (one: string): boolean => {
    if (main === undefined || one === main) return true;
    const [first, other] = [words.actors.get(main), words.actors.get(one)];
    return Boolean(
      first?.allies.includes(one) || other?.allies.includes(main) || first?.parent === one || other?.parent === main,
    );
  };
  const struck = targets.filter((one) => one !== main);
  const doing = actors.filter((one) => isWith(one) || (struck.length > 0 && !struck.includes(one)));
  const against = [...struck, ...actors].filter((one) => !doing.includes(one));
  const harmed = figures
    .filter(({ measure, group }) => table.measures.includes(measure) && group !== table.whole && !doing.includes(group))
    .map(({ group }) => group);
  return { doing, opposed: [...new Set(against.length > 0 ? against : harmed)] };
};
