import { type Note, note } from '@isnad/model';
import { holdsControls, signatureOf } from './binary.js';
import { decodeSingleByte } from './single-byte.js';
import { unmarkedUtf16 } from './utf16.js';

/** A text and how it was come by; an `error` note says that the bytes are no text. */
export interface Decoded {
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: string;
  readonly notes: readonly Note[];
}

const MARKS: readonly (readonly [encoding: string, ...bytes: readonly number[]])[] = [
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

/** The mark itself is kept as U+FEFF, so that offsets count from the first unit of the file. */
const decode = (bytes: Uint8Array, encoding: string, fatal = false): string =>
  new TextDecoder(encoding, { ignoreBOM: true, fatal }).decode(bytes);

const strictUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return decode(bytes, 'utf-8', true);
  } catch {
    return null;
  }
};

const binary = (what: string): Decoded => ({
  text: '',
  encoding: 'binary',
  notes: [
    note(
      'archive/binary',
      'error',
      `This is ${what}, not a text, so nothing was read. Give the text or the HTML page.`,
    ),
  ],
});

const named = (text: string, encoding: string, why: string): Decoded => ({
  text,
  encoding,
  notes: [
    note('archive/encoding', 'info', `Read as ${encoding} (${why}). If letters look wrong, save the file as UTF-8.`),
  ],
});

/** UTF-8 with a few torn characters (a file cut in the middle) is better read with gaps than as another encoding. */
const tornUtf8 = (bytes: Uint8Array): Decoded | null => {
  const text = decode(bytes, 'utf-8');
  let torn = 0;
  let whole = 0;
  for (const letter of text) {
    if (letter === '\ufffd') torn++;
    else if (letter > '\u007f') whole++;
  }
  if (whole < torn * 10) return null;
  const message = `${torn} characters are no valid UTF-8 and are shown as \ufffd. The file may be cut off or damaged: fetch it again.`;
  return { text, encoding: 'utf-8', notes: [note('archive/torn-utf-8', 'warning', message)] };
};

/**
 * Bytes as text: byte order mark, then unmarked UTF-16, strict UTF-8, damaged UTF-8, and single-byte
 * encodings last, because nearly any bytes are valid in those. Anything but UTF-8 is named in a note.
 */
export const decodeBytes = (bytes: Uint8Array): Decoded => {
  const signature = signatureOf(bytes);
  if (signature !== null) return binary(signature);
  const marked = MARKS.find(([, ...mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  if (marked?.startsWith('utf-16')) return named(decode(bytes, marked), marked, 'its byte order mark says so');
  const utf16 = unmarkedUtf16(bytes);
  if (utf16 !== null) return named(decode(bytes, utf16), utf16, 'two bytes a letter, no byte order mark');
  if (holdsControls(bytes)) return binary('a binary file');
  const text = strictUtf8(bytes);
  if (text !== null) return { text, encoding: 'utf-8', notes: [] };
  const torn = tornUtf8(bytes);
  if (torn) return torn;
  const guess = decodeSingleByte(bytes);
  return named(guess.text, guess.encoding, 'not UTF-8; guessed from frequent words and letters');
};
