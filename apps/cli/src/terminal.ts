/** Where a command writes and whether a person is looking. */
export interface Terminal {
  /** Results. Resolves when more may be written. */
  readonly out: (text: string) => Promise<void>;
  /** Notes, progress, errors. */
  readonly err: (text: string) => void;
  /** Results go to a screen: print a table instead of lines for programs. */
  readonly outIsScreen: boolean;
  readonly errIsScreen: boolean;
  /** Everything on standard input. */
  readonly input: () => Promise<Uint8Array>;
  /** Marks the exit status as 1 without ending the command. */
  readonly fail: () => void;
}

/** The terminal of a process. A reader that goes away (`isnad read … | head`) ends the program quietly. */
export const processTerminal = (): Terminal => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  return {
    out: (text) =>
      new Promise((resolve) => {
        if (process.stdout.write(text)) resolve();
        else process.stdout.once('drain', resolve);
      }),
    err: (text) => {
      process.stderr.write(text);
    },
    outIsScreen: process.stdout.isTTY === true,
    errIsScreen: process.stderr.isTTY === true,
    input: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    fail: () => {
      process.exitCode = 1;
    },
  };
};
