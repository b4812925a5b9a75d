import path from 'node:path';

/** Deepest folder that holds all of the files. */
const commonFolder = (files: readonly string[]): string => {
  const parts = files.map((file) => path.dirname(path.resolve(file)).split(path.sep));
  const first = parts[0] ?? [];
  let depth = first.length;
  for (const other of parts) while (other.slice(0, depth).join('/') !== first.slice(0, depth).join('/')) depth--;
  return first.slice(0, depth).join(path.sep) || path.sep;
};

/**
 * The names under which reports stand in a record: relative to the folder that holds them all, so that a
 * published record does not tell where on whose machine it was made.
 */
export const namesInRecord = (files: readonly string[]): ReadonlyMap<string, string> => {
  const home = commonFolder(files);
  return new Map(files.map((file) => [file, path.relative(home, path.resolve(file)).split(path.sep).join('/')]));
};
