import { createCase } from '@isnad/store';
import { openTeam } from '@isnad/team';
import { type EmptyDatabase, emptyDatabase, isPostgresWanted } from '@isnad/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIsnad } from '../command-line.fixture.js';

const PASSWORD = 'four slow camels walk';

describe.skipIf(!isPostgresWanted)('isnad team', () => {
  let database: EmptyDatabase;
  const team = (...args: readonly string[]) => {
    const [command, ...rest] = args as [string, ...string[]];
    return runIsnad(
      ['team', command, database.url, ...rest, ...(command === 'list' || command === 'audit' ? [] : ['--by', 'root'])],
      {
        input: `${PASSWORD}\nnot this line\n`,
      },
    );
  };
  beforeAll(async () => {
    database = await emptyDatabase();
    const stamp = { by: 'root', at: '2019-06-30T12:00:00.000Z', tool: 'test', version: '0' };
    await (await createCase(`${database.url}?case=hajin`, 'hajin', stamp)).close();
  });
  afterAll(() => database.remove());

  it('makes the first administrator: an account, its password from standard input, and a role', async () => {
    expect(await team('add', 'amal', '--shown', 'أمل')).toMatchObject({ status: 0, out: '' });
    expect(await team('role', 'amal', 'hajin', 'administrator')).toMatchObject({ status: 0 });
    const opened = await openTeam(database.url);
    const deed = { by: 'x', at: '2019-06-30T12:00:00.000Z' };
    expect(await opened.people.withPassword('amal', PASSWORD, deed)).toMatchObject({
      shown: 'أمل',
      roles: { hajin: 'administrator' },
    });
    await opened.close();
  });

  it('lists accounts and tokens, with nothing that would let anybody in', async () => {
    const made = await team('token', 'amal', '--label', 'nightly', '--role', 'coder', '--case', 'hajin');
    const token = made.out.trim();
    expect(token).toMatch(/^isnad_[\w-]{12}_[\w-]{43}$/);
    const { lines, out } = await team('list');
    expect(lines).toMatchObject([
      { is: 'account', name: 'amal', hasPassword: true, roles: { hajin: 'administrator' } },
      { is: 'token', label: 'nightly', role: 'coder', cases: ['hajin'], endsAt: '2019-09-28T12:00:00.000Z' },
    ]);
    expect(out).not.toContain(token);
    expect(out).not.toContain('argon2');
    const id = token.slice(6, 18);
    expect(await team('revoke', '--token', id)).toMatchObject({ status: 0 });
    expect((await team('revoke', '--token', id)).err).toContain('[team/no-token]');
  });

  it('sets passwords, blocks, ends sessions, takes roles away', async () => {
    for (const args of [
      ['add', 'basim', '--email', 'basim@example.org', '--no-password'],
      ['password', 'basim'],
      ['block', 'basim'],
      ['block', 'basim', '--undo'],
      ['revoke', '--sessions', 'Basim'],
      ['role', 'amal', 'hajin', 'none'],
    ])
      expect([args, (await team(...args)).status]).toEqual([args, 0]);
    const { lines, err, status } = await team('audit');
    expect([status, err]).toEqual([0, expect.stringContaining('follows from the one before')]);
    expect(lines.map((line) => (line as { what: string }).what)).toEqual([
      'add',
      'role',
      'token',
      'revoke-token',
      'add',
      'password',
      'block',
      'unblock',
      'end-sessions',
      'role',
    ]);
    expect(lines).toEqual(lines.map(() => expect.objectContaining({ by: 'root' })));
    expect((await team('audit', '--after', '8')).lines).toHaveLength(2);
  });

  it('says when the audit trail was changed beside the program', async () => {
    await database.sql('ALTER TABLE isnad_team.audit DISABLE TRIGGER ALL');
    await database.sql("UPDATE isnad_team.audit SET details = '{}' WHERE number = 2");
    const { status, err } = await team('audit');
    expect([status, err]).toEqual([1, expect.stringContaining('line 2 of the audit trail')]);
  });

  it.each([
    [['role', 'amal', 'hajin', 'king'], 'none'],
    [['role', 'amal', 'elsewhere', 'reader'], 'cli/no-team-case'],
    [['role', 'nobody', 'hajin', 'reader'], 'team/no-person'],
    [['add', 'amal'], 'team/taken'],
    [['add', 'a b'], 'team/bad-name'],
    [['token', 'amal'], '--label'],
    [['token', 'amal', '--label', 'x', '--days', '0'], 'whole number'],
    [['revoke'], 'cli/nothing-named'],
  ])('refuses %j', async (args, why) => {
    const { status, err } = await team(...args);
    expect([status, err]).toEqual([1, expect.stringContaining(why)]);
  });

  it('takes no password as an argument, and has none for a folder', async () => {
    expect((await team('add', 'nur', '--password', PASSWORD)).status).toBe(1);
    expect((await runIsnad(['team', 'list', '/some/folder'])).err).toContain('[cli/no-team]');
    const gone = database.url.replace(/\/test_\w+$/, '/no_such_database');
    const { err } = await runIsnad(['team', 'list', gone]);
    expect(err).toContain('[team/unreachable]');
    expect(err).not.toContain('only-for-tests');
  });
});
