// Written by tools/write-addresses.mjs from the routes of @isnad/api; a test fails when it is not up to date.
import type { Operation } from '@isnad/api';

/** Method and path by operation. */
export const ADDRESSES: Readonly<Record<Operation, readonly ['GET' | 'POST', string]>> = {
  overview: ['GET', '/api/overview'],
  queue: ['GET', '/api/queues/:queue'],
  names: ['GET', '/api/names'],
  incidents: ['GET', '/api/incidents'],
  incidentFacets: ['GET', '/api/incidents/facets'],
  incidentMap: ['GET', '/api/incidents/map'],
  incidentTimeline: ['GET', '/api/incidents/timeline'],
  incident: ['GET', '/api/incidents/:id'],
  reports: ['GET', '/api/reports'],
  report: ['GET', '/api/reports/:id'],
  claim: ['GET', '/api/claims/:id'],
  explain: ['GET', '/api/claims/:id/explanation'],
  tolls: ['GET', '/api/tolls'],
  toll: ['GET', '/api/tolls/:id'],
  control: ['GET', '/api/control'],
  places: ['GET', '/api/places'],
  place: ['GET', '/api/places/:id'],
  actors: ['GET', '/api/actors'],
  sources: ['GET', '/api/sources'],
  people: ['GET', '/api/people'],
  search: ['GET', '/api/search'],
  decisions: ['GET', '/api/decisions'],
  decision: ['GET', '/api/decisions/:id'],
  decide: ['POST', '/api/decisions'],
  retire: ['POST', '/api/decisions/:id/retirement'],
  agreement: ['GET', '/api/agreement'],
  disagreements: ['GET', '/api/agreement/disagreements'],
  publishing: ['GET', '/api/publishing'],
};
