import { gzipSync } from 'node:zlib';

/** A record for a web archive that is made in a test. */
export interface RecordToWrite {
  readonly type?: string;
  readonly address?: string;
  /** Headers of the response, the status line first; none for records that are no response. */
  readonly http?: readonly string[];
  readonly contentType?: string;
  readonly body: string | Uint8Array;
  /** What the record claims for its length. */
  readonly claimed?: number;
  readonly extra?: readonly string[];
}

export const HTML = ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8'];

/** One record, the same bytes every time. */
export const writeRecord = ({
  type = 'response',
  address,
  http,
  contentType,
  body,
  claimed,
  extra = [],
}: RecordToWrite): Buffer => {
  const head = http ? Buffer.from(`${http.join('\r\n')}\r\n\r\n`) : Buffer.alloc(0);
  const block = Buffer.concat([head, Buffer.from(body as string)]);
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    'WARC-Date: 2018-12-20T10:00:00Z',
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>',
    ...(address === undefined ? [] : [`WARC-Target-URI: ${address}`]),
    `Content-Type: ${contentType ?? (http ? 'application/http; msgtype=response' : 'application/warc-fields')}`,
    ...extra,
    `Content-Length: ${claimed ?? block.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]);
};

/** A web archive; packed as crawlers pack it, each record by itself. */
export const writeWarc = (records: readonly RecordToWrite[], packed = false): Uint8Array =>
  Buffer.concat(records.map((record) => (packed ? gzipSync(writeRecord(record)) : writeRecord(record))));
