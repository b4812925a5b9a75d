import { once } from 'node:events';
import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { joined, type Source } from '../../source.js';

/** A file in an archive, as its directory tells. */
export interface ZipEntry {
  /** As written; not to be trusted (see names.ts). */
  readonly name: string;
  readonly packed: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
  /** A link to somewhere else instead of a file. */
  readonly isLink: boolean;
  readonly canUnpack: boolean;
  readonly stream: () => AsyncIterable<Uint8Array>;
}

/** The directory of an archive; `broken` when it could not be read to its end. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  readonly size: number;
  readonly tooMany: boolean;
  readonly broken: unknown;
}

const PIECE = 65_536;

/** Lets the library read any source. */
class SourceReader extends yauzl.RandomAccessReader {
  readonly #read: NonNullable<Source['random']>['read'];
  constructor(read: NonNullable<Source['random']>['read']) {
    super();
    this.#read = read;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const read = this.#read;
    const pieces = async function* () {
      for (let at = start; at < end; at += PIECE) yield await read(at, Math.min(PIECE, end - at));
    };
    return Readable.from(pieces(), { objectMode: false });
  }
}

/** Names without a mark of their encoding are UTF-8 in practice, and CP437 by the letter of the standard. */
const nameOf = (entry: yauzl.Entry): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(entry.fileNameRaw);
  } catch {
    return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  }
};

const FILE_TYPE = 0o170000;
const LINK = 0o120000;

const streamOf = (zip: yauzl.ZipFile, entry: yauzl.Entry) =>
  async function* (): AsyncGenerator<Uint8Array> {
    const unpacked = await new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
    });
    try {
      for await (const piece of unpacked) yield piece as Uint8Array;
    } finally {
      unpacked.destroy();
    }
  };

const entryOf = (zip: yauzl.ZipFile, entry: yauzl.Entry): ZipEntry => ({
  name: nameOf(entry),
  packed: entry.compressedSize,
  offset: entry.relativeOffsetOfLocalHeader,
  isEncrypted: entry.isEncrypted(),
  isLink: ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK,
  canUnpack: entry.canDecodeFileData(),
  stream: streamOf(zip, entry),
});

/** Reads the directory of an archive; throws when it has none. */
export const openZip = async ({ size, read }: NonNullable<Source['random']>, most: number): Promise<ZipDirectory> => {
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false, validateEntrySizes: true };
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.fromRandomAccessReader(new SourceReader(read), size, options, (error, file) =>
      error ? reject(error) : resolve(file),
    );
  });
  const entries: ZipEntry[] = [];
  let broken: unknown = null;
  const ended = once(zip, 'end').catch((error: unknown) => {
    broken = error;
  });
  zip.on('entry', (entry: yauzl.Entry) => {
    entries.push(entryOf(zip, entry));
    if (entries.length <= most) zip.readEntry();
    else zip.emit('end');
  });
  zip.readEntry();
  await ended;
  return { entries: entries.slice(0, most), size, tooMany: entries.length > most, broken };
};

/** Random access to what comes only in order: all of it in memory. */
export const inMemory = (bytes: Uint8Array): NonNullable<Source['random']> => ({
  size: bytes.length,
  read: async (start, length) => joined([bytes.subarray(start, start + length)]),
});
