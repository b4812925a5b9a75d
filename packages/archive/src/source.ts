/**
 * A file as the forms see it: its bytes, asked for in pieces. The apps make it of a file on disk; a form makes it of
 * what lies inside another file. Each call of `stream` begins at the first byte.
 */
export interface Source {
  /** As it is to stand in messages and in the record. */
  readonly path: string;
  readonly stream: () => AsyncIterable<Uint8Array>;
  /** Length in bytes, and any part of it; missing where the bytes come in their order only. */
  readonly random?: {
    readonly size: number;
    readonly read: (start: number, length: number) => Promise<Uint8Array>;
  };
  /** A file that lies with this one, by its name relative to it; null when there is none. */
  readonly beside?: (name: string) => Source | null;
}

/** Bytes in memory as a source; `piece` is the length of what `stream` hands out at once. */
export const memorySource = (path: string, bytes: Uint8Array, beside?: Source['beside'], piece = 65_536): Source => ({
  path,
  stream: async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  },
  random: {
    size: bytes.length,
    read: async (start, length) => bytes.subarray(start, start + length),
  },
  ...(beside ? { beside } : {}),
});

/** Pieces as one array. */
export const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  if (pieces.length === 1) return pieces[0]!;
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

/** What is looked at to tell a form. */
const HEAD = 65_536;

/** The first bytes of a source. */
export const headOf = async (source: Source): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.stream()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= HEAD) break;
  }
  return joined(pieces).subarray(0, HEAD);
};

/** All bytes of a stream; the length at which it was given up if it holds more than `most`. */
export const wholeOf = async (
  stream: AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ readonly bytes: Uint8Array } | { readonly over: number }> => {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > most) return { over: length };
    pieces.push(piece);
  }
  return { bytes: joined(pieces) };
};
