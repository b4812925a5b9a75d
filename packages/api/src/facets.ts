/**
 * By what incidents are counted and filtered, in the order in which people are shown it. No schema is needed to know
 * this, so that pages may have it without the library of schemas.
 */
export const FACETS = [
  'family',
  'type',
  'actor',
  'place',
  'group',
  'measure',
  'grade',
  'source',
  'outlet',
  'modality',
  'dispute',
] as const;
export type FacetName = (typeof FACETS)[number];

/** Orders of a list of incidents; `-` is descending. */
export const INCIDENT_ORDERS = ['date', '-date', '-reports', '-harmed'] as const;
export type IncidentOrder = (typeof INCIDENT_ORDERS)[number];
