import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCase, openCase } from '../case/place.js';
import { storeContract } from '../contract.fixture.js';
import { stampBy } from '../given.fixture.js';

storeContract('a SQLite file', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'isnad-store-'));
  const folder = path.join(home, 'case');
  const store = await createCase(folder, 'test', stampBy());
  return {
    store,
    again: () => openCase(folder),
    remove: async () => {
      await store.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
});
