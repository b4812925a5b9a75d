import type { Gathered } from '@isnad/casework';
import type { CompareWords } from '@isnad/compare';
import type { Lexicon } from '@isnad/lexicon';
import type { CaseRecord, EventKind, Note } from '@isnad/model';
import { manifest, maskedNames, privatePersonsOf, publish } from '@isnad/publish';
import { buildRecord, type Redate, recordLexicon, recordMemory } from '@isnad/record';
import type { Reader } from '../reader.js';
import type { CaseMaker } from './case-maker.js';

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

/** What could not be read and the like, as notes of the record. */
const gatheredNotes = ({ notes }: Gathered): readonly Note[] =>
  notes.map(({ path, note }) => ({ ...note, message: `${path}: ${note.message}` }));

/** The record and its publication, over a loaded lexicon and the kinds of events. */
export const createCaseMaker = (
  lexicon: Lexicon,
  events: ReadonlyMap<string, EventKind>,
  reader: () => Reader,
  version: string,
): CaseMaker => {
  const words = wordsOf(lexicon, events);
  const known = recordLexicon(lexicon, lexicon.places, events);
  let memory = recordMemory(known);
  const read = ({ readings }: Gathered) => new Map(readings.map((reading) => [reading.report.id, reading]));
  return {
    record: (gathered, decisions): CaseRecord => {
      const { caseName, readings, texts } = gathered;
      const record = buildRecord({
        caseName,
        readings,
        decisions,
        lexicon: known,
        texts,
        program: { version, lexicon: lexicon.version },
        redate: redateFor(gathered, reader),
        memory,
      });
      const notes = gatheredNotes(gathered);
      return {
        ...record,
        private_persons: privatePersonsOf(read(gathered)),
        ...(notes.length > 0 ? { notes: [...(record.notes ?? []), ...notes] } : {}),
      };
    },
    forget: () => {
      memory = recordMemory(known);
    },
    publication: (record, gathered, { asOf, names }) => {
      const readings = read(gathered);
      const masked = maskedNames({ readings, words, names });
      const outputs = publish({ record, texts: gathered.texts, readings, words, asOf, names });
      const form = manifest({
        record: { ...record, case: masked(record.case, null) },
        asOf,
        names,
        lifted: null,
        inputs: [...gathered.inputs].map(([path, sha256]) => ({ path: masked(path, sha256), sha256 })),
        outputs,
      });
      const own = record.notes?.slice(0, record.notes.length - gathered.notes.length) ?? [];
      return { files: new Map<string, string | Uint8Array>([...outputs, ['manifest.json', form]]), notes: own };
    },
  };
};
