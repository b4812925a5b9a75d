import type { Note } from './note.js';
import type { Span } from './span.js';

/** What a sidecar or the command line says of a report; it wins over what the text shows. */
export interface Given {
  readonly outlet?: string;
  /** EDTF. */
  readonly published?: string;
  readonly url?: string;
  readonly title?: string;
  readonly author?: string;
}

/** The kind of text that a document is: `page` a whole HTML page, `markup` a text with tags in it. */
export type TextForm = 'plain' | 'markup' | 'page';

/** A picture, film or file that a report shows; it is kept by name and hash and never read. */
export interface Media {
  readonly name: string;
  /** `sha256:` and the hash of its bytes; null when they are not at hand. */
  readonly id: string | null;
}

/** The file that a document came in, when it is not a file of its own. */
export interface Container {
  /** As given by the caller. */
  readonly path: string;
  /** Its input form, such as `zip` or `feed`. */
  readonly form: string;
}

/**
 * One report as it came in, decoded. `text` is the original to which all offsets refer: the decoded file, or for
 * a report inside another file the wording that its form takes out of it (docs/adr/0007); nothing in it is changed.
 */
export interface Document {
  /** As given by the caller; inside another file `file.zip!/name`. */
  readonly path: string;
  /** `sha256:` and the hexadecimal hash of the raw bytes of the report. */
  readonly id: string;
  readonly text: string;
  /** WHATWG label of the encoding that was used, such as `utf-8` or `windows-1256`. */
  readonly encoding: string;
  readonly form: TextForm;
  /** What is known of the report from outside its wording. */
  readonly given: Given;
  /** Fields of `given` that the report states of itself (the head of a page), rather than a sidecar. */
  readonly stated?: readonly (keyof Given)[];
  readonly container?: Container;
  readonly media?: readonly Media[];
  readonly notes: readonly Note[];
  /** Passages that are no wording (tags, scripts, entities), in order; they are read over. */
  readonly masked?: readonly Span[];
}
