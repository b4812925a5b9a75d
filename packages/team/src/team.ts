import { type Audit, auditIn } from './audit.js';
import { openDatabase } from './database.js';
import { type Limits, limitsIn } from './limits.js';
import { type People, peopleIn } from './people.js';
import { type Sessions, sessionsIn } from './sessions.js';
import { type Tokens, tokensIn } from './tokens.js';

/** A team as its database keeps it. Each change and its line in the audit trail are one. */
export interface Team {
  readonly people: People;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly audit: Audit;
  /** Tries at signing in. */
  readonly limits: Limits;
  readonly close: () => Promise<void>;
}

/**
 * Opens the team of a database; its schema is made when it is not there.
 * @param address `postgres://…`
 */
export const openTeam = async (address: string): Promise<Team> => {
  const database = await openDatabase(address);
  return {
    people: peopleIn(database),
    sessions: sessionsIn(database),
    tokens: tokensIn(database),
    audit: auditIn(database),
    limits: limitsIn(database.pool),
    close: database.close,
  };
};
