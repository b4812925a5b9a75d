import type { FacetName } from '@isnad/client';
import {
  familyName,
  groupName,
  measureName,
  placeName,
  sideName,
  sourceName,
  term,
  typeName,
} from '../../words/names.js';

const NAMES: Readonly<Record<FacetName, (id: string) => string>> = {
  family: familyName,
  type: typeName,
  actor: sideName,
  place: placeName,
  group: groupName,
  measure: measureName,
  grade: (id) => term('grade', id),
  source: sourceName,
  outlet: sourceName,
  modality: (id) => term('modality', id),
  dispute: (id) => term('dispute', id),
};

/** The name of a value of a facet. */
export const facetName = (facet: FacetName, value: string): string => NAMES[facet](value);
