import { describe, expect, it } from 'vitest';
import { emptyDatabase, isPostgresWanted } from './database.js';
import { startServer } from './server.js';

describe.skipIf(!isPostgresWanted)('a PostgreSQL server for tests', () => {
  it('gives each test a database of its own', async () => {
    const [a, b] = await Promise.all([emptyDatabase(), emptyDatabase()]);
    await a.sql('CREATE TABLE x (word text)');
    await a.sql('INSERT INTO x VALUES ($1)', ['قصف']);
    expect(await a.sql('SELECT word FROM x')).toEqual([{ word: 'قصف' }]);
    expect(await b.sql("SELECT to_regclass('x') AS x")).toEqual([{ x: null }]);
    await Promise.all([a.remove(), b.remove()]);
    await expect(a.sql('SELECT 1')).rejects.toThrow('does not exist');
  });

  it('can be stopped and started where a test has one for itself', async () => {
    const server = await startServer();
    await server.stop('kill');
    await server.start();
    await server.remove();
  });
});
