import type { CompareWords } from '@isnad/compare';
import type { Lexicon } from '@isnad/lexicon';
import type { EventKind } from '@isnad/model';
import { manifest, maskedNames, privatePersonsOf, publish } from '@isnad/publish';
import { buildRecord, type Redate, recordLexicon } from '@isnad/record';
import type { Reader } from '../reader.js';
import type { CaseMaker } from './case-maker.js';
import type { Gathered } from './gather.js';

/** Reads an undated report again once its date is known, so that its relative dates are resolved. */
const redateFor =
  ({ documents }: Gathered, reader: () => Reader): Redate =>
  (reading, published) => {
    const document = documents.get(reading.report.id);
    return document ? reader().read({ ...document, given: { ...document.given, published } }) : reading;
  };

/** What publication, exports and comparisons need of the lexicon and the kinds of events. */
export const wordsOf = (lexicon: Lexicon, events: ReadonlyMap<string, EventKind>): CompareWords => ({
  ...lexicon,
  events,
  places: new Map(lexicon.places.places.map((place) => [place.id, place])),
});

/** The record and its publication, over a loaded lexicon and the kinds of events. */
export const createCaseMaker = (
  lexicon: Lexicon,
  events: ReadonlyMap<string, EventKind>,
  reader: () => Reader,
  version: string,
): CaseMaker => {
  const words = wordsOf(lexicon, events);
  const known = recordLexicon(lexicon, lexicon.places, events);
  return (gathered, { decisions, asOf, names }) => {
    const { caseName, readings, texts, inputs } = gathered;
    const record = buildRecord({
      caseName,
      readings,
      decisions,
      lexicon: known,
      texts,
      program: { version, lexicon: lexicon.version },
      redate: redateFor(gathered, reader),
    });
    const notes = gathered.notes.map(({ path, note }) => ({ ...note, message: `${path}: ${note.message}` }));
    const read = new Map(readings.map((reading) => [reading.report.id, reading]));
    const masked = maskedNames({ readings: read, words, names });
    const outputs = publish({
      record: {
        ...record,
        private_persons: privatePersonsOf(read),
        ...(notes.length > 0 ? { notes: [...(record.notes ?? []), ...notes] } : {}),
      },
      texts,
      readings: read,
      words,
      asOf,
      names,
    });
    const wentIn = [...inputs].map(([path, sha256]) => ({ path: masked(path, sha256), sha256 }));
    const form = manifest({
      record: { ...record, case: masked(record.case, null) },
      asOf,
      names,
      lifted: null,
      inputs: wentIn,
      outputs,
    });
    return { files: new Map([...outputs, ['manifest.json', form]]), notes: record.notes ?? [] };
  };
};
