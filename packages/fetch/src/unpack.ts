import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { FetchLimits } from './limits.js';
import { Refusal } from './refusal.js';

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

const bomb = () =>
  new Refusal('fetch/bomb', 'The answer unpacks to far more than its size, so it was not read. Save the page by hand.');

/** A body as it was meant, in pieces. One packing at most is undone, and only as far as the limits go. */
export const unpacked = async function* (
  packed: Readable,
  encoding: string | undefined,
  { ratio, unpackedFreely }: FetchLimits,
): AsyncGenerator<Uint8Array> {
  const packing = (encoding ?? '').trim().toLowerCase();
  if (packing === '' || packing === 'identity') {
    for await (const piece of packed) yield piece as Uint8Array;
    return;
  }
  const unpacker = UNPACKERS[packing]?.();
  if (!unpacker)
    throw new Refusal('fetch/encoding', `The answer is packed as "${packing.slice(0, 40)}", which was not asked for.`);
  let [read, made] = [0, 0];
  packed.on('data', (piece: Uint8Array) => {
    read += piece.length;
  });
  packed.on('error', (error) => unpacker.destroy(error));
  packed.on('aborted', () => unpacker.destroy(new Error('aborted')));
  packed.pipe(unpacker);
  try {
    for await (const piece of unpacker) {
      made += (piece as Uint8Array).length;
      if (made > unpackedFreely && made > read * ratio) throw bomb();
      yield piece as Uint8Array;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('fetch/torn', 'The packed answer is damaged or ends before its end. Try again later.', {
      cause: error,
    });
  } finally {
    unpacker.destroy();
  }
};
