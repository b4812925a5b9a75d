// The slow work on a served case, in a thread of its own.
import { workerData } from 'node:worker_threads';
import { openCase } from '@isnad/store';
import { stamps } from '../../case/stamps.js';
import { stages } from '../../stages.js';
import { openWorkshop } from '../workshop.js';
import { answerCalls, type Tasks } from './answering.js';
import type { Place } from './calls.js';

const { folder, by, gazetteer } = workerData as Place;

answerCalls(
  openCase(folder).then(
    (store) => ({ ...openWorkshop(folder, store, stages, stamps(stages, by), gazetteer) }) as Tasks,
  ),
);
