import { z } from '@hono/zod-openapi';
import { actors } from '../resources/actors.js';
import { agreement, disagreementList, disagreementPage } from '../resources/agreement.js';
import { claim, explanation } from '../resources/claims.js';
import { acknowledged, decision, decisionList, decisionPage, newDecision, retirement } from '../resources/decisions.js';
import {
  facets,
  incident,
  incidentFilter,
  incidentList,
  incidentPage,
  mapPoints,
  timeline,
  timelineQuery,
} from '../resources/incidents.js';
import { names } from '../resources/names.js';
import { overview, overviewQuery, queueName, taskList, taskPage } from '../resources/overview.js';
import { peopleList, peoplePage } from '../resources/people.js';
import { control, controlQuery, placeDetail, placeList, placePage } from '../resources/places.js';
import { exported, publishing } from '../resources/publish.js';
import { comparedStates, comparison, newRelease, release, releases } from '../resources/releases.js';
import { nameQuery, report, reportList, reportPage, reportQuery } from '../resources/reports.js';
import { hitPage, searchQuery } from '../resources/search.js';
import { sources } from '../resources/sources.js';
import { toll, tollList, tollPage } from '../resources/tolls.js';
import { workAnswer } from '../resources/work.js';
import { id } from '../shapes.js';
import { type PlainRoute, reads, writes } from './define.js';

const byId = z.object({ id });

/** Every route, by its operation id. The router, the OpenAPI document and the client are made of this one table. */
export const routes = {
  overview: reads({
    path: '/api/overview',
    tag: 'overview',
    role: 'reader',
    summary: 'What the case holds, what changed, and how much needs judgement',
    query: overviewQuery,
    answer: overview,
  }),
  queue: reads({
    path: '/api/queues/:queue',
    tag: 'overview',
    role: 'reader',
    summary: 'What needs judgement, of one kind; settled things are off it',
    params: z.object({ queue: queueName }),
    query: taskList,
    answer: taskPage,
  }),
  work: reads({
    path: '/api/work',
    tag: 'work',
    role: 'reader',
    summary: 'How far workers have come with reading the case',
    answer: workAnswer,
  }),
  names: reads({
    path: '/api/names',
    tag: 'overview',
    role: 'reader',
    summary: 'Words for every id, in both languages',
    answer: names,
  }),

  incidents: reads({
    path: '/api/incidents',
    tag: 'incidents',
    role: 'reader',
    summary: 'Incidents under a filter, in pages',
    query: incidentList,
    answer: incidentPage,
  }),
  incidentFacets: reads({
    path: '/api/incidents/facets',
    tag: 'incidents',
    role: 'reader',
    summary: 'How many incidents each value of each facet has under a filter',
    query: incidentFilter,
    answer: facets,
  }),
  incidentMap: reads({
    path: '/api/incidents/map',
    tag: 'incidents',
    role: 'reader',
    summary: 'All placed incidents under a filter, as columns',
    query: incidentFilter,
    answer: mapPoints,
  }),
  incidentTimeline: reads({
    path: '/api/incidents/timeline',
    tag: 'incidents',
    role: 'reader',
    summary: 'Incidents under a filter, counted by time',
    query: timelineQuery,
    answer: timeline,
  }),
  incident: reads({
    path: '/api/incidents/:id',
    tag: 'incidents',
    role: 'reader',
    summary: 'One incident: figures and who says them, chain of sources, claims, look-alikes, decisions',
    params: byId,
    query: nameQuery,
    answer: incident,
  }),

  reports: reads({
    path: '/api/reports',
    tag: 'reports',
    role: 'reader',
    summary: 'Reports under a filter, in pages',
    query: reportList,
    answer: reportPage,
  }),
  report: reads({
    path: '/api/reports/:id',
    tag: 'reports',
    role: 'reader',
    summary: 'One report: text, claims with their spans, furniture, attribution scopes, persons',
    params: byId,
    query: reportQuery,
    answer: report,
  }),
  claim: reads({
    path: '/api/claims/:id',
    tag: 'reports',
    role: 'reader',
    summary: 'One claim',
    params: byId,
    query: nameQuery,
    answer: claim,
  }),
  explain: reads({
    path: '/api/claims/:id/explanation',
    tag: 'reports',
    role: 'reader',
    summary: 'Why the reader saw a claim: the tree of rules, as `isnad explain` tells it',
    params: byId,
    answer: explanation,
  }),

  tolls: reads({
    path: '/api/tolls',
    tag: 'tolls',
    role: 'reader',
    summary: 'Running counts with their points and checks',
    query: tollList,
    answer: tollPage,
  }),
  toll: reads({
    path: '/api/tolls/:id',
    tag: 'tolls',
    role: 'reader',
    summary: 'One running count',
    params: byId,
    answer: toll,
  }),

  control: reads({
    path: '/api/control',
    tag: 'places',
    role: 'reader',
    summary: 'Who is said to hold which place over time',
    query: controlQuery,
    answer: control,
  }),
  places: reads({
    path: '/api/places',
    tag: 'places',
    role: 'reader',
    summary: 'Places of the case',
    query: placeList,
    answer: placePage,
  }),
  place: reads({
    path: '/api/places/:id',
    tag: 'places',
    role: 'reader',
    summary: 'One place: how it is written, who held it, what is written alike',
    params: byId,
    answer: placeDetail,
  }),
  actors: reads({
    path: '/api/actors',
    tag: 'actors',
    role: 'reader',
    summary: 'The sides, and how each outlet names them',
    answer: actors,
  }),
  sources: reads({
    path: '/api/sources',
    tag: 'sources',
    role: 'reader',
    summary: 'Outlets and sources, and who depends on whom',
    answer: sources,
  }),
  people: reads({
    path: '/api/people',
    tag: 'people',
    role: 'reader',
    summary: 'Those harmed whom reports name or describe; names are covered unless asked for',
    query: peopleList,
    answer: peoplePage,
  }),
  search: reads({
    path: '/api/search',
    tag: 'search',
    role: 'reader',
    summary: 'Reports or claims that hold the words, with the places of the hits',
    query: searchQuery,
    answer: hitPage,
  }),

  decisions: reads({
    path: '/api/decisions',
    tag: 'decisions',
    role: 'reader',
    summary: 'What people decided, newest first; orphaned ones too',
    query: decisionList,
    answer: decisionPage,
  }),
  decision: reads({
    path: '/api/decisions/:id',
    tag: 'decisions',
    role: 'reader',
    summary: 'One decision',
    params: byId,
    query: nameQuery,
    answer: decision,
  }),
  decide: writes({
    path: '/api/decisions',
    tag: 'decisions',
    role: 'coder',
    summary: 'Decide; answered once the decision is kept for good',
    body: newDecision,
    answer: acknowledged,
  }),
  retire: writes({
    path: '/api/decisions/:id/retirement',
    tag: 'decisions',
    role: 'coder',
    summary: 'Take a decision back; retiring a retirement restores it',
    params: byId,
    body: retirement,
    answer: acknowledged,
  }),
  agreement: reads({
    path: '/api/agreement',
    tag: 'decisions',
    role: 'reader',
    summary: 'How far coders agree, by field (Krippendorff’s alpha)',
    answer: agreement,
  }),
  disagreements: reads({
    path: '/api/agreement/disagreements',
    tag: 'decisions',
    role: 'reader',
    summary: 'What coders decided differently, to be adjudicated',
    query: disagreementList,
    answer: disagreementPage,
  }),

  publishing: reads({
    path: '/api/publishing',
    tag: 'publish',
    role: 'reader',
    summary: 'The publication policy, and the forms that exports can take',
    answer: publishing,
  }),
  exportAs: reads({
    path: '/api/exports/:form',
    tag: 'publish',
    role: 'reader',
    summary: 'The case in a form that others read: its files, and what the form cannot hold',
    params: z.object({ form: z.string().max(40) }),
    answer: exported,
  }),
  releases: reads({
    path: '/api/releases',
    tag: 'publish',
    role: 'reader',
    summary: 'Numbered, frozen publications of the case, newest first',
    answer: releases,
  }),
  publish: writes({
    path: '/api/releases',
    tag: 'publish',
    role: 'publisher',
    summary: 'Freeze what may be published now as the next release',
    body: newRelease,
    answer: release,
  }),
  compare: reads({
    path: '/api/releases/:from/changes/:to',
    tag: 'publish',
    role: 'reader',
    summary: 'What changed between two releases, or from one to now, in sentences and because of what',
    params: comparedStates,
    answer: comparison,
  }),
} as const;

