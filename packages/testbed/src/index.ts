/** What tests need besides the code: a PostgreSQL server of their own. Imported by tests and fixtures only. */
export { type EmptyDatabase, emptyDatabase, isPostgresWanted, readForAWhile } from './postgres/database.js';
export { postgresPrograms } from './postgres/programs.js';
export { type Server, startServer } from './postgres/server.js';
