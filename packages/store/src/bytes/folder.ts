import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fromSystem, StoreError } from '../errors.js';
import type { PreservedBytes } from './bytes.js';

const ID = /^sha256:([0-9a-f]{64})$/;
const INCOMING = '.incoming';

const hexOf = (id: string): string => {
  const hex = ID.exec(id)?.[1];
  if (hex === undefined) throw new StoreError('store/conflict', `${id} is no hash`, 'This is a fault of the program.');
  return hex;
};

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const syncFolder = async (folder: string): Promise<void> => {
  // A new name is on the disk only once its folder is; systems that cannot open folders do that by themselves.
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Takes away what a killed process left half written. */
const sweep = async (incoming: string): Promise<void> => {
  for (const name of await readdir(incoming).catch(() => [])) {
    const pid = Number.parseInt(name, 10);
    if (!(pid > 0) || !isAlive(pid)) await rm(path.join(incoming, name), { force: true });
  }
};

/** Writes a stream to an open file and says what it was. */
const pour = async (
  stream: AsyncIterable<Uint8Array>,
  handle: FileHandle,
): Promise<{ readonly id: string; readonly size: number }> => {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of stream) {
    hash.update(piece);
    size += piece.length;
    for (let at = 0; at < piece.length; ) at += (await handle.write(piece, at)).bytesWritten;
  }
  await handle.sync();
  return { id: `sha256:${hash.digest('hex')}`, size };
};

/**
 * Preserved bytes as files `ab/<sha256>` in a folder. A file is written beside, synced and renamed, so that what stands
 * under a hash is whole; what a kill leaves half written is taken away the next time.
 */
export const bytesInFolder = (folder: string): PreservedBytes => {
  const fileOf = (id: string) => path.join(folder, hexOf(id).slice(0, 2), hexOf(id));
  const incoming = path.join(folder, INCOMING);
  let isSwept = false;
  const put: PreservedBytes['put'] = async (stream) => {
    await mkdir(incoming, { recursive: true });
    if (!isSwept) await sweep(incoming);
    isSwept = true;
    const draft = path.join(incoming, `${process.pid}-${randomBytes(6).toString('hex')}`);
    try {
      const handle = await open(draft, 'wx');
      const kept = await pour(stream, handle).finally(() => handle.close());
      const file = fileOf(kept.id);
      await mkdir(path.dirname(file), { recursive: true });
      await rename(draft, file);
      await syncFolder(path.dirname(file));
      return kept;
    } catch (error) {
      await rm(draft, { force: true });
      throw fromSystem(error, folder) ?? error;
    }
  };
  const size: PreservedBytes['size'] = async (id) => {
    try {
      return (await stat(fileOf(id))).size;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  };
  return {
    put,
    size,
    has: async (id) => (await size(id)) !== null,
    stream: (id) => createReadStream(fileOf(id)),
    read: async (id, start, length) => {
      const handle = await open(fileOf(id), 'r');
      try {
        const bytes = new Uint8Array(length);
        const { bytesRead } = await handle.read(bytes, 0, length, start);
        return bytes.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    list: async function* () {
      const groups = await readdir(folder).catch(() => []);
      for (const group of groups.filter((name) => /^[0-9a-f]{2}$/.test(name)).sort())
        for (const name of (await readdir(path.join(folder, group))).sort()) yield `sha256:${name}`;
    },
    remove: async (id) => {
      await rm(fileOf(id), { force: true });
      await syncFolder(path.dirname(fileOf(id)));
    },
  };
};
