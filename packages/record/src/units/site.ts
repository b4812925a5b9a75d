import type { EventClaim } from '@isnad/model';
import { partTold } from '../kinds/words.js';
import type { RecordLexicon } from '../lexicon/record-lexicon.js';
import type { Place } from '../places/place.js';

/** Words behind the trigger that may say of what a side took or left hold. */
const OBJECT_WORDS = 6;

/**
 * Whether a claim's words are about a part of the place that it names: «السيطرة على منطقة السوق» (took the market area)
 * with the town as its place, because the market has no name of its own or the reader did not find it. That a part
 * changed hands must never be taken for the fall of the town.
 */
export const tellsPartOf = (claim: EventClaim, place: Place, lexicon: RecordLexicon): boolean => {
  if (place.extent === 'point') return false;
  const { span, trigger } = claim;
  const behind = span.text.slice(Math.max(0, trigger.end - span.start));
  const words = behind
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0)
    .slice(0, OBJECT_WORDS);
  if (partTold(words.join(' ')) !== 'whole') return true;
  // The first noun that says what kind of place it is; «منطقة» (area) says nothing.
  const noun = words
    .map((word) => lexicon.placeNoun(word))
    .find((extent) => extent === 'point' || extent === 'settlement');
  return noun === 'point';
};
