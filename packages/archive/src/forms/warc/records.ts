import { constants, createGunzip } from 'node:zlib';
import { AsyncIterReader, LimitReader, WARCParser, type WARCRecord } from 'warcio';
import type { Source } from '../../source.js';
import { through } from '../../unpack.js';

/** Longest block of headers of a record; what is longer is no header but an attack, or another kind of file. */
const LONGEST_HEADERS = 1024 * 1024;

/** What a capture was kept for, and its content as the browser got it. */
export interface WarcRecord {
  /** 1 for the first record of the file, whatever its type. */
  readonly number: number;
  readonly type: string;
  readonly address: string | null;
  /** When it was captured: ISO 8601. */
  readonly captured: string | null;
  /** Status of the response; null for other records. */
  readonly status: number | null;
  /** MIME type without parameters, lower case. */
  readonly mime: string;
  readonly contentEncoding: string;
  /** The content, chunks joined. */
  readonly content: AsyncIterable<Uint8Array>;
  /** Reads what is left of the content over; throws when it is shorter than its headers say, because the file ends. */
  readonly end: () => Promise<void>;
}

/** Packed bytes that end too early give what they hold: the record that is cut says so by its length. */
const plain = (source: Source, isPacked: boolean): AsyncIterable<Uint8Array> =>
  isPacked ? through(source.stream(), createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })) : source.stream();

/** Passes bytes on and counts those that are taken while a record's headers are read. */
class Guard {
  #taken: number | null = null;

  async *over(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      if (this.#taken !== null) this.#taken += piece.length;
      if (this.#taken !== null && this.#taken > LONGEST_HEADERS + piece.length)
        throw new Error('the headers of a record have no end');
      yield piece;
    }
  }

  start(): void {
    this.#taken = 0;
  }

  stop(): void {
    this.#taken = null;
  }
}

/** Encodings of content that are undone before the library sees them named, because it knows fewer. */
const asIs = (headers: {
  get: (name: string) => string | null | undefined;
  delete: (name: string) => unknown;
}): string => {
  const encoding = (headers.get('content-encoding') ?? '').trim().toLowerCase();
  if (encoding !== '') headers.delete('content-encoding');
  return encoding;
};

const faultOf = ({ warcHeaders, warcType }: WARCRecord): string | null => {
  if (!warcHeaders.statusline.startsWith('WARC/')) return 'does not begin as one';
  if (!warcType) return 'has no type';
  return /^\d{1,15}$/.test(warcHeaders.headers.get('Content-Length')?.trim() ?? '') ? null : 'has no length';
};

/** The records of a WARC file, packed or not, one at a time. Throws where the file is broken. */
export const recordsOf = async function* (source: Source, isPacked: boolean): AsyncGenerator<WarcRecord> {
  const guard = new Guard();
  const parser = new WARCParser(new AsyncIterReader(guard.over(plain(source, isPacked)), null));
  for (let number = 1; ; number++) {
    guard.start();
    const record = await parser.parse();
    guard.stop();
    if (record === null) return;
    const fault = faultOf(record);
    if (fault !== null) throw new Error(`record ${number} ${fault}`);
    const end = async (): Promise<void> => {
      const rest = record._reader;
      for await (const _ of rest) {
        // What the decoding left, or all of it.
      }
      if (rest instanceof LimitReader && rest.limit > 0) throw new Error(`it ends inside record ${number}`);
    };
    const http = record.httpHeaders;
    const isResponse = record.warcType === 'response' && http !== null;
    const type = (isResponse ? http.headers.get('content-type') : record.warcContentType) ?? '';
    yield {
      number,
      type: record.warcType,
      address: record.warcTargetURI ?? null,
      captured: record.warcDate ?? null,
      status: isResponse ? Number(http.statusCode) : null,
      mime: type.split(';', 1)[0]!.trim().toLowerCase(),
      contentEncoding: isResponse ? asIs(http.headers) : '',
      content: record,
      end,
    };
    await end();
  }
};
