import pg from 'pg';

/**
 * Connections to the team's database. A cut shows in whatever is asked next; of one that is idle, or that is being
 * closed while the server goes down, it is nobody's business and must not end the process.
 */
export const poolOf = (address: string, max: number, name: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString: address, max, application_name: name });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
};
