/** The HTTP API over a case. */
export type { Work } from '@isnad/api';
export type { Casebook, ExportedFiles, Found, FoundPage, Page, Progress, Snapshot } from './case/casebook.js';
export { type MemoryCase, memoryCasebook } from './case/memory.js';
export type { Compared, KeptRelease, ReleaseTerms, Releasing } from './case/releasing.js';
export { type CaseWords, type LexiconWords, NO_WORDS, wordsOfRecord } from './case/words.js';
export { type ApiOptions, createApi } from './http/app.js';
export { Refused } from './http/refused.js';
export { openStage, type Stage } from './live/stage.js';
export { type CaseState, createMetrics, type Metrics } from './operations/metrics.js';
export { createOperations, type OperationsOptions } from './operations/operations.js';
export type { SeenRequest } from './operations/seen.js';
export { OWNER, type Viewer } from './security/viewer.js';
export { createServer, type ServerOptions } from './server.js';
export { createSite } from './static/site.js';
export type { CaseMount, TeamCases } from './team/cases.js';
export { openIdProvider, type Provider, type ProviderSettings } from './team/provider.js';
export { createTeamServer, type TeamServerOptions } from './team/team-server.js';
