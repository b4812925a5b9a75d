import { type Note, note, reportId } from '@isnad/model';
import { type Arrival, arrived, type Context, type FileForm, passedOver, refused } from '../../arrival.js';
import { documentOf, tooBig, unreadDocument } from '../../document.js';
import { decodeBytes } from '../../encoding/decode.js';
import { type Source, wholeOf } from '../../source.js';
import { firstSign } from '../first-sign.js';
import { feedParts } from './entries.js';
import type { FeedEntry } from './parse-entry.js';

const ENTITIES = note(
  'archive/entities-refused',
  'warning',
  'The feed declares entities of its own, as files made to exhaust a reader do; they are not expanded. Look where it comes from.',
);

interface Written {
  readonly encoding: string;
  readonly notes: readonly Note[];
}

const documentFor = (
  source: Source,
  number: number,
  raw: string,
  entry: FeedEntry | null,
  written: Written,
  context: Context,
): Arrival => {
  const path = `${source.path}!/${number}`;
  const id = reportId(new TextEncoder().encode(raw));
  const text = [entry?.title, entry?.body].filter((part) => part !== undefined).join('\n\n');
  if (!/\S/.test(text)) {
    const message =
      'This entry of the feed cannot be read, or says nothing; the others are read. Fetch the feed again.';
    return refused(path, context.given, entry ? 'archive/empty' : 'archive/bad-entry', message, id);
  }
  const { given } = context;
  const container = { path: source.path, form: 'feed' };
  return arrived(documentOf({ path, id, text, given, container, stated: entry!.stated, ...written }));
};

/**
 * An RSS or Atom feed, each entry a report: its text is the title, a blank line and the longer of content and summary,
 * XML undone, tags in it masked. Entries are numbered from 1 as they stand.
 */
export const feed: FileForm = {
  form: 'feed',
  accepts: (_path, head) => {
    if (firstSign(head) !== '<') return false;
    const { text } = decodeBytes(head.subarray(0, 8192));
    return (
      /^\ufeff?\s*</.test(text) && /<(?:rss|feed|rdf:RDF)(?=[\s>])/.test(text) && !/<(?:html|body)(?=[\s>])/i.test(text)
    );
  },
  read: async function* (source, context) {
    const { given, limits } = context;
    const whole = await wholeOf(source.stream(), limits.bytes);
    if ('over' in whole) return yield arrived(unreadDocument(source.path, given, tooBig(whole.over, limits)));
    const { text, encoding, notes } = decodeBytes(whole.bytes);
    const parts = feedParts(text);
    if (parts?.declaresEntities) yield passedOver(source.path, ENTITIES);
    // Loaded when there is a feed: the parser of XML is not small.
    const { parseEntry } = await import('./parse-entry.js');
    const parsed = (xml: string): FeedEntry | null => {
      try {
        return parseEntry(xml);
      } catch {
        return null;
      }
    };
    for (const [index, raw] of (parts?.entries ?? []).entries())
      yield documentFor(source, index + 1, raw, parsed(parts!.around(raw)), { encoding, notes }, context);
    if (parts && parts.entries.length === 0 && !parts.torn) yield refused(source.path, given, 'archive/empty', EMPTY);
    if (!parts || parts.torn) yield refused(source.path, given, 'archive/broken-container', TORN);
  },
};

const EMPTY = 'The feed has no entries, so nothing was read. Fetch it again later.';
const TORN = 'An entry of the feed begins and does not end; the whole ones are read. Fetch the feed again.';
