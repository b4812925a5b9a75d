import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { listenUntilEnded, type Site } from './listen.js';

/** A server of a site; `end` has the program interrupted. */
const listening = async (site: Partial<Site> & Pick<Site, 'fetch'>) => {
  const told: string[] = [];
  const order: string[] = [];
  const log = { told: (message: string) => void told.push(message), seen: () => {}, slip: () => {} };
  const whole: Site = {
    ending: () => void order.push('ending'),
    end: async () => void order.push('end'),
    ...site,
  };
  const ended = listenUntilEnded(whole, { host: '127.0.0.1', port: 0, what: 'a case', log });
  while (told.length === 0) await pause(2);
  const address = /http:\/\/[^/]+\//.exec(told[0]!)![0];
  return { address, ended, order, interrupt: () => process.emit('SIGTERM') };
};

describe('a server that is told to end', () => {
  it('gives the answer that is under way, takes nothing more in, and closes the case last', async () => {
    let isAsked = false;
    const { address, ended, order, interrupt } = await listening({
      fetch: async () => {
        isAsked = true;
        await pause(150);
        order.push('answered');
        return new Response('done');
      },
    });
    const answer = fetch(address);
    while (!isAsked) await pause(2);
    interrupt();
    await pause(20);
    await expect(fetch(address)).rejects.toThrow();
    expect(await (await answer).text()).toBe('done');
    await ended;
    expect(order).toEqual(['ending', 'answered', 'end']);
  });

  it('is cut off by a second signal', async () => {
    let isAsked = false;
    const { address, ended, interrupt } = await listening({
      fetch: () => {
        isAsked = true;
        return new Promise<Response>(() => {});
      },
    });
    const answer = fetch(address).catch((error: unknown) => error);
    while (!isAsked) await pause(2);
    interrupt();
    await pause(20);
    interrupt();
    expect(await answer).toBeInstanceOf(Error);
    await ended;
  });

  it('leaves no listeners for signals behind', async () => {
    const before = process.listenerCount('SIGTERM');
    const { ended, interrupt } = await listening({ fetch: () => new Response('') });
    interrupt();
    await ended;
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });

  it('says why it cannot listen', async () => {
    const first = await listening({ fetch: () => new Response('') });
    const port = Number(new URL(first.address).port);
    const log = { told: () => {}, seen: () => {}, slip: () => {} };
    const site: Site = { fetch: () => new Response(''), ending: () => {}, end: async () => {} };
    await expect(listenUntilEnded(site, { host: '127.0.0.1', port, what: 'it', log })).rejects.toThrow(
      /cannot listen on 127\.0\.0\.1:\d+: the port is taken/,
    );
    first.interrupt();
    await first.ended;
  });
});
