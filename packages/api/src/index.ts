/** The HTTP API: resources and routes as schemas, from which server, OpenAPI document and client are made. */
export { FACETS, type FacetName, INCIDENT_ORDERS, type IncidentOrder } from './facets.js';
export { PROBLEM_TYPE, type Problem, problem } from './problem.js';
export * from './resources/actors.js';
export * from './resources/agreement.js';
export * from './resources/claims.js';
export * from './resources/decisions.js';
export * from './resources/events.js';
export * from './resources/incidents.js';
export type { Names } from './resources/names.js';
export * from './resources/overview.js';
export * from './resources/people.js';
export * from './resources/places.js';
export * from './resources/publish.js';
export type {
  Change,
  Comparison,
  Release,
  Releases,
} from './resources/releases.js';
export type { PersonMention, Report, ReportRow } from './resources/reports.js';
export * from './resources/search.js';
export * from './resources/sources.js';
export type { Account, SignInWays } from './resources/team.js';
export * from './resources/tolls.js';
export type { Work } from './resources/work.js';
export { openApiPlainRoute, openApiRoute, type PlainRoute, type Route, SECURITY } from './routes/define.js';
export {
  type Answer,
  type Asked,
  type Asking,
  type Operation,
  plainRoutes,
  type Routes,
  routes,
} from './routes/routes.js';
export {
  openApiTeamRoute,
  type TeamAudience,
  type TeamOperation,
  type TeamRoute,
  teamRoutes,
} from './routes/team-routes.js';
