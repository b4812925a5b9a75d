import { isPostgresWanted } from '@isnad/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT, type IdentityProvider, identityProvider, type Says } from './identity.fixture.js';
import { openIdProvider } from './provider.js';
import { CASE, HOST, type ServedTeam, serveTeam } from './team.fixture.js';

describe.skipIf(!isPostgresWanted)('signing in through an identity provider', () => {
  let identities: IdentityProvider;
  let served: ServedTeam;
  beforeAll(async () => {
    identities = await identityProvider();
    const { issuer } = identities;
    const provider = openIdProvider({ name: 'Newsroom', issuer, client: CLIENT.id, secret: CLIENT.secret });
    served = await serveTeam({ provider });
    const deed = { by: 'test', at: new Date().toISOString() };
    await served.team.people.add({ name: 'nur', email: 'nur@example.org' }, deed);
    await served.team.people.setRole('nur', CASE, 'coder', deed);
  });
  afterAll(async () => {
    await served.remove();
    await identities.end();
  });

  const cookiesOf = (response: Response): Record<string, string> =>
    Object.fromEntries(
      response.headers.getSetCookie().map((one) => one.split(';')[0]!.split(/=(.*)/s).slice(0, 2) as [string, string]),
    );
  const begin = async (then = '/'): Promise<{ address: string; cookie: string }> => {
    const response = await served.ask('nobody', `/sign-in/provider?then=${encodeURIComponent(then)}`);
    expect(response.status).toBe(302);
    return {
      address: response.headers.get('location')!,
      cookie: `isnad-sign-in=${cookiesOf(response)['isnad-sign-in']}`,
    };
  };
  /** Goes to the provider and gives the address with which it sends back. */
  const atProvider = async (address: string): Promise<string> => {
    const sent = await fetch(address, { redirect: 'manual' });
    const back = new URL(sent.headers.get('location')!);
    expect(back.origin).toBe(`http://${HOST}`);
    return back.pathname + back.search;
  };
  const NAVIGATES = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  const comeBack = (target: string, cookie: string) =>
    served.ask('nobody', target, { headers: { cookie, ...NAVIGATES } });
  const through = async (says: Says, then?: string): Promise<Response> => {
    identities.say(says);
    const { address, cookie } = await begin(then);
    return comeBack(await atProvider(address), cookie);
  };
  const NUR: Says = { sub: '77', email: 'nur@example.org', email_verified: true };

  it('is offered by name', async () => {
    expect(await (await served.ask('nobody', '/api/sign-in')).json()).toMatchObject({ provider: 'Newsroom' });
  });

  it('finds the account by its verified address, then by the provider’s own id, and leads where one wanted', async () => {
    const first = await through(NUR, `/cases/${CASE}/reports/sha256:a?claim=c`);
    expect([first.status, first.headers.get('location')]).toEqual([302, `/cases/${CASE}/reports/sha256:a?claim=c`]);
    const session = cookiesOf(first)['isnad']!;
    expect(session).toMatch(/^[\w-]{43}$/);
    const cookie = `isnad=${session}`;
    const account = await served.ask('nobody', '/api/account', { headers: { cookie } });
    expect(await account.json()).toMatchObject({ name: 'nur', cases: [{ name: CASE, role: 'coder' }] });
    const second = await through({ sub: '77' });
    expect([second.headers.get('location'), Boolean(cookiesOf(second)['isnad'])]).toEqual(['/', true]);
    const asked = identities.asked.at(-1)!;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect([asked.get('nonce'), asked.get('state')]).toEqual([expect.any(String), expect.any(String)]);
    const whats = (await served.team.audit.list({ after: 0, limit: 1_000 })).map(({ what }) => what);
    expect(whats.slice(-3)).toEqual(['link', 'sign-in', 'sign-in']);
  });

  it.each([
    ['somebody unknown', { sub: '1' }],
    ['an address that is not verified', { sub: '2', email: 'nur@example.org', email_verified: false }],
    ['an address of which nothing is said', { sub: '3', email: 'nur@example.org' }],
    ['another person with the address of an account that is taken', { ...NUR, sub: '78' }],
  ] as const)('lets nobody in for %s', async (_, says) => {
    const response = await through(says);
    expect([response.headers.get('location'), cookiesOf(response)['isnad']]).toEqual(['/?refused=unknown', undefined]);
  });

  it.each([
    ['for another server', { ...NUR, wrong: { aud: 'somebody-else' } }],
    ['from another provider', { ...NUR, wrong: { iss: 'https://evil.example' } }],
    ['that has ended', { ...NUR, wrong: { exp: 1_000_000 } }],
    ['that answers another question', { ...NUR, wrong: { nonce: 'another' } }],
    ['that nobody is named in', { ...NUR, wrong: { sub: undefined } }],
    ['with a forged signature', { ...NUR, forged: true }],
  ] as const)('takes no identity %s', async (_, says) => {
    const response = await through(says);
    expect([response.headers.get('location'), cookiesOf(response)['isnad']]).toEqual(['/?refused=failed', undefined]);
  });

  it('takes an answer once, from the browser that asked, for what it asked', async () => {
    identities.say(NUR);
    const [mine, other] = [await begin(), await begin()];
    const back = await atProvider(mine.address);
    const failed = async (target: string, cookie: string) => (await comeBack(target, cookie)).headers.get('location');
    expect(await failed(back, '')).toBe('/?refused=failed');
    expect(await failed(back, other.cookie)).toBe('/?refused=failed');
    expect(await failed('/sign-in/provider/back', (await begin()).cookie)).toBe('/?refused=failed');
    expect(await failed('/sign-in/provider/back?error=access_denied', (await begin()).cookie)).toBe('/?refused=failed');
    expect(await failed(back, mine.cookie)).toBe('/');
    expect(await failed(back, mine.cookie)).toBe('/?refused=failed');
  });

  it.each(['https://evil.example/', '//evil.example/cases/x/', '/\\evil.example', '/cases/x/\\evil', 'javascript:x'])(
    'never leads to %s',
    async (then) => {
      expect((await through({ sub: '77' }, then)).headers.get('location')).toBe('/');
    },
  );

  it('says so when the provider does not answer, and works again when it does', async () => {
    const provider = openIdProvider({ name: 'x', issuer: 'http://127.0.0.1:9', client: 'x', secret: 'x'.repeat(16) });
    const alone = await serveTeam({ provider });
    const response = await alone.ask('nobody', '/sign-in/provider');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/?refused=failed']);
    expect(alone.slips).toHaveLength(1);
    await alone.remove();
  });
});
