import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import type { FrameEntry } from '../words/schema.js';
import type { Sense, Support } from '../words/senses.js';
import { ascribed, claimants } from './announced.js';
import { takeArguments } from './arguments.js';
import { missingSides } from './clash.js';
import { helpersBehind } from './help.js';
import { takeOfNoun } from './of-noun.js';
import { takeOfVerb } from './of-verb.js';
import { hasPlacePronoun, takeDescribedPlaces } from './place-before.js';
import type { Predicate } from './predicate.js';
import { speaks } from './speaks.js';
import { stretchEnd } from './stretch.js';
import { idsOf } from './values.js';
import { whoseWeapon } from './weapon.js';

/** Who, whom and where of one event mention, as item indices of its sentence. */
export interface Roles {
  actors: number[];
  targets: number[];
  places: { readonly item: number; readonly role: 'where' | 'from' | 'to' }[];
  /** Carrying verb that governs it. */
  support: Support | null;
  supportItem: number | null;
  /** Last item that belongs to the mention. */
  last: number;
  /** Last item of the stretch in which arguments and means were sought. */
  end: number;
  first: number;
  /** A pronoun stands for the actor: سيطرتها (its control). */
  pronounActor: boolean;
  /** Its actors are the two sides of a fight. */
  readonly mutual: boolean;
  pronounTarget: boolean;
  /** A pronoun stands for the place: استولت عليها (seized it). */
  pronounPlace: boolean;
}

const noRoles = (at: number, end: number, mutual: boolean): Roles => ({
  actors: [],
  targets: [],
  places: [],
  support: null,
  supportItem: null,
  last: at,
  end,
  first: at,
  mutual,
  pronounActor: false,
  pronounTarget: false,
  pronounPlace: false,
});

/** Who claimed the act, the other side of a fight, and who helped: where those around the word leave it open. */
const takeFromFurther = ({ sentence, at, frame, roles }: Predicate): void => {
  const by = frame['subject'] === 'actor' && !roles.pronounActor ? ascribed(sentence, at) : null;
  if (by !== null) {
    // «هجمات نسبها الجيش إلى المتمردين»: the army says so.
    roles.actors = [...by.doers];
    roles.targets = roles.targets.filter((k) => !by.doers.includes(k) && !by.speakers.includes(k));
  }
  if (roles.actors.length === 0 && frame['subject'] === 'actor') roles.actors.push(...claimants(sentence, at));
  if (roles.actors.length === 0 && frame['subject'] === 'actor' && !roles.pronounActor && frame['craft'] === undefined)
    roles.actors.push(...whoseWeapon(sentence, at, roles.end));
  if (roles.mutual && roles.targets.length === 0 && new Set(idsOf(sentence, roles.actors)).size < 2)
    roles.actors.push(...missingSides(sentence, at, roles.actors));
  if (roles.actors.length > 0 && (frame['subject'] === 'actor' || roles.mutual))
    roles.actors.push(...helpersBehind(sentence, sentence.clauseOf[at]!, at).filter((k) => !roles.actors.includes(k)));
};

const tidy = (roles: Roles): Roles => {
  roles.actors = [...new Set(roles.actors)];
  roles.targets = [...new Set(roles.targets)].filter((k) => !roles.actors.includes(k));
  return roles;
};

/** Reads the arguments of an event word by its frame. */
export const rolesOf = (sentence: Sentence, at: number, sense: Sense, frame: FrameEntry): Roles => {
  const verbal = sentence.verbs.has(at) && !isNominal(sense);
  const end = stretchEnd(sentence, at, verbal);
  const roles = noRoles(at, end, frame['subject'] === 'sides');
  const predicate: Predicate = { sentence, at, sense, frame, verbal, roles };
  const bare: number[] = [];
  takeArguments(
    predicate,
    at + 1,
    end,
    (by) => frame[by],
    (chain) => bare.push(...chain),
  );
  if (roles.places.length === 0) {
    roles.pronounPlace = hasPlacePronoun(predicate);
    takeDescribedPlaces(predicate);
  }
  if (verbal) takeOfVerb(predicate, bare);
  else takeOfNoun(predicate, bare);
  takeFromFurther(predicate);
  roles.targets = roles.targets.filter((k) => !speaks(sentence, k));
  return tidy(roles);
};
