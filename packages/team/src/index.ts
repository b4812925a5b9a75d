/** Who may do what: accounts, roles per case, sessions, tokens and the audit trail, in PostgreSQL. */
export type { Audit, AuditAct, AuditEntry, Deed } from './audit.js';
export { TeamError, type TeamErrorCode } from './errors.js';
export type { Limit, Limits } from './limits.js';
export type { Identity, NewPerson, People } from './people.js';
export type { Person } from './person.js';
export { newSecret } from './secrets.js';
export type { Sessions } from './sessions.js';
export { openTeam, type Team } from './team.js';
export type { Token, TokenScope, Tokens } from './tokens.js';
