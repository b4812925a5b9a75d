import pg from 'pg';
import { ALIVE } from './schema.js';

/** Between two tries to be connected again, in milliseconds. */
const PAUSE = 250;

/**
 * Holds a lock of the session under the name of a worker. PostgreSQL lets it go with the connection, so a worker that
 * was killed is known to be dead at once, without a clock. Connected again after a cut.
 */
export const stayAlive = (address: string, worker: string): { readonly end: () => Promise<void> } => {
  let ended = false;
  let client: pg.Client | null = null;
  let wake: () => void = () => undefined;
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: address, application_name: `isnad ${worker}`, keepAlive: true });
    const gone = new Promise<void>((resolve) => {
      fresh.on('end', resolve);
      fresh.on('error', () => resolve());
    });
    await fresh.connect();
    client = fresh;
    await fresh.query('SELECT pg_advisory_lock($1, hashtext($2))', [ALIVE, worker]);
    await gone;
  };
  const running = (async () => {
    while (!ended) {
      await connect().catch(() => undefined);
      client = null;
      if (!ended)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, PAUSE);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
    }
  })();
  return {
    end: async () => {
      ended = true;
      wake();
      await client?.end().catch(() => undefined);
      await running;
    },
  };
};
