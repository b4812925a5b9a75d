import { beginRun } from './shared.js';

/** What vitest calls before the first test and, with what this gives, after the last (`globalSetup`). */
export default (): (() => Promise<void>) => beginRun();
