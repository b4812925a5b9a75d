import { constants, gunzipSync } from 'node:zlib';
import { note } from '@isnad/model';
import { type Arrival, type Context, type FileForm, passedOver, reasonOf, refused } from '../../arrival.js';
import { memorySource, type Source } from '../../source.js';
import { addressOf, stated } from '../page/metadata.js';
import { type Content, contentOf } from './content.js';
import type { WarcRecord } from './records.js';

const WORDED = /^(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|rss\+xml|atom\+xml|xml|rdf\+xml|pdf))$/;

/** Whether a record is a page that its server gave out. */
const isCapture = ({ type, status, mime }: WarcRecord): boolean =>
  WORDED.test(mime) &&
  (type === 'resource' || (type === 'response' && status !== null && status >= 200 && status < 300));

const isPacked = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

const begin = (head: Uint8Array): string => {
  if (!isPacked(head)) return new TextDecoder().decode(head.subarray(0, 5));
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 8_000_000 };
    return new TextDecoder().decode(gunzipSync(head.subarray(0, 4096), options).subarray(0, 5));
  } catch {
    return '';
  }
};

const faultOf = (content: Exclude<Content, { readonly bytes: Uint8Array }>): readonly [code: string, what: string] => {
  if ('over' in content) return ['archive/too-big', 'This capture is larger than the limit for one report'];
  return ['archive/unknown-packing', `This capture cannot be unpacked: ${content.fault}`];
};

const readCapture = async function* (source: Source, record: WarcRecord, context: Context): AsyncGenerator<Arrival> {
  const path = `${source.path}!/${record.number}`;
  const { given, limits, depth, columns } = context;
  const content = await contentOf(record, limits.bytes);
  if (!('bytes' in content)) {
    const [code, what] = faultOf(content);
    return yield refused(path, given, code, `${what}, so it was not read; the others are. Look at it by hand.`);
  }
  const remark = note(
    'archive/captured',
    'info',
    `Captured from the web on ${(record.captured ?? 'an unknown day').slice(0, 30)}: it was published then or earlier. Its day of publication is sought in the page.`,
  );
  const circumstances = {
    given,
    limits,
    depth: depth + 1,
    stated: stated({
      url: addressOf(record.address),
      title: undefined,
      published: undefined,
      outlet: undefined,
      author: undefined,
    }),
    ...(columns ? { columns } : {}),
  };
  const container = { path: source.path, form: 'warc' };
  for await (const arrival of context.readInner(memorySource(path, content.bytes), circumstances))
    yield arrival.is === 'passed'
      ? arrival
      : {
          ...arrival,
          document: {
            ...arrival.document,
            container: arrival.document.container ?? container,
            notes: [...arrival.document.notes, remark],
          },
        };
};

/**
 * A web archive, packed or not. Each capture of a page, a text, a feed or a PDF is read as that form; its path is the
 * number of its record. Requests, pictures, scripts, errors and revisits are passed over, and counted.
 */
export const warc: FileForm = {
  form: 'warc',
  accepts: (_path, head) => begin(head) === 'WARC/',
  read: async function* (source, context) {
    // Loaded when there is a web archive: its library is not small.
    const { recordsOf } = await import('./records.js');
    const head = (await source.stream()[Symbol.asyncIterator]().next()).value as Uint8Array;
    const passed = new Map<string, number>();
    let broken: unknown = null;
    try {
      for await (const record of recordsOf(source, isPacked(head))) {
        if (isCapture(record)) yield* readCapture(source, record, context);
        else {
          const kind =
            record.type === 'response' || record.type === 'resource' ? record.mime || 'no type' : record.type;
          passed.set(kind, (passed.get(kind) ?? 0) + 1);
        }
      }
    } catch (error) {
      broken = error;
    }
    if (passed.size > 0) {
      const kinds = [...passed]
        .sort()
        .slice(0, 30)
        .map(([kind, count]) => `${kind.slice(0, 60)} ${count}`);
      const message = `Records that are no pages were passed over (${kinds.join(', ')}). Look at pictures and films by hand.`;
      yield passedOver(source.path, note('archive/skipped-records', 'info', message));
    }
    if (broken !== null) {
      const message = `The web archive cannot be read on: ${reasonOf(broken)}. The records before this place are kept; fetch the file again.`;
      yield refused(source.path, context.given, 'archive/broken-container', message);
    }
  },
};
