import { closeSync, createReadStream, lstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { memorySource, type Source } from '@isnad/archive';

/** Files up to this size are read at once, which is faster than in pieces. */
const SMALL = 8 * 1024 * 1024;

const isFile = (file: string): boolean => {
  try {
    return lstatSync(file).isFile();
  } catch {
    return false;
  }
};

const readAt = (file: string, start: number, length: number): Uint8Array => {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(length);
    let read = 0;
    while (read < length) {
      const count = readSync(descriptor, bytes, read, length - read, start + read);
      if (count === 0) break;
      read += count;
    }
    return bytes.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
};

/** Files that lie with one: only those in its own folder or below it, and no links out of it. */
const besideOf = (file: string, name: string): NonNullable<Source['beside']> => {
  const folder = path.dirname(path.resolve(file));
  return (other) => {
    const found = path.resolve(folder, other);
    if (!found.startsWith(folder + path.sep) || !isFile(found)) return null;
    return fileSource(found, path.posix.join(path.posix.dirname(name), other));
  };
};

/** A file on disk, as the input forms see it; `name` is what stands for its path. Throws when it cannot be read. */
export const fileSource = (file: string, name: string): Source => {
  const beside = besideOf(file, name);
  const { size } = statSync(file);
  if (size <= SMALL) return memorySource(name, readFileSync(file), beside);
  return {
    path: name,
    stream: () => createReadStream(file),
    random: { size, read: async (start, length) => readAt(file, start, length) },
    beside,
  };
};
