import { Logger } from 'graphile-worker';

/** The library says much at the level of errors that its own next try mends; what fails for good is asked of the queue. */
export const quiet = (say?: (line: string) => void): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') say?.(message.split('\n')[0]!);
  });
