import type { Handlers } from './http/handler.js';
import { actors } from './resources/actors.js';
import { agreement, disagreements } from './resources/agreement.js';
import { decide, retire } from './resources/deciding.js';
import { decision, decisions } from './resources/decisions.js';
import { incidentFacets, incidentMap, incidentTimeline } from './resources/incident-views.js';
import { incident, incidents } from './resources/incidents.js';
import { names } from './resources/names.js';
import { overview, queue } from './resources/overview.js';
import { people } from './resources/people.js';
import { control, place, places } from './resources/places.js';
import { exportAs, publishing } from './resources/publishing.js';
import { compare, publish, releases } from './resources/releases.js';
import { claim, explain, report, reports } from './resources/reports.js';
import { search } from './resources/search.js';
import { sources } from './resources/sources.js';
import { toll, tolls } from './resources/tolls.js';
import { work } from './resources/work.js';

/** The handler of every route. */
export const handlers: Handlers = {
  overview,
  queue,
  work,
  names,
  incidents,
  incidentFacets,
  incidentMap,
  incidentTimeline,
  incident,
  reports,
  report,
  claim,
  explain,
  tolls,
  toll,
  control,
  places,
  place,
  actors,
  sources,
  people,
  search,
  decisions,
  decision,
  decide,
  retire,
  agreement,
  disagreements,
  publishing,
  exportAs,
  releases,
  publish,
  compare,
};
