// Keeps decisions, in a thread of its own: while a large record is being written a decision waits, and only a decision.
import { workerData } from 'node:worker_threads';
import type { Decision } from '@isnad/model';
import { openCase, type Stamp } from '@isnad/store';
import { answerCalls } from './answering.js';
import type { Place } from './calls.js';

answerCalls(
  openCase((workerData as Place).folder).then((store) => ({
    ready: () => Promise.resolve(),
    decide: (decision: Decision, stamp: Stamp) => store.decisions.append([decision], stamp),
  })),
);
