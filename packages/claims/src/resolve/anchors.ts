import type { Gazetteer, Place } from '@isnad/lexicon';
import type { Item } from '../scan/item.js';

/** Namesakes nearer than this to each other are a town and what is named after it. */
const ONE_NEIGHBOURHOOD_KM = 30;

/** The places that a report names and that lie where all of their namesakes do: what imported ones are held against. */
export const anchorsOf = (sentences: readonly (readonly Item[])[], gazetteer: Gazetteer): readonly Place[] => {
  const anchors = new Set<Place>();
  for (const items of sentences)
    for (const { place } of items) {
      if (!place || place.anaphoric || place.instead) continue;
      const [first, ...others] = place.candidates.filter(({ lat, imported }) => lat !== null && !imported);
      if (first === undefined || first.needsHead) continue;
      const apart = (other: Place): number => gazetteer.distanceKm(first.id, other.id) ?? Infinity;
      if (others.every((other) => apart(other) <= ONE_NEIGHBOURHOOD_KM))
        for (const one of [first, ...others]) anchors.add(one);
    }
  return [...anchors];
};
