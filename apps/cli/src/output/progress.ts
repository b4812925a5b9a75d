import cliProgress from 'cli-progress';
import type { Terminal } from '../terminal.js';

/** Work that is counted on standard error. */
export interface Progress {
  readonly step: () => void;
  readonly end: () => void;
}

/** Fewer items than this are done before a bar could be read. */
const LONG = 200;

/** A bar on a screen; elsewhere, and only for long work, a line for each tenth. */
export const countProgress = (terminal: Terminal, what: string, total: number): Progress => {
  if (terminal.errIsScreen) {
    const bar = new cliProgress.SingleBar({
      format: `${what} {bar} {value}/{total}`,
      clearOnComplete: true,
      stream: process.stderr,
      barCompleteChar: '#',
      barIncompleteChar: '-',
      hideCursor: true,
    });
    bar.start(total, 0);
    return { step: () => bar.increment(), end: () => bar.stop() };
  }
  const tenth = Math.ceil(total / 10);
  let done = 0;
  const step = () => {
    done++;
    if (total >= LONG && done % tenth === 0) terminal.err(`isnad: ${what} ${done}/${total}\n`);
  };
  return { step, end: () => {} };
};
