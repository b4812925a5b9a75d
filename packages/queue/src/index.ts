/** Jobs of a team on PostgreSQL: handed out, taken again when their worker died, counted. Knows nothing of what they do. */
export type { CaseCounts, FailedJob, Job } from './job.js';
export { openQueue, type Queue } from './queue.js';
export { type Task, type Tasks, type Working, type WorkOptions, work } from './worker.js';
