import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { joined } from '../../source.js';
import { through } from '../../unpack.js';
import type { WarcRecord } from './records.js';

/** The content of a capture, or why there is none. */
export type Content = { readonly bytes: Uint8Array } | { readonly over: true } | { readonly fault: string };

/** All of a stream that holds no more than `most`; the stream is read to its end either way. */
const gathered = async (stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> => {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length <= most) pieces.push(piece);
    else pieces.length = 0;
  }
  return length <= most ? joined(pieces) : null;
};

const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

const only = async function* (bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
};

const unpacked = async (bytes: Uint8Array, encoding: string, most: number): Promise<Content> => {
  const unpacker = unpackers[encoding];
  if (unpacker === undefined) return { fault: `it is encoded as ${encoding.slice(0, 20)}` };
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of through(only(bytes), unpacker())) {
      length += piece.length;
      if (length > most) return { over: true };
      pieces.push(piece);
    }
  } catch {
    // A body that some servers call gzip and do not pack, or one that was cut.
    return length === 0 ? { bytes } : { bytes: joined(pieces) };
  }
  return { bytes: joined(pieces) };
};

/** The content of a record as the browser showed it; at most `most` bytes of it. */
export const contentOf = async ({ content, contentEncoding, end }: WarcRecord, most: number): Promise<Content> => {
  const bytes = await gathered(content, most);
  await end();
  if (bytes === null) return { over: true };
  return contentEncoding === '' || contentEncoding === 'identity' ? { bytes } : unpacked(bytes, contentEncoding, most);
};
