import type { Context } from './context.js';

/** Index behind ميلادي, هجري, م or هـ; the same index when none stands there. A single letter is no word to the automaton. */
export const eraEnd = (context: Context, index: number): number => {
  const form = context.form(index);
  if (form === 'م' || form === 'ه') return index + 1;
  return context.word(index, 'era', true)?.next ?? index;
};
