import type { Hono } from 'hono';
import type { Write } from '../http/app.js';
import type { Viewer } from '../security/viewer.js';

/** How a case is to be served below an address. */
export interface CaseMount {
  readonly base: string;
  readonly viewer: (request: Request) => Promise<Viewer>;
  readonly writes: (write: Write) => Promise<void>;
}

/** The cases of a team. */
export interface TeamCases {
  readonly names: () => Promise<readonly string[]>;
  /** What people call them, by name, as anybody may see it. Without it nothing is known. */
  readonly titles?: () => Promise<ReadonlyMap<string, string>>;
  /** Everything that is shown of a case; opened when it is first asked for. */
  readonly open: (name: string, mount: CaseMount) => Promise<Pick<Hono, 'fetch'>>;
}
