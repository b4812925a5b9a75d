import { type Document, type Given, type Note, note, reportId } from '@isnad/model';
import { decodeBytes } from './encoding/decode.js';
import { type FoundInText, type InputForm, inputForms } from './forms/text-form.js';
import { defaultLimit, type ReadingLimits } from './limits.js';

/** A document of which nothing could be read, with the note that says why. */
export const unreadDocument = (path: string, given: Given, why: Note, id = ''): Document => ({
  path,
  id,
  text: '',
  encoding: 'none',
  form: 'plain',
  given,
  notes: [why],
  masked: [],
});

/** Whether a document holds a text to read: nothing in its making went wrong. */
export const isReport = (document: Document): boolean => document.notes.every((remark) => remark.severity !== 'error');

/** Size in whole mebibytes, for messages. */
const mebibytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024))} MiB`;

/** Says that a file is larger than the limit. */
export const tooBig = (bytes: number, limits: ReadingLimits): Note =>
  note(
    'archive/too-big',
    'error',
    `The file weighs ${mebibytes(bytes)}, more than the limit of ${mebibytes(limits.bytes)} for one report. Split it into one file a report.`,
  );

/**
 * A file's bytes as a document: hashed, decoded, its form told, markup masked. Never throws: bytes that
 * are no report give an empty text and an `error` note (`archive/empty`, `archive/binary`, `archive/too-big`).
 */
export const readDocument = (
  path: string,
  bytes: Uint8Array,
  given: Given = {},
  limits: ReadingLimits = defaultLimit,
  stated: Given = {},
): Document => {
  const id = reportId(bytes);
  if (bytes.length > limits.bytes) return unreadDocument(path, given, tooBig(bytes.length, limits), id);
  const { text, encoding, notes } = decodeBytes(bytes);
  const refused = notes.some((remark) => remark.severity === 'error');
  if (!refused && !/[^\s\ufeff]/.test(text)) {
    const empty = note('archive/empty', 'error', 'The file is empty, so nothing was read. Fetch the report again.');
    return { ...unreadDocument(path, given, empty, id), text, encoding };
  }
  return documentOf({ path, id, text, encoding, given, notes, stated });
};

/** What a document is made of besides what its text form finds. */
export type Wording = Pick<
  Document,
  'path' | 'id' | 'text' | 'encoding' | 'given' | 'notes' | 'container' | 'media'
> & {
  /** What the file around it states of the report; what is given wins over it. */
  readonly stated?: Given;
};

const FORM_FAILED = note(
  'archive/form-failed',
  'warning',
  'The markup could not be followed, so only what looks like a tag is read over. Save the report as plain text.',
);

/** A text as a document: its form told, what is not wording masked. */
export const documentOf = ({
  path,
  id,
  text,
  encoding,
  container,
  media,
  given,
  notes,
  stated: outside = {},
}: Wording): Document => {
  const form = inputForms.find((candidate) => candidate.accepts(path, text))!;
  const { masked, notes: formNotes, stated: inside = {} } = maskSafely(form, text);
  const stated = { ...inside, ...outside };
  const own = (Object.keys(stated) as (keyof Given)[]).filter((field) => given[field] === undefined).sort();
  // Field by field: a spread would give each document a shape of its own, and the reader asks them often.
  return {
    path,
    id,
    text,
    encoding,
    ...(container ? { container } : {}),
    ...(media ? { media } : {}),
    form: form.form,
    given: { ...stated, ...given },
    ...(own.length > 0 ? { stated: own } : {}),
    notes: [...notes, ...formNotes],
    masked,
  };
};

/** Markup is written by anyone: whatever it does to the libraries that read it, the text is kept. */
const maskSafely = (form: InputForm, text: string): FoundInText => {
  try {
    return form.mask(text);
  } catch {
    const masked = [...text.matchAll(/<[^<>]{1,2000}>/g)].map(({ 0: tag, index }) => ({
      start: index,
      end: index + tag.length,
    }));
    return { masked, notes: [FORM_FAILED] };
  }
};
