import type { Acknowledged, Overview } from '@isnad/api';
import { isPostgresWanted } from '@isnad/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CASE, HOST, OTHER, PASSWORD, type ServedTeam, serveTeam } from './team.fixture.js';

describe.skipIf(!isPostgresWanted)('the server of a team', () => {
  let served: ServedTeam;
  beforeAll(async () => {
    served = await serveTeam();
  });
  afterAll(async () => {
    expect(served.slips).toEqual([]);
    await served.remove();
  });

  const json = async <T>(response: Response | Promise<Response>): Promise<T> => (await (await response).json()) as T;
  const signIn = (body: object, headers: object = {}) => served.post('nobody', '/api/session', body, headers);
  const cookieIn = (response: Response): string => response.headers.get('set-cookie')!.split(';')[0]!;

  describe('signing in', () => {
    it('says how, and gives a session to name and password', async () => {
      expect(await json(served.ask('nobody', '/api/sign-in'))).toEqual({
        signedIn: false,
        password: true,
        provider: null,
      });
      const response = await signIn({ name: 'Coder', password: PASSWORD });
      expect([response.status, await response.json()]).toEqual([
        201,
        {
          name: 'coder',
          shown: 'The coder',
          hasPassword: true,
          cases: [{ name: CASE, title: 'هجين ٢٠١٨', role: 'coder' }],
        },
      ]);
      expect(response.headers.get('set-cookie')).toMatch(/^isnad=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
      const cookie = cookieIn(response);
      const account = await served.ask('nobody', '/api/account', { headers: { cookie } });
      expect(await account.json()).toMatchObject({ name: 'coder' });
    });

    it('over HTTPS gives a cookie that goes nowhere else', async () => {
      const secure = await serveTeam({ isSecure: true });
      const response = await secure.post('nobody', '/api/session', { name: 'coder', password: PASSWORD });
      expect(response.headers.get('set-cookie')).toMatch(
        /^__Host-isnad=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      );
      expect(response.headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
      // A cookie of that name without the prefix counts for nothing there.
      expect((await secure.ask('coder', '/api/account')).status).toBe(401);
      await secure.remove();
    });

    it('tells a wrong name and a wrong password alike', async () => {
      const answers = await Promise.all(
        [
          { name: 'coder', password: 'not the password' },
          { name: 'no such account', password: PASSWORD },
          { name: '__proto__', password: PASSWORD },
        ].map(async (body) => {
          const response = await signIn(body, { 'x-test-address': '10.0.0.9' });
          return [response.status, await response.text(), response.headers.get('set-cookie')];
        }),
      );
      expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
      expect(answers[0]).toEqual([401, expect.stringContaining('api/wrong-password'), null]);
      await expect
        .poll(async () => (await served.team.audit.list({ after: 0, limit: 1_000 })).map(({ what }) => what))
        .toContain('sign-in-refused');
    });

    it('is let be after some tries, from there, even with the right password', async () => {
      const from = { 'x-test-address': '10.9.9.9' };
      const statuses: number[] = [];
      for (let i = 0; i < 7; i++) statuses.push((await signIn({ name: 'editor', password: 'wrong' }, from)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429]);
      const refused = await signIn({ name: 'editor', password: PASSWORD }, from);
      expect([refused.status, Number(refused.headers.get('retry-after')) > 60]).toEqual([429, true]);
      expect((await refused.json()) as object).toMatchObject({ code: 'api/too-many-requests' });
      expect((await signIn({ name: 'editor', password: PASSWORD }, { 'x-test-address': '10.9.9.8' })).status).toBe(201);
    });

    it('takes over no session that somebody planted, and ends the one before', async () => {
      const planted = `isnad=${'A'.repeat(43)}`;
      const first = cookieIn(await signIn({ name: 'reader', password: PASSWORD }, { cookie: planted }));
      expect(first).not.toBe(planted);
      const second = cookieIn(await signIn({ name: 'reader', password: PASSWORD }, { cookie: first }));
      const status = async (cookie: string) =>
        (await served.ask('nobody', '/api/account', { headers: { cookie } })).status;
      expect([await status(planted), await status(first), await status(second)]).toEqual([401, 401, 200]);
    });

    it('has a password that whoever knows it can change, and nobody else', async () => {
      const deed = { by: 'test', at: new Date().toISOString() };
      await served.team.people.add({ name: 'changer', password: PASSWORD }, deed);
      const begin = async (password = PASSWORD) => signIn({ name: 'changer', password });
      const [cookie, elsewhere] = [cookieIn(await begin()), cookieIn(await begin())];
      const change = (body: object) => served.post('nobody', '/api/password', body, { cookie });
      const next = 'eight wet umbrellas';
      expect((await change({ password: 'wrong', next })).status).toBe(401);
      const weak = await change({ password: PASSWORD, next: 'short' });
      expect([weak.status, await weak.json()]).toEqual([400, expect.objectContaining({ code: 'team/weak-password' })]);
      const changed = await change({ password: PASSWORD, next });
      expect(changed.status).toBe(201);
      const status = async (held: string) =>
        (await served.ask('nobody', '/api/account', { headers: { cookie: held } })).status;
      expect([await status(cookie), await status(elsewhere), await status(cookieIn(changed))]).toEqual([401, 401, 200]);
      expect([(await begin()).status, (await begin(next)).status]).toEqual([401, 201]);
      const { token } = await served.team.tokens.make(
        'changer',
        { label: 't', role: 'reader', cases: null, days: 1 },
        deed,
      );
      const byToken = await served.post(
        'nobody',
        '/api/password',
        { password: next, next: PASSWORD },
        {
          authorization: `Bearer ${token}`,
        },
      );
      expect(byToken.status).toBe(403);
    });

    it('ends by signing out, here or everywhere', async () => {
      const begin = async () => cookieIn(await signIn({ name: 'publisher', password: PASSWORD }));
      const [one, two, three] = [await begin(), await begin(), await begin()];
      const out = await served.post('nobody', '/api/session/end', {}, { cookie: one });
      expect([out.status, out.headers.get('set-cookie')]).toEqual([201, expect.stringContaining('Max-Age=0')]);
      const status = async (cookie: string) =>
        (await served.ask('nobody', `/cases/${CASE}/api/overview`, { headers: { cookie } })).status;
      expect([await status(one), await status(two)]).toEqual([401, 200]);
      expect((await served.post('nobody', '/api/session/end-all', {}, { cookie: two })).status).toBe(201);
      expect([await status(two), await status(three)]).toEqual([401, 401]);
    });
  });

  describe('pages', () => {
    it('are the list at /, the workspace below a case, and its parts for everybody', async () => {
      expect(await (await served.ask('nobody', '/')).text()).toContain('sign in');
      expect(await (await served.ask('reader', `/cases/${CASE}/incidents?type=x`)).text()).toContain('workspace');
      expect((await served.ask('nobody', '/assets/a.js')).status).toBe(200);
      const moved = await served.ask('reader', `/cases/${CASE}`);
      expect([moved.status, moved.headers.get('location')]).toEqual([302, `/cases/${CASE}/`]);
    });

    it('lead whoever is not signed in to signing in, and from there to where they wanted', async () => {
      const page = await served.ask('nobody', `/cases/${CASE}/reports/sha256:a?claim=c`);
      expect([page.status, page.headers.get('location')]).toEqual([
        302,
        `/?then=${encodeURIComponent(`/cases/${CASE}/reports/sha256:a?claim=c`)}`,
      ]);
      const data = await served.ask('nobody', `/cases/${CASE}/api/overview`);
      expect([data.status, await data.json()]).toEqual([401, expect.objectContaining({ code: 'api/sign-in' })]);
    });
  });

  describe('a case', () => {
    it('is for those with a role in it what it is when served alone', async () => {
      const { case: name, viewer, writable } = await json<Overview>(served.ask('coder', `/cases/${CASE}/api/overview`));
      expect([name, viewer, writable]).toEqual(['hajin-2018', { name: 'The coder', role: 'coder' }, true]);
      const { items } = await json<{ items: { id: string }[] }>(served.ask('reader', `/cases/${CASE}/api/reports`));
      expect(items.length).toBeGreaterThan(10);
      expect((await served.ask('reader', `/cases/${CASE}/api/reports/${items[0]!.id}`)).status).toBe(200);
      const file = await served.ask('reader', `/cases/${CASE}/api/releases/1/files/exports/a.csv`);
      expect([file.status, await file.text()]).toEqual([200, 'a']);
    });

    it('that one has no role in is answered as one that does not exist, at every address', async () => {
      const paths = ['', 'incidents', 'api/overview', 'api/events', 'api/openapi.json', 'api/none', 'dossier/', 'api'];
      for (const rest of paths)
        for (const method of ['GET', 'POST']) {
          const [real, none] = await Promise.all(
            [CASE, 'no-such-case'].map(async (name) => {
              const response = await served.ask('stranger', `/cases/${name}/${rest}`, { method });
              return [response.status, await response.text(), ...response.headers].toString().replaceAll(name, 'NAME');
            }),
          );
          expect([rest, method, real]).toEqual([rest, method, none]);
          expect(real).toMatch(/^404/);
        }
    });

    it('is written in under the name of whoever is signed in, and the audit trail says so', async () => {
      const about = [served.stage.scene({ name: null, role: 'reader' }).view.record.reports[0]!.id];
      const body = { kind: 'accept', about, reason: 'seen', by: 'The administrator' };
      const { decision } = await json<Acknowledged>(served.post('coder', `/cases/${CASE}/api/decisions`, body));
      expect(decision.by).toBe('The coder');
      const last = (await served.team.audit.list({ after: 0, limit: 10_000 })).at(-1);
      expect(last).toMatchObject({
        by: 'coder',
        what: 'decide',
        case: CASE,
        subject: about[0],
        details: { kind: 'accept', about },
      });
      expect(JSON.stringify(last)).not.toContain('seen');
      const { by: _, ...nameless } = body;
      expect((await served.post('coder', `/cases/${CASE}/api/decisions`, nameless)).status).toBe(201);
      // What somebody else decided is an editor's to take back; one's own is one's own.
      const retire = `/cases/${CASE}/api/decisions/${decision.id}/retirement`;
      await served.team.people.add(
        { name: 'second', password: PASSWORD },
        { by: 'test', at: new Date().toISOString() },
      );
      await served.team.people.setRole('second', CASE, 'coder', { by: 'test', at: new Date().toISOString() });
      const cookie = cookieIn(await signIn({ name: 'second', password: PASSWORD }));
      expect((await served.post('nobody', retire, { reason: '', by: 'The coder' }, { cookie })).status).toBe(403);
      expect((await served.post('editor', retire, { reason: '' })).status).toBe(201);
      await served.stage.settled();
    });

    it('keeps nothing that the audit trail could not take, and tells there of what could not be kept', async () => {
      const refused = { kind: 'date', about: ['no-such'], reason: '', value: {} };
      expect((await served.post('coder', `/cases/${CASE}/api/decisions`, refused)).status).toBe(404);
      const whats = (await served.team.audit.list({ after: 0, limit: 10_000 })).map(({ what }) => what);
      expect(whats.slice(-2)).toEqual(['decide', 'decide-failed']);
    });

    it('grades and names are for editors', async () => {
      const about = [served.stage.scene({ name: null, role: 'reader' }).view.record.incidents[0]!.id];
      const grade = { kind: 'grade', about, reason: '', value: { grade: 'weak' } };
      expect((await served.post('coder', `/cases/${CASE}/api/decisions`, grade)).status).toBe(403);
      expect((await served.post('editor', `/cases/${CASE}/api/decisions`, grade)).status).toBe(201);
      await served.stage.settled();
    });

    it('is lost at once with the role', async () => {
      const deed = { by: 'test', at: new Date().toISOString() };
      const status = async () => (await served.ask('publisher', `/cases/${CASE}/api/overview`)).status;
      await served.team.sessions.begin(
        (await served.team.people.list()).find(({ name }) => name === 'publisher')!,
        'password',
        deed,
      );
      const cookie = cookieIn(await signIn({ name: 'publisher', password: PASSWORD }));
      const ask = async () =>
        (await served.ask('nobody', `/cases/${CASE}/api/overview`, { headers: { cookie } })).status;
      expect(await ask()).toBe(200);
      await served.team.people.setRole('publisher', CASE, null, deed);
      expect(await ask()).toBe(404);
      await served.team.people.setRole('publisher', CASE, 'publisher', deed);
      expect(await ask()).toBe(200);
      expect(await status()).toBe(401);
    });
  });

  describe('a token', () => {
    const deed = { by: 'test', at: new Date().toISOString() };
    const make = async (name: string, role: 'reader' | 'coder' | 'administrator', cases: readonly string[] | null) =>
      served.team.tokens.make(name, { label: 't', role, cases, days: 1 }, deed);
    const bearer = (token: string, target: string, init: RequestInit = {}) =>
      served.ask('nobody', target, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
    const overview = `/cases/${CASE}/api/overview`;

    it('does what it says and no more than its owner may', async () => {
      const capped = await make('editor', 'reader', null);
      const whole = await make('reader', 'administrator', null);
      for (const { token } of [capped, whole])
        expect((await json<Overview>(bearer(token, overview))).viewer.role).toBe('reader');
      const elsewhere = await make('editor', 'coder', [OTHER]);
      expect((await bearer(elsewhere.token, overview)).status).toBe(404);
      const { cases } = await json<{ cases: object[] }>(bearer(elsewhere.token, '/api/account'));
      expect(cases).toEqual([]);
      const decide = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
      expect((await bearer(capped.token, `/cases/${CASE}/api/decisions`, decide)).status).toBe(403);
    });

    it('ends no session, and is refused whatever cookie comes with it when it does not hold', async () => {
      const { id, token } = await make('editor', 'reader', null);
      const end = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
      const answer = await bearer(token, '/api/session/end', end);
      expect([answer.status, await answer.json()]).toEqual([
        403,
        expect.objectContaining({ code: 'api/not-with-token' }),
      ]);
      await served.team.tokens.revoke(id, deed);
      const both = await served.ask('reader', overview, { headers: { authorization: `Bearer ${token}` } });
      expect([both.status, await both.json()]).toEqual([401, expect.objectContaining({ code: 'api/token' })]);
    });
  });

  it('gives live events to whoever may have them, until they are signed out', async () => {
    const cookie = cookieIn(await signIn({ name: 'reader', password: PASSWORD }));
    const response = await served.ask('nobody', `/cases/${CASE}/api/events`, { headers: { cookie } });
    const reader = response.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('"hello"');
    expect(new TextDecoder().decode((await reader.read()).value)).toContain(': here');
    await served.post('nobody', '/api/session/end', {}, { cookie });
    for (let parts = 0, ended = false; !ended; parts++) {
      expect(parts).toBeLessThan(10);
      ({ done: ended } = await reader.read());
    }
    expect(served.stage.hub.count()).toBe(0);
    expect((await served.ask('nobody', `/cases/${CASE}/api/events`)).status).toBe(401);
  });

  it('slows down whoever asks without end', async () => {
    const slow = await serveTeam({ perMinute: { known: 5, unknown: 3 } });
    const statuses = async (asker: 'reader' | 'nobody', from: string) => {
      const all: number[] = [];
      for (let i = 0; i < 7; i++)
        all.push((await slow.ask(asker, '/api/account', { headers: { 'x-test-address': from } })).status);
      return all;
    };
    expect(await statuses('reader', 'a')).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(await statuses('nobody', 'a')).toEqual([401, 401, 401, 429, 429, 429, 429]);
    expect((await statuses('nobody', 'b')).slice(0, 3)).toEqual([401, 401, 401]);
    await slow.remove();
  });

  it('tells whoever runs it which operations were asked for, in the cases too, and no more', async () => {
    const seen: unknown[] = [];
    const watched = await serveTeam({ seen: (request) => seen.push({ ...request, ms: 0 }) });
    await watched.ask('reader', `/cases/${CASE}/api/search?q=secret`);
    await watched.ask('reader', `/cases/${CASE}/api/releases/1/files/exports/a.csv`);
    await watched.ask('nobody', '/api/account');
    await watched.ask('stranger', `/cases/${CASE}/api/overview`);
    expect(seen).toEqual([
      { operation: 'search', method: 'GET', status: 200, ms: 0 },
      { operation: 'releaseFile', method: 'GET', status: 200, ms: 0 },
      { operation: 'account', method: 'GET', status: 401, ms: 0 },
      { operation: 'other', method: 'GET', status: 404, ms: 0 },
    ]);
    await watched.remove();
  });

  it('answers to its own name only', async () => {
    const response = await served.server.request(`http://${HOST}/api/sign-in`, { headers: { host: 'evil.example' } });
    expect(response.status).toBe(421);
  });
});
