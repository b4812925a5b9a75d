/** The longest that a timer can be set for. */
const LONGEST = 2 ** 31 - 1;

/** Waits until the time is over, or until somebody ends the program (Ctrl-C): then false, so that what is begun is ended well. */
export const waitUntilEnded = (): ((ms: number) => Promise<boolean>) => {
  let isEnded = false;
  let wake: () => void = () => undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      isEnded = true;
      wake();
    });
  return async (ms) => {
    if (!isEnded)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(ms, LONGEST));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    return !isEnded;
  };
};
