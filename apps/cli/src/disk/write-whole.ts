import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { Failure, systemReason } from '../failure.js';

/** Writes a file so that it is there whole or not at all. */
export const writeWhole = (file: string, content: string | Uint8Array): void => {
  const beside = `${file}.new`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Failure(
      'cli/unwritable-output',
      `cannot write ${file}: ${systemReason(error)}`,
      'Choose another file with --out; what was there before is untouched.',
      { cause: error },
    );
  }
};
