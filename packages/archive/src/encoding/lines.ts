import type { Note } from '@isnad/model';
import { headOf, type Source } from '../source.js';
import { decodeBytes } from './decode.js';

/** How a text file is written, told from its first bytes. */
export interface Written {
  /** WHATWG label; `binary` when it is no text. */
  readonly encoding: string;
  readonly notes: readonly Note[];
}

const LINE_FEED = 0x0a;

/** The encoding of a file of lines. A head that ends inside a letter is cut back to its last whole line. */
export const writtenIn = async (source: Source): Promise<Written> => {
  const head = await headOf(source);
  const last = head.lastIndexOf(LINE_FEED);
  const { encoding, notes } = decodeBytes(last > 0 ? head.subarray(0, last + 1) : head);
  return { encoding, notes };
};

/** A line of a text file, its line break with it; `over` when it is longer than asked for and was cut. */
export interface TextLine {
  /** 1 for the first. */
  readonly number: number;
  readonly text: string;
  readonly over: boolean;
}

/** The lines of a file, one at a time; of a line longer than `longest` units only the beginning is kept. */
export const linesOf = async function* (source: Source, encoding: string, longest: number): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder(encoding);
  let [rest, number, over] = ['', 0, false];
  const line = (text: string): TextLine => {
    const cut = over || text.length > longest;
    over = false;
    return { number: ++number, text: cut ? text.slice(0, longest) : text, over: cut };
  };
  const taken = function* (decoded: string): Generator<TextLine> {
    let at = 0;
    for (let end = decoded.indexOf('\n'); end >= 0; end = decoded.indexOf('\n', at)) {
      yield line(rest + decoded.slice(at, end + 1));
      rest = '';
      at = end + 1;
    }
    if (rest.length <= longest) rest += decoded.slice(at);
    else over = true;
  };
  for await (const bytes of source.stream()) yield* taken(decoder.decode(bytes, { stream: true }));
  yield* taken(decoder.decode());
  if (rest !== '') yield line(rest);
};
