import { type Note, note, reportId } from '@isnad/model';
import { type Arrival, arrived, type Context, type FileForm, passedOver, refused } from '../../arrival.js';
import { dayOfMoment } from '../../dates.js';
import { documentOf } from '../../document.js';
import type { Source } from '../../source.js';
import { firstSign } from '../first-sign.js';
import { stated } from '../page/metadata.js';
import { type JsonItem, JsonItems } from './json-items.js';
import { readMedia } from './media.js';
import { type Message, readMessage } from './message.js';

const CHAT =
  /"type"\s*:\s*"(?:public_|private_)?(?:channel|supergroup|group)"|"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages)"/;

const oneLine = (name: string): string => name.replace(/\s+/g, ' ').slice(0, 200);

const remarksOn = ({ edited, forwardedFrom }: Message, chat: string): readonly Note[] => [
  ...(forwardedFrom === undefined
    ? []
    : [
        note(
          'archive/forwarded',
          'info',
          `Forwarded from "${oneLine(forwardedFrom)}" by "${oneLine(chat)}", so it counts as published by the first. The day is that of the forwarding; look for the original post.`,
        ),
      ]),
  ...(edited === undefined
    ? []
    : [
        note(
          'archive/edited',
          'info',
          `Edited on ${edited.slice(0, 40)}: the export holds the last wording only. Look for an earlier copy.`,
        ),
      ]),
];

const documentFor = async (source: Source, item: JsonItem, message: Message, { given }: Context): Promise<Arrival> => {
  const chat = item.around.get('name') ?? '';
  const { media, notes } = await readMedia(source, message.media);
  return arrived(
    documentOf({
      path: `${source.path}!/${pathOf(item, message)}`,
      id: reportId(new TextEncoder().encode(item.text)),
      text: message.text,
      encoding: 'utf-8',
      given,
      notes: [...remarksOn(message, chat), ...notes],
      container: { path: source.path, form: 'telegram' },
      stated: stated({
        outlet: message.forwardedFrom ?? (chat || message.from),
        published: dayOfMoment(message.date ?? '') ?? undefined,
        author: message.author,
        title: undefined,
        url: undefined,
      }),
      ...(media.length > 0 ? { media } : {}),
    }),
  );
};

/** Messages of an export of many chats are numbered in each chat anew. */
const pathOf = ({ around }: JsonItem, { id }: Message): string => {
  const chat = around.get('isnad/chat');
  return chat === undefined ? String(id) : `${chat}/${id}`;
};

const tooLong = (path: string, { given }: Context): Arrival =>
  refused(
    path,
    given,
    'archive/too-big',
    'A message is longer than the limit for one report, so it was not read. Look at it by hand.',
  );

/**
 * The export of Telegram Desktop as `result.json`, of one chat or all. Each message with wording is a report: its text
 * is that of its entities in order, its outlet the chat, or for a forwarded one the channel that it comes from.
 */
export const telegram: FileForm = {
  form: 'telegram',
  accepts: (path, head) => {
    if (firstSign(head) !== '{') return false;
    const text = new TextDecoder().decode(head.subarray(0, 16_384));
    if (!/^\ufeff?\s*\{/.test(text) || /^\ufeff?\s*\{.*\}\s*\n\s*\{/.test(text)) return false;
    return (CHAT.test(text) && /"messages"\s*:\s*\[/.test(text)) || /(?:^|\/)result\.json$/i.test(path);
  },
  read: async function* (source, context) {
    const items = new JsonItems('messages', context.limits.bytes);
    const decoder = new TextDecoder();
    const chats = new Map<ReadonlyMap<string, string>, number>();
    let [wordless, broken] = [0, 0];
    const readItem = async (item: JsonItem): Promise<Arrival | null> => {
      if (!chats.has(item.around)) chats.set(item.around, chats.size + 1);
      const chat = chats.get(item.around)!;
      const around = chat === 1 ? item.around : new Map([...item.around, ['isnad/chat', String(chat)]]);
      if (item.over) return tooLong(source.path, context);
      const message = readMessage(item.text);
      if (message === null) broken++;
      if (message === null || message === 'service') return null;
      if (/\S/.test(message.text)) return documentFor(source, { ...item, around }, message, context);
      wordless++;
      return null;
    };
    const readPiece = async function* (piece: string): AsyncGenerator<Arrival> {
      for (const item of items.take(piece)) {
        const arrival = await readItem(item);
        if (arrival) yield arrival;
      }
    };
    for await (const bytes of source.stream()) yield* readPiece(decoder.decode(bytes, { stream: true }));
    yield* readPiece(decoder.decode());
    if (broken > 0) {
      const message = `${broken} messages are none that Telegram writes and were left out; the others are read. Export the chat again.`;
      yield refused(source.path, context.given, 'archive/bad-line', message);
    }
    if (wordless > 0) {
      const message = `${wordless} messages hold pictures, films or files without a word and were passed over. Look at them by hand.`;
      yield passedOver(source.path, note('archive/wordless', 'info', message));
    }
    items.end();
  },
};
