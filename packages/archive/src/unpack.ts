import { pipeline, Readable, type Transform } from 'node:stream';

/** Bytes as they come out of a transform such as `createGunzip()`; throws where it does. */
export const through = async function* (
  bytes: AsyncIterable<Uint8Array>,
  transform: Transform,
): AsyncGenerator<Uint8Array> {
  // The callback is there to be there: what goes wrong is thrown by the loop below.
  pipeline(Readable.from(bytes, { objectMode: false }), transform, () => undefined);
  for await (const piece of transform) yield piece as Uint8Array;
};
