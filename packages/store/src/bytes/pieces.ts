/** Bytes of a piece, as a database and a backup keep files: so much of one is in memory at once. */
export const PIECE = 512 * 1024;

/** A stream in pieces of one size, the last one shorter; an empty stream gives none. */
export const inPieces = async function* (stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    for (let at = 0; at < part.length; ) {
      const some = part.subarray(at, at + PIECE - size);
      // What a stream gives may be overwritten by it later.
      held.push(Buffer.from(some));
      size += some.length;
      at += some.length;
      if (size < PIECE) continue;
      yield Buffer.concat(held);
      [held, size] = [[], 0];
    }
  }
  if (size > 0) yield Buffer.concat(held);
};
