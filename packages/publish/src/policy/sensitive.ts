import { fold } from '@isnad/arabic';
import type { Incident, PlaceMention, RecordedClaim, RecordedPlace } from '@isnad/model';
import type { Words } from '../input.js';
import type { Policy } from './policy.js';

/** Tells what the policy counts as sensitive. */
export interface Sensitivity {
  readonly ofClaim: (claim: RecordedClaim) => boolean;
  readonly ofIncident: (incident: Incident) => boolean;
}

type AnyPlace = Pick<RecordedPlace, 'id' | 'name' | 'nameAr'> | Pick<PlaceMention, 'id' | 'name' | 'text'>;

/** Reads the policy's tables once; with a lifted policy nothing is sensitive. */
export const sensitivity = (policy: Policy, words: Words): Sensitivity => {
  if (policy.lifted !== null) return { ofClaim: () => false, ofIncident: () => false };
  const placeWords = Object.keys(policy.placeWords).map((word) => fold(word).toLowerCase());
  const isSensitiveType = (type: string): boolean => (words.events.get(type)?.sensitive ?? null) !== null;
  const known = new Map<string, boolean>();
  const isSensitivePlace = (place: AnyPlace): boolean => {
    const entry = words.places.get(place.id);
    const written = 'text' in place ? place.text : (place.nameAr ?? '');
    const key = `${place.id}\n${written}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const names = ` ${fold([place.name, written, entry?.nameAr ?? ''].join(' ')).toLowerCase()} `;
    const is = (entry && entry.kind in policy.placeKinds) || placeWords.some((word) => names.includes(` ${word} `));
    known.set(key, Boolean(is));
    return Boolean(is);
  };
  return {
    ofClaim: (claim) =>
      (claim.kind === 'event' ? isSensitiveType(claim.type) : claim.measure in policy.measures) ||
      claim.places.some(isSensitivePlace),
    ofIncident: (incident) =>
      isSensitiveType(incident.type) || (incident.place !== null && isSensitivePlace(incident.place)),
  };
};
