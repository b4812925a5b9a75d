import type { Note } from './note.js';
import type { Span } from './span.js';

/** What a sidecar or the command line says of a report; it wins over what the text shows. */
export interface Given {
  readonly outlet?: string;
  /** EDTF. */
  readonly published?: string;
  readonly url?: string;
  readonly title?: string;
}

/**
 * One file as it came in, decoded. `text` is the decoded original to which all offsets refer;
 * nothing in it is changed.
 */
export interface Document {
  /** As given by the caller. */
  readonly path: string;
  /** `sha256:` and the hexadecimal hash of the raw bytes. */
  readonly id: string;
  readonly text: string;
  /** WHATWG label of the encoding that was used, such as `utf-8` or `windows-1256`. */
  readonly encoding: string;
  /** `markup`: the text holds HTML tags, which are to be read over. */
  readonly form: 'plain' | 'markup';
  readonly given: Given;
  readonly notes: readonly Note[];
  /** Passages that are no wording (tags, scripts, entities), in order; they are read over. */
  readonly masked?: readonly Span[];
}
