import {
  type Arrival,
  arrived,
  type Circumstances,
  type Context,
  type FileForm,
  reasonOf,
  refused,
} from './arrival.js';
import { readDocument, tooBig, unreadDocument } from './document.js';
import { fileForms } from './forms/file-forms.js';
import { defaultLimit } from './limits.js';
import { headOf, type Source, wholeOf } from './source.js';

const NO_REPORTS = 'Nothing in this file is a report by its name or kind, so nothing was read. Look what it holds.';

/** One text or page: the whole file is the report. */
const readWhole = async (source: Source, { given, stated, limits }: Context): Promise<Arrival> => {
  const size = source.random?.size ?? 0;
  if (size > limits.bytes) return arrived(unreadDocument(source.path, given, tooBig(size, limits)));
  const whole = await wholeOf(source.stream(), limits.bytes);
  return arrived(
    'over' in whole
      ? unreadDocument(source.path, given, tooBig(whole.over, limits))
      : readDocument(source.path, whole.bytes, given, limits, stated),
  );
};

/**
 * The reports in a file, whatever its form, as they come: an archive of a million is never in memory whole. Never
 * throws: what cannot be read arrives as a document with an `error` note, and what came before it stands.
 */
export const readReports = async function* (
  source: Source,
  circumstances: Circumstances = {},
): AsyncGenerator<Arrival> {
  const { given = {}, stated = {}, columns, depth = 0 } = circumstances;
  const limits = { ...defaultLimit, ...circumstances.limits };
  const context: Context = { given, stated, columns, limits, depth, readInner: readReports };
  let form: FileForm | undefined;
  try {
    const head = await headOf(source);
    form = fileForms.find((candidate) => candidate.accepts(source.path, head));
    if (form) {
      let isBare = true;
      for await (const arrival of form.read(source, context)) {
        if (arrival.is === 'report') isBare = false;
        yield arrival;
      }
      if (isBare && depth === 0) yield refused(source.path, given, 'archive/no-reports', NO_REPORTS);
    } else yield await readWhole(source, context);
  } catch (error) {
    const what = form ? `The ${form.form} file cannot be read on` : 'The file cannot be read';
    const message = `${what}: ${reasonOf(error)}. What came before this place is kept; fetch the file again.`;
    yield refused(source.path, given, form ? 'archive/broken-container' : 'archive/unreadable', message);
  }
};
