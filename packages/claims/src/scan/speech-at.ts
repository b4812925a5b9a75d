import type { PhraseHit } from '@isnad/lexicon';
import type { Token } from '@isnad/text';
import { type Speech, withObject } from '../source/speech.js';
import type { Item } from './item.js';
import type { Scanners } from './scanners.js';
import { THIRD_PERSON } from './words.js';

/** What a word has to do with reported speech, by the hits that the word alone always gives. */
const speechKnown = new WeakMap<readonly PhraseHit<Speech>[], NonNullable<Item['speech']> | null>();

/** What the word has to do with reported speech: a verb, which may bear a pronoun (ذكرته), before the rest. */
export const speechAt = (tokens: readonly Token[], at: number, last: number, { speech }: Scanners): Item['speech'] => {
  const hits = speech.at(tokens, at, true);
  if (hits.length === 0) return undefined;
  if (hits[0]!.length > 1) return speechOf(hits, last - at + 1) ?? undefined;
  let found = speechKnown.get(hits);
  if (found === undefined) {
    found = speechOf(hits, 1);
    speechKnown.set(hits, found);
  }
  return found ?? undefined;
};

const speechOf = (hits: readonly PhraseHit<Speech>[], room: number): NonNullable<Item['speech']> | null => {
  const fitting = hits.filter(
    (hit) =>
      hit.length <= room &&
      (hit.enclitic === '' || (hit.value.as === 'verb' && THIRD_PERSON.has(hit.enclitic))) &&
      ((hit.value.as !== 'verb' && hit.value.as !== 'participle') || !/[بلك]/.test(hit.proclitics)),
  );
  const hit = fitting.find(({ value, length }) => value.as === 'verb' && length === fitting[0]!.length) ?? fitting[0];
  if (!hit) return null;
  return hit.enclitic === '' ? hit.value : withObject(hit.value);
};
