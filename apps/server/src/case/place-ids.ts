import type { CaseRecord } from '@isnad/model';
import type { CoverNames } from '@isnad/publish';
import type { Steps } from '../steps.js';

const UNLISTED = 'unlisted:';

/** Whether a place is known by its words alone, for want of a table that holds it. */
export const isUnlisted = (id: string): boolean => id.startsWith(UNLISTED);

/**
 * Ids of places as answers have them. That of a place which no table holds is its words, and these may be someone's name
 * misread: a name in it is covered, whoever asks, because an id has to be the same for everybody.
 */
export interface PlaceIds {
  readonly shown: (id: string) => string;
  /** The place for an id in which an answer covered something; null for any other. */
  readonly covered: (shown: string) => { readonly id: string; readonly name: string } | null;
}

/** Ids of the places of a record. */
export const placeIdSteps = function* ({ claims, rejected = [] }: CaseRecord, cover: CoverNames): Steps<PlaceIds> {
  const shownIds = new Map<string, string>();
  const covered = new Map<string, { readonly id: string; readonly name: string }>();
  for (const { places } of [...claims, ...rejected]) {
    yield;
    for (const { id, name } of places) {
      if (!isUnlisted(id) || shownIds.has(id)) continue;
      const shown = cover(id, null);
      shownIds.set(id, shown);
      if (shown !== id && !covered.has(shown)) covered.set(shown, { id, name });
    }
  }
  return {
    shown: (id) => shownIds.get(id) ?? (isUnlisted(id) ? cover(id, null) : id),
    covered: (shown) => covered.get(shown) ?? null,
  };
};
