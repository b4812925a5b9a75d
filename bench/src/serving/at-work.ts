import { setTimeout as pause } from 'node:timers/promises';
import { randomOf } from '../synthetic/random.js';
import type { Access } from './access.js';
import type { Questions } from './questions.js';
import type { ServerProcess } from './server-process.js';

/** What came of many people at work. Times in ms. */
export interface Watched {
  /** By kind of question. */
  readonly read: ReadonlyMap<string, readonly number[]>;
  readonly decided: readonly number[];
  /** How long it took to be told that the server is there: what it needs to attend to anybody. */
  readonly pulse: readonly number[];
  /** Answers that were none: what was asked and what came. */
  readonly errors: readonly string[];
  /** Records that were built anew meanwhile. */
  readonly records: number;
  /** Memory of the server, a value a second, MB. */
  readonly memory: readonly number[];
}

export interface Work {
  readonly readers: number;
  readonly editors: number;
  /** By `performance.now()`. */
  readonly until: number;
  readonly told: (line: string) => void;
  readonly access: Access;
}

/** Between two questions of a reader, on average: quicker than people read. */
const LOOK = 1_000;
/** Between two decisions of an editor, on average. */
const THINK = 10_000;
/** Of ten decisions, so many are taken back. */
const TAKEN_BACK = 0.3;
/** Between two looks whether the server is there. */
const PULSE = 100;

/** Readers ask for this and that, editors decide and take back, a listener hears of records, until the time is over. */
export const atWork = async (
  { base, usage }: ServerProcess,
  questions: Questions,
  claims: readonly string[],
  { readers, editors, until, told, access }: Work,
): Promise<Watched> => {
  const kinds = Object.entries(questions);
  const read = new Map<string, number[]>(kinds.map(([kind]) => [kind, []]));
  const decided: number[] = [];
  const pulse: number[] = [];
  const errors: string[] = [];
  const memory: number[] = [];
  let records = 0;
  const isOver = () => performance.now() >= until;

  const asked = async (who: number, target: string, init: RequestInit, times: number[]): Promise<unknown> => {
    const before = performance.now();
    try {
      const answer = await fetch(target.startsWith('/') ? base + target : target, {
        ...init,
        headers: { ...access.headers(who), ...(init.headers as Record<string, string> | undefined) },
        signal: AbortSignal.timeout(30_000),
      });
      const body = await answer.text();
      times.push(performance.now() - before);
      if (answer.ok) return init.method === 'POST' ? (JSON.parse(body) as unknown) : null;
      errors.push(`${target}: ${answer.status} ${body.slice(0, 200)}`);
    } catch (error) {
      errors.push(`${target}: ${error instanceof Error ? error.message : String(error)}`);
    }
    return null;
  };
  const post = (who: number, target: string, body: object) =>
    asked(
      who,
      target,
      { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
      decided,
    );

  const reader = async (number: number): Promise<void> => {
    const random = randomOf(1_000 + number);
    await pause(LOOK * random.next());
    for (let i = number; !isOver(); i++) {
      const [kind, target] = random.pick(kinds);
      await asked(number, target(i), {}, read.get(kind)!);
      await pause(2 * LOOK * random.next());
    }
  };
  const editor = async (number: number): Promise<void> => {
    const random = randomOf(2_000 + number);
    const by = `editor ${number}`;
    await pause(THINK * random.next());
    while (!isOver()) {
      const decision = { kind: 'accept', about: [random.pick(claims)], reason: 'read and found right', by };
      const made = (await post(number, '/api/decisions', decision)) as {
        readonly decision: { readonly id: string };
      } | null;
      if (made && random.chance(TAKEN_BACK))
        await post(number, `/api/decisions/${encodeURIComponent(made.decision.id)}/retirement`, {
          reason: 'looked again',
          by,
        });
      await pause(2 * THINK * random.next());
    }
  };
  const watcher = async (): Promise<void> => {
    for (let second = 0; !isOver(); second++) {
      memory.push(usage().memory);
      if (second % 60 === 59)
        told(
          `${Math.round((until - performance.now()) / 1000)} s to go, ${memory.at(-1)!.toFixed(0)} MB, ${errors.length} errors`,
        );
      await pause(1_000);
    }
  };
  const pulsing = async (): Promise<void> => {
    while (!isOver()) {
      await asked(0, new URL('/health/live', base).href, {}, pulse);
      await pause(PULSE);
    }
  };
  const listening = new AbortController();
  const listener = async (): Promise<void> => {
    const answer = await fetch(`${base}/api/events`, { headers: access.headers(0), signal: listening.signal });
    const text = new TextDecoder();
    for await (const chunk of answer.body!)
      records += [...text.decode(chunk as Uint8Array, { stream: true }).matchAll(/"event":"record"/g)].length;
  };
  const heard = listener().catch(() => {});
  const people = [
    ...Array.from({ length: readers }, (_, number) => reader(number)),
    ...Array.from({ length: editors }, (_, number) => editor(number)),
    watcher(),
    pulsing(),
  ];
  await Promise.all(people);
  listening.abort();
  await heard;
  return { read, decided, pulse, errors, records, memory };
};
