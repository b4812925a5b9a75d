import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { problemResponse } from '../http/problems.js';
import type { Metrics } from './metrics.js';

export interface OperationsOptions {
  /** Whether requests can be answered as they should be: the record is at hand, the store answers, no end is near. */
  readonly ready: () => Promise<boolean>;
  readonly metrics: Metrics;
  /** Without it whoever can reach the server may read the metrics: right only on one's own machine. Null: nobody may. */
  readonly metricsToken?: string | null;
}

/** How long the store may take to answer, in ms. */
const PATIENCE = 5_000;

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Compared by hash, so that time tells nothing of where two differ. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(hash(a), hash(b));

const inTime = async (asked: Promise<boolean>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, false);
  });
  try {
    return await Promise.race([asked, late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
};

const state = (healthy: boolean, said: string): Response =>
  Response.json({ status: said }, { status: healthy ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });

/**
 * What whoever runs the server asks it: `/health/live` (the process answers), `/health/ready` (send it requests) and
 * `/metrics`. They say nothing of a case but counts, so a probe may ask under any host name.
 */
export const createOperations = ({ ready, metrics, metricsToken }: OperationsOptions): Hono => {
  const app = new Hono();
  app.get('/health/live', () => state(true, 'live'));
  app.get('/health/ready', async () => {
    const isReady = await inTime(ready());
    return state(isReady, isReady ? 'ready' : 'not ready');
  });
  app.get('/metrics', async (context) => {
    const given = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
    if (metricsToken !== undefined && (metricsToken === null || !isSame(given, metricsToken)))
      return problemResponse({
        type: 'about:blank',
        status: 401,
        code: 'api/metrics-token',
        title: 'The metrics are for who has their token',
        detail: 'Send Authorization: Bearer TOKEN, the setting metrics.token of this server.',
      });
    return new Response(await metrics.text(), { headers: { 'Content-Type': metrics.contentType } });
  });
  return app;
};
