import type { Sentence } from '../clause/sentence.js';
import type { FrameEntry } from '../words/schema.js';
import type { Sense } from '../words/senses.js';
import type { Roles } from './roles.js';
import { hitsSites, isSite } from './sites.js';

/** An event word with its frame, while the roles around it are filled. */
export interface Predicate {
  readonly sentence: Sentence;
  /** Item of the word. */
  readonly at: number;
  readonly sense: Sense;
  readonly frame: FrameEntry;
  /** It is a finite verb, no noun. */
  readonly verbal: boolean;
  readonly roles: Roles;
}

/** Gives those of a chain the role that the frame tells, if it is one of people and sides. */
export const give = (
  { sentence, at, frame, roles }: Predicate,
  told: string | undefined,
  chain: readonly number[],
): void => {
  // دك تحصينات الميليشيا: what belongs to a side does not act.
  const ofSite = told === 'actor' && !roles.mutual && chain.every((k) => k > at && isSite(sentence.items, k));
  const role = ofSite && chain.length > 0 && hitsSites(frame) ? 'target' : told;
  if (role === 'actor' || role === 'sides' || role === 'sides-as-actor') roles.actors.push(...chain);
  else if (role === 'target') roles.targets.push(...chain);
  else return;
  roles.last = Math.max(roles.last, ...chain);
};
