import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Access } from './access.js';

const PROGRAM = fileURLToPath(new URL('../../../bin/isnad.js', import.meta.url));

/** `isnad serve` in a process of its own. */
export interface ServerProcess {
  /** Of the case. */
  readonly base: string;
  /** From the start of the process to the first answer, ms. */
  readonly ready: number;
  /** Processor time of the server, ms, and its resident memory, MB of a million bytes. Linux only. */
  readonly usage: () => { readonly cpu: number; readonly memory: number };
  readonly end: () => void;
}

const usageOf = ({ pid }: ChildProcess): { readonly cpu: number; readonly memory: number } => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return { cpu: (Number(stat[11]) + Number(stat[12])) * 10, memory: (pages * 4096) / 1e6 };
};

/** Serves a case; resolves when it answers, for a case of a team when that case does. */
export const startServer = async (
  served: string,
  port: string,
  { path, headers }: Access = { path: '', headers: () => ({}) },
): Promise<ServerProcess> => {
  const root = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const server = spawn(process.execPath, [PROGRAM, 'serve', served, '--port', port], { stdio: 'ignore' });
  const isGone = new Promise<never>((_, reject) => {
    server.on('exit', (code) => {
      if (code !== null) reject(new Error(`the server ended with ${code}; is port ${port} taken?`));
    });
  });
  isGone.catch(() => {});
  const answers = async (): Promise<void> => {
    for (;;) {
      const answer = await fetch(path === '' ? `${root}/health/ready` : `${root}${path}/api/overview`, {
        headers: headers(0),
      }).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.ok) return;
      await pause(50);
    }
  };
  await Promise.race([answers(), isGone]);
  const base = root + path;
  return { base, ready: performance.now() - started, usage: () => usageOf(server), end: () => void server.kill() };
};

/** Waits until what is derived beforehand is there: the server rests. */
export const untilItRests = async ({ usage }: ServerProcess): Promise<void> => {
  for (let before = -Infinity; ; ) {
    await pause(500);
    const { cpu } = usage();
    if (cpu - before < 20) return;
    before = cpu;
  }
};
