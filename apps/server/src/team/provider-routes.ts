import { newSecret, type Team } from '@isnad/team';
import type { Context, Hono } from 'hono';
import { type Cookies, cookieOf } from './cookies.js';
import type { Pending, Provider } from './provider.js';

export interface ProviderRoutes {
  readonly team: Team;
  readonly provider: Provider;
  readonly cookies: Cookies;
  /** RFC 3339. */
  readonly now: () => string;
  /** Where browsers reach this server, without a slash at its end. */
  readonly originOf: (context: Context) => string;
  /** Refuses whoever tries too often. */
  readonly pace: (context: Context) => Promise<void>;
  readonly slip: (error: unknown) => void;
}

const BACK = '/sign-in/provider/back';

/** An address below a case, to go to after signing in; never another site. */
const WANTED = /^\/cases\/[a-z0-9][a-z0-9_-]*\/(?!.*[\\\s])/;

const wanted = (address: unknown): string => (typeof address === 'string' && WANTED.test(address) ? address : '/');

/** The way to the identity provider and back, by links: nothing of it is for programs. */
export const addProvider = (
  app: Hono,
  { team, provider, cookies, now, originOf, pace, slip }: ProviderRoutes,
): void => {
  const refused = (context: Context, why: 'unknown' | 'failed'): Response => context.redirect(`/?refused=${why}`);

  app.get('/sign-in/provider', async (context) => {
    await pace(context);
    try {
      const { address, pending } = await provider.begin(`${originOf(context)}${BACK}`);
      // Bound to this browser: an address to come back by, sent to somebody else, signs nobody in.
      const secret = newSecret();
      await team.sessions.await(secret, { ...pending, to: wanted(context.req.query('then')) }, now());
      context.header('Set-Cookie', cookies.set(cookies.signIn, secret));
      return context.redirect(address);
    } catch (error) {
      slip(error);
      return refused(context, 'failed');
    }
  });

  app.get(BACK, async (context) => {
    await pace(context);
    const secret = cookieOf(context.req.raw, cookies.signIn);
    const pending = secret === null ? null : await team.sessions.awaited(secret, now());
    context.header('Set-Cookie', cookies.clear(cookies.signIn), { append: true });
    if (!pending) return refused(context, 'failed');
    const { to, ...asked } = pending as Pending & { readonly to: string };
    const current = new URL(`${originOf(context)}${BACK}${new URL(context.req.url).search}`);
    const deed = { by: 'isnad', at: now() };
    // Whatever does not fit what was asked for is no identity; which of it did not is nobody's business.
    const identity = await provider.finish(current, asked).catch(() => null);
    if (!identity) return refused(context, 'failed');
    const person = await team.people.withIdentity(identity, deed);
    if (!person) return refused(context, 'unknown');
    const before = cookieOf(context.req.raw, cookies.session);
    if (before !== null) await team.sessions.end(before, { ...deed, by: person.name });
    const session = await team.sessions.begin(person, 'provider', { ...deed, by: person.name });
    context.header('Set-Cookie', cookies.set(cookies.session, session), { append: true });
    return context.redirect(wanted(to));
  });
};
