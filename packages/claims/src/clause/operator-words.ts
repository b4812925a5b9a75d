import { entryAt } from '@isnad/text';
import type { Item } from '../scan/item.js';
import type { Sentence } from './sentence.js';

/** Which of the carrying words that put others in another light an item is, the first where it may be several. */
export const doesOf = ({ supports }: Item): 'deny' | 'plan' | 'call' | null => {
  if (supports) for (const { does } of supports) if (does === 'deny' || does === 'plan' || does === 'call') return does;
  return null;
};

/** Whether an item is a reporting verb of that kind. */
export const tells = ({ speech }: Item, id: 'deny' | 'warn'): boolean => speech?.as === 'verb' && speech.id === id;

/** A finite verb, no noun that is written like one. */
export const isFiniteVerb = ({ items, verbs }: Sentence, at: number): boolean =>
  verbs.has(at) && entryAt(items, at - 1)?.kind !== 'preposition' && !items[at]!.definite;

/** Whether the word behind an item is negated. */
export const isNegated = (previous: Item | undefined): boolean =>
  previous?.kind === 'negator' || previous?.cue === 'negation';
