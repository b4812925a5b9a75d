import { isObject, type JsonObject } from '../json-object.js';
/** A message of a Telegram export, as far as it is read here. */
export interface Message {
  readonly id: number;
  readonly text: string;
  /** As the export writes it: the clock of the machine that exported. */
  readonly date: string | undefined;
  readonly edited: string | undefined;
  readonly from: string | undefined;
  readonly forwardedFrom: string | undefined;
  readonly author: string | undefined;
  /** Names of files, relative to the export. */
  readonly media: readonly string[];
}

const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** A text of entities: plain strings, and objects whose `text` is shown. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return value.map((piece) => (isObject(piece) ? textOf(piece.text) : textOf(piece))).join('');
};

/** A file that was left out of the export stands as a remark in brackets. */
const mediaOf = (message: JsonObject): readonly string[] =>
  ['photo', 'file'].map((field) => stringOf(message[field])).filter((name) => name !== undefined);

/** The message that a piece of an export holds; `service` for the likes of "pinned a message"; null when it is none. */
export const readMessage = (json: string): Message | 'service' | null => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isObject(value) || typeof value.id !== 'number') return null;
  if (value.type === 'service') return 'service';
  const text = textOf(value.text);
  return {
    id: value.id,
    text: text.trim() === '' ? textOf(value.text_entities) : text,
    date: stringOf(value.date),
    edited: stringOf(value.edited),
    from: stringOf(value.from),
    forwardedFrom: stringOf(value.forwarded_from),
    author: stringOf(value.author),
    media: mediaOf(value),
  };
};
