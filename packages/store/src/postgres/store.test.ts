import { emptyDatabase, isPostgresWanted } from '@isnad/testbed';
import { createCase, openCase } from '../case/place.js';
import { storeContract } from '../contract.fixture.js';
import { stampBy } from '../given.fixture.js';

let database: Awaited<ReturnType<typeof emptyDatabase>> | null = null;
let cases = 0;

if (isPostgresWanted)
  storeContract('a schema of PostgreSQL', async () => {
    database ??= await emptyDatabase();
    const address = `${database.url}?case=t${++cases}`;
    const store = await createCase(address, 'test', stampBy());
    return { store, again: () => openCase(address), remove: () => store.close() };
  });
