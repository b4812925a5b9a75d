import { type EmptyDatabase, emptyDatabase, isPostgresWanted, startServer } from '@isnad/testbed';
import { verify } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { STEPS } from './schema.js';
import { openTeam, type Team } from './team.js';

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return { ...real, verify: vi.fn(real.verify) };
});

const PASSWORD = 'زيتون بلا مفتاح 7';
const START = Date.parse('2026-01-05T08:00:00Z');
const after = (hours: number): string => new Date(START + hours * 3_600_000).toISOString();
const deed = (hours = 0) => ({ by: 'root', at: after(hours) });

describe.skipIf(!isPostgresWanted)('a team', () => {
  let database: EmptyDatabase;
  let team: Team;
  beforeAll(async () => {
    database = await emptyDatabase();
    team = await openTeam(`${database.url}?case=hajin`);
    await team.people.add({ name: 'Amal', shown: 'أمل', email: 'Amal@Example.org', password: PASSWORD }, deed());
    await team.people.add({ name: 'basim' }, deed());
  });
  afterAll(async () => {
    await team.close();
    await database.remove();
  });

  const amal = async () => (await team.people.list()).find(({ name }) => name === 'amal')!;
  const lastAct = async () => (await team.audit.list({ after: 0, limit: 10_000 })).at(-1)!;

  describe('accounts', () => {
    it('have a name to sign in with and one to be shown, and no password can be read out', async () => {
      expect(await team.people.list()).toMatchObject([
        { name: 'amal', shown: 'أمل', email: 'amal@example.org', hasPassword: true, isBlocked: false },
        { name: 'basim', shown: 'basim', email: null, hasPassword: false },
      ]);
      const [{ password }] = (await database.sql<{ password: string }>(
        "SELECT password FROM isnad_team.person WHERE name = 'amal'",
      )) as [{ password: string }];
      expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    });

    it.each([
      ['short', 'team/weak-password'],
      ['aaaaaaaaaaaaaaaaaa', 'team/weak-password'],
      ['my name is weak12', 'team/weak-password'],
      ['x'.repeat(300), 'team/weak-password'],
    ])('take no password that is soon guessed: %s', async (password, code) => {
      await expect(team.people.add({ name: 'weak1', password }, deed())).rejects.toMatchObject({ code });
    });

    it.each(['', 'a', 'a b', '../etc', 'a\u202eb', "a'; DROP TABLE person; --", 'x'.repeat(70), '@a'])(
      'take no name that could be another: %s',
      async (name) => {
        await expect(team.people.add({ name }, deed())).rejects.toMatchObject({ code: 'team/bad-name' });
      },
    );

    it('are each one person’s: name, shown name and address are taken once', async () => {
      for (const person of [
        { name: 'AMAL', shown: 'x' },
        { name: 'other', shown: 'أمل' },
        { name: 'other', email: 'AMAL@example.org' },
      ])
        await expect(team.people.add(person, deed())).rejects.toMatchObject({ code: 'team/taken' });
    });

    it('are signed in to with their own password only', async () => {
      expect(await team.people.withPassword(' Amal ', PASSWORD, deed())).toMatchObject({ name: 'amal' });
      // The same letters from a keyboard that composes them otherwise.
      expect(await team.people.withPassword('amal', PASSWORD.normalize('NFD'), deed())).not.toBeNull();
      for (const [name, password] of [
        ['amal', `${PASSWORD} `],
        ['amal', ''],
        ['basim', ''],
        ['basim', 'nobody has this password'],
        ['nobody', PASSWORD],
        ['x'.repeat(5000), PASSWORD],
        ['amal', 'x'.repeat(1_000_000)],
      ] as const)
        expect(await team.people.withPassword(name, password, deed())).toBeNull();
    });

    it('are tried so often and no more, from one address and from all', async () => {
      const { pair, account } = team.limits;
      const waits: number[] = [];
      for (let i = 0; i < 8; i++) waits.push(await pair.take('amal 10.0.0.1'));
      expect(waits.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
      expect(waits[7]).toBeGreaterThan(600);
      expect(await pair.take('amal 10.0.0.2')).toBe(0);
      await pair.forget('amal 10.0.0.1');
      expect(await pair.take('amal 10.0.0.1')).toBe(0);
      const tries = await Promise.all(Array.from({ length: 60 }, () => account.take('amal')));
      expect(tries.filter((wait) => wait === 0)).toHaveLength(40);
      expect(JSON.stringify(await database.sql('SELECT * FROM isnad_team.attempt'))).not.toContain('10.0.0');
    });

    it('cost as much work to refuse where there is no such account, or no password', async () => {
      for (const name of ['amal', 'nobody', 'basim']) {
        vi.mocked(verify).mockClear();
        expect(await team.people.withPassword(name, 'not the password', deed())).toBeNull();
        expect(vi.mocked(verify)).toHaveBeenCalledTimes(1);
      }
    });

    it('can be blocked: no password, session or token of theirs works until they are let in again', async () => {
      const session = await team.sessions.begin(await amal(), 'password', deed());
      const scope = { label: 'x', role: 'reader', cases: null, days: 1 } as const;
      const { token } = await team.tokens.make('amal', scope, deed());
      await team.people.setBlocked('amal', true, deed());
      expect(await team.people.withPassword('amal', PASSWORD, deed())).toBeNull();
      expect(await team.sessions.find(session, after(0))).toBeNull();
      expect(await team.tokens.find(token, after(0))).toBeNull();
      await team.people.setBlocked('amal', false, deed());
      expect(await team.people.withPassword('amal', PASSWORD, deed())).not.toBeNull();
      expect(await team.sessions.find(session, after(0))).toBeNull();
    });
  });

  describe('roles', () => {
    it('are given per case, changed and taken away', async () => {
      await team.people.setRole('amal', 'hajin', 'coder', deed());
      await team.people.setRole('amal', 'constructor', 'reader', deed());
      expect((await amal()).roles).toEqual({ hajin: 'coder', constructor: 'reader' });
      expect((await amal()).roles['toString']).toBeUndefined();
      await team.people.setRole('Amal', 'hajin', 'editor', deed());
      await team.people.setRole('amal', 'constructor', null, deed());
      expect((await amal()).roles).toEqual({ hajin: 'editor' });
      expect(await lastAct()).toMatchObject({
        by: 'root',
        what: 'role',
        subject: 'amal',
        case: 'constructor',
        details: { before: 'reader', role: null },
      });
      await expect(team.people.setRole('nobody', 'hajin', 'reader', deed())).rejects.toMatchObject({
        code: 'team/no-person',
      });
    });
  });

  describe('sessions', () => {
    it('are known by a secret of which only the hash is kept', async () => {
      const secret = await team.sessions.begin(await amal(), 'password', deed());
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect(await team.sessions.find(secret, after(1))).toMatchObject({ name: 'amal' });
      const kept = JSON.stringify(await database.sql('SELECT * FROM isnad_team.session'));
      expect(kept).not.toContain(secret);
      for (const wrong of ['', secret.slice(1), `${secret}x`, secret.toLowerCase()])
        expect(await team.sessions.find(wrong, after(1))).toBeNull();
    });

    it('end when they are ended, when a password is set, when nobody used them, and after a week', async () => {
      const begin = async () => team.sessions.begin(await amal(), 'password', deed());
      const [ended, both, other] = [await begin(), await begin(), await begin()];
      await team.sessions.end(ended, deed());
      expect(await team.sessions.find(ended, after(0))).toBeNull();
      expect(await team.sessions.find(both, after(0))).not.toBeNull();
      expect(await team.sessions.endAll('amal', deed())).toBeGreaterThan(1);
      for (const one of [both, other]) expect(await team.sessions.find(one, after(0))).toBeNull();

      const set = await begin();
      await team.people.setPassword('amal', PASSWORD, deed());
      expect(await team.sessions.find(set, after(0))).toBeNull();

      const idle = await begin();
      expect(await team.sessions.find(idle, after(11))).not.toBeNull();
      expect(await team.sessions.find(idle, after(22))).not.toBeNull();
      expect(await team.sessions.find(idle, after(35))).toBeNull();

      const used = await begin();
      for (let hours = 10; hours < 168; hours += 10)
        expect(await team.sessions.find(used, after(hours))).not.toBeNull();
      expect(await team.sessions.find(used, after(169))).toBeNull();
    });

    it('take back from a provider what was asked, once and in time', async () => {
      await team.sessions.await('s1', { nonce: 'n' }, after(0));
      expect(await team.sessions.awaited('s1', after(0))).toEqual({ nonce: 'n' });
      expect(await team.sessions.awaited('s1', after(0))).toBeNull();
      await team.sessions.await('s2', {}, after(0));
      expect(await team.sessions.awaited('s2', after(1))).toBeNull();
    });
  });

  describe('an identity provider', () => {
    const identity = { issuer: 'https://id.example', subject: '77', email: 'Basim@example.org' };

    it('leads to the account with its address, and from then on by its own id', async () => {
      expect(await team.people.withIdentity(identity, deed())).toBeNull();
      await team.people.add({ name: 'nur', email: 'basim@example.org' }, deed());
      expect(await team.people.withIdentity({ ...identity, email: null }, deed())).toBeNull();
      expect(await team.people.withIdentity(identity, deed())).toMatchObject({ name: 'nur', isLinked: true });
      expect(await lastAct()).toMatchObject({ what: 'link', subject: 'nur' });
      expect(await team.people.withIdentity({ ...identity, email: 'new@example.org' }, deed())).toMatchObject({
        name: 'nur',
      });
      // Neither another person of the provider nor the same id at another provider is let in by the address.
      expect(await team.people.withIdentity({ ...identity, subject: '78' }, deed())).toBeNull();
      expect(await team.people.withIdentity({ ...identity, issuer: 'https://other.example' }, deed())).toBeNull();
    });
  });

  describe('tokens', () => {
    const scope = { label: 'nightly', role: 'coder', cases: ['hajin'], days: 30 } as const;

    it('are shown once, found by their hash, and say what they may', async () => {
      const { id, token } = await team.tokens.make('amal', scope, deed());
      expect(token).toMatch(/^isnad_[\w-]{12}_[\w-]{43}$/);
      expect(await team.tokens.find(token, after(1))).toMatchObject({
        id,
        role: 'coder',
        cases: ['hajin'],
        person: { name: 'amal' },
      });
      expect(JSON.stringify(await database.sql('SELECT * FROM isnad_team.token'))).not.toContain(token.slice(-43));
      expect(JSON.stringify(await team.audit.list({ after: 0, limit: 10_000 }))).not.toContain(token.slice(-43));
      expect((await team.tokens.list()).find((one) => one.id === id)).toMatchObject({
        person: 'amal',
        label: 'nightly',
        usedOn: '2026-01-05',
        isRevoked: false,
      });
    });

    it('end by being revoked, and by their day', async () => {
      const { id, token } = await team.tokens.make('amal', scope, deed());
      expect(await team.tokens.find(token, after(24 * 31))).toBeNull();
      await team.tokens.revoke(id, deed());
      expect(await team.tokens.find(token, after(0))).toBeNull();
      await expect(team.tokens.revoke(id, deed())).rejects.toMatchObject({ code: 'team/no-token' });
      for (const wrong of ['', 'isnad_', `isnad_${id}_`, `${token}x`, token.replace(id, 'AAAAAAAAAAAA')])
        expect(await team.tokens.find(wrong, after(0))).toBeNull();
    });
  });

  describe('the audit trail', () => {
    const act = { what: 'decide', subject: 'd:1', case: 'hajin', details: { kind: 'accept', about: ['c:1'] } };

    it('tells of every change, each line chained to the one before', async () => {
      await Promise.all(Array.from({ length: 20 }, () => team.audit.append(act, deed())));
      const all = await team.audit.list({ after: 0, limit: 10_000 });
      expect(all.map(({ number }) => number)).toEqual(all.map((_, i) => i + 1));
      expect(all[0]).toMatchObject({ number: 1, what: 'add', subject: 'amal', previous: '0'.repeat(64) });
      expect(all.at(-1)).toMatchObject({ ...act, by: 'root' });
      expect(await team.audit.brokenAt()).toBeNull();
      expect(JSON.stringify(all)).not.toContain(PASSWORD);
    });

    it.each([
      "UPDATE isnad_team.audit SET by = 'nobody' WHERE number = 1",
      'DELETE FROM isnad_team.audit',
      'TRUNCATE isnad_team.audit',
      'TRUNCATE isnad_team.audit CASCADE',
    ])('refuses, in the database: %s', async (statement) => {
      await expect(database.sql(statement)).rejects.toThrow('the audit trail only grows');
    });

    it('shows where somebody who took the triggers away has changed it', async () => {
      await database.sql('ALTER TABLE isnad_team.audit DISABLE TRIGGER ALL');
      await database.sql("UPDATE isnad_team.audit SET by = 'nobody' WHERE number = 3");
      expect(await team.audit.brokenAt()).toBe(3);
      await database.sql("UPDATE isnad_team.audit SET by = 'root' WHERE number = 3");
      expect(await team.audit.brokenAt()).toBeNull();
      await database.sql('DELETE FROM isnad_team.audit WHERE number = 2');
      expect(await team.audit.brokenAt()).toBe(3);
    });
  });

  it('is made once, by however many come at the same time, and not opened by an older program', async () => {
    const other = await emptyDatabase();
    const teams = await Promise.all(Array.from({ length: 4 }, () => openTeam(other.url)));
    await Promise.all(teams.map((one) => one.close()));
    await other.sql('INSERT INTO isnad_team.step VALUES ($1)', [STEPS.length + 1]);
    await expect(openTeam(other.url)).rejects.toMatchObject({ code: 'team/newer' });
    await other.remove();
    await expect(openTeam(other.url)).rejects.toMatchObject({ code: 'team/unreachable' });
  });

  it('says that its database is away while it restarts, and goes on when it is back', async () => {
    const server = await startServer();
    const away = await openTeam(server.url('postgres'));
    await away.people.add({ name: 'amal' }, deed());
    await server.stop();
    for (const ask of [
      away.people.list,
      () => away.audit.append({ what: 'x', subject: 'x', case: null, details: {} }, deed()),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'team/unreachable' });
    await server.start();
    expect(await away.people.list()).toHaveLength(1);
    expect(await away.audit.brokenAt()).toBeNull();
    await away.close();
    await server.remove();
  });
});