/** Routes of a case that give files and streams. */
export const plainRoutes = {
  exportFile: {
    path: '/api/exports/:form/:file',
    tag: 'publish',
    role: 'reader',
    summary: 'A file of an export, to be kept',
    params: z.object({ form: z.string(), file: z.string() }),
    gives: 'application/octet-stream',
  },
  releaseFile: {
    path: '/api/releases/:number/files/*',
    tag: 'publish',
    role: 'reader',
    summary: 'A file of a release, to be kept; its name may hold slashes',
    params: z.object({ number: z.string(), name: z.string() }),
    gives: 'application/octet-stream',
  },
  events: {
    path: '/api/events',
    tag: 'overview',
    role: 'reader',
    summary: 'What happens to the case, as it happens: one LiveEvent a line of data',
    params: z.object({}),
    gives: 'text/event-stream',
  },
} as const satisfies Readonly<Record<string, PlainRoute>>;

export type Routes = typeof routes;
export type Operation = keyof Routes;

/** What a client gives for a route. */
export interface Asking<O extends Operation> {
  readonly params: z.input<Routes[O]['params']>;
  readonly query: z.input<Routes[O]['query']>;
  readonly body: z.input<Routes[O]['body']>;
}

/** What a route's handler is given, once checked. */
export interface Asked<O extends Operation> {
  readonly params: z.output<Routes[O]['params']>;
  readonly query: z.output<Routes[O]['query']>;
  readonly body: z.output<Routes[O]['body']>;
}

export type Answer<O extends Operation> = z.output<Routes[O]['answer']>;
