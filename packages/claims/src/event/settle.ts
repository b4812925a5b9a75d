import type { Sentence } from '../clause/sentence.js';
import type { EventWords } from '../words/load.js';
import { onlySpeaks } from './aside.js';
import { attemptAt, isFoughtFor, onlyAnnounces, wasAttempted } from './attempts.js';
import { onlyCarries } from './carrying.js';
import type { EventDraft } from './draft.js';
import { firstOf, type Reason, type Settling } from './dropped.js';
import { harmGivesWay, isToldHow } from './gives-way.js';
import { wereHit } from './hit-forces.js';
import { goesOnToHit, saysWhatItHits, weaponHits } from './hits-on.js';
import { isAimed, isPrevented, tellsPurpose } from './purpose.js';
import { cameOfAWar } from './running-toll.js';
import { shotDead, shotsToldByHarm } from './shot-dead.js';
import { wasThrownBack } from './thrown-back.js';
import { isJoined, isObject, isWonBack } from './told-twice.js';

/** Why a word that can tell an event told none here. */
export interface TurnedDown {
  readonly item: number;
  readonly why: string;
}

/**
 * Why a word tells no event of its own, asked in this order: the first that holds drops it. A reason sees what the words
 * dropped before have handed over, so that moving one changes what is read.
 */
const REASONS: readonly Reason[] = [
  saysWhatItHits,
  weaponHits,
  onlyAnnounces,
  wasAttempted,
  isFoughtFor,
  isJoined,
  isWonBack,
  isObject,
  wasThrownBack,
  onlyCarries,
  goesOnToHit,
  wereHit,
  isAimed,
  isPrevented,
  onlySpeaks,
  shotsToldByHarm,
  isToldHow,
  harmGivesWay,
  cameOfAWar,
  tellsPurpose,
];

/** Drops what the guide does not count: killings whose means is told, verbs of an event told by a noun. */
export const settle = (
  sentence: Sentence,
  all: readonly EventDraft[],
  turnedDown: TurnedDown[],
  words: EventWords,
): EventDraft[] => {
  if (all.length === 0) return [];
  const drafts = all.map((draft) => shotDead(sentence, draft, all, words));
  const settling: Settling = {
    sentence,
    drafts,
    words,
    carriers: carriersOf(drafts),
    attempts: attemptsIn(sentence, drafts, words),
  };
  return drafts.filter((draft) => {
    const dropped = firstOf(REASONS, settling, draft);
    if (!dropped) return true;
    if (dropped.into) dropped.hands?.(dropped.into, draft);
    turnedDown.push({ item: draft.item, why: dropped.why });
    return false;
  });
};

const carriersOf = (drafts: readonly EventDraft[]): Settling['carriers'] => {
  const carriers = new Map<number, EventDraft>();
  for (const draft of drafts) if (draft.roles.supportItem !== null) carriers.set(draft.roles.supportItem, draft);
  return carriers;
};

const attemptsIn = (sentence: Sentence, drafts: readonly EventDraft[], words: EventWords): Settling['attempts'] => {
  const attempts = new Set<EventDraft>();
  for (const draft of drafts) {
    const attempt = attemptAt(sentence, draft, drafts, words);
    if (attempt) attempts.add(attempt);
  }
  return attempts;
};
