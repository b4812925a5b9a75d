import path from 'node:path';
import { createReader, eventKinds, loadEventWords } from '@isnad/claims';
import { createFetcher } from '@isnad/fetch';
import { DATA_FOLDER, findOutlet, type Lexicon, LexiconError, loadLexicon } from '@isnad/lexicon';
import { wordsOfRecord } from '@isnad/server';
import { createCaseMaker, wordsOf } from './build/make-case.js';
import { Failure, systemCodeOf, systemReason } from './failure.js';
import { VERSION as version } from './installation.js';
import type { Stages } from './program.js';

/** What a function makes of each argument, made once. */
const once = <A, T>(make: (argument: A) => T): ((argument: A) => T) => {
  const made = new Map<A, T>();
  return (argument) => {
    if (!made.has(argument)) made.set(argument, make(argument));
    return made.get(argument)!;
  };
};

/** The lexicon, with the places of an imported gazetteer behind its own. */
const withGazetteer = (gazetteer: string): Lexicon => {
  try {
    return loadLexicon(DATA_FOLDER, gazetteer);
  } catch (error) {
    const isBroken = error instanceof LexiconError && error.file.startsWith(path.normalize(gazetteer));
    if (systemCodeOf(error) === null && !isBroken) throw error;
    throw new Failure(
      'cli/bad-gazetteer',
      isBroken ? `no table of imported places: ${error.message}` : `cannot read ${gazetteer}: ${systemReason(error)}`,
      'Make it with isnad gazetteer import, and name that file with --gazetteer.',
      { cause: error },
    );
  }
};

const lexicon = once((gazetteer: string | undefined) =>
  gazetteer === undefined ? loadLexicon() : withGazetteer(gazetteer),
);
const eventWords = once((_: void) => loadEventWords());
const reader = once((gazetteer: string | undefined) => createReader(lexicon(gazetteer), undefined, eventWords()));

const caseMaker = once((gazetteer: string | undefined) =>
  createCaseMaker(lexicon(gazetteer), eventKinds(eventWords()), () => reader(gazetteer), version),
);

/** The stages of the program as it is shipped; each is loaded when first needed. */
export const stages: Stages = {
  reader,
  caseMaker,
  caseStages: (gazetteer) => ({
    read: (document) => reader(gazetteer).read(document),
    readAll: (documents) => reader(gazetteer).readAll(documents),
    extractor: version,
    // Asked for only where something is read: a file that is known costs no lexicon.
    get reader() {
      return `${version}+${lexicon(gazetteer).version}`;
    },
    makeRecord: (gathered, decisions) => caseMaker(gazetteer).record(gathered, decisions),
    forget: () => caseMaker(gazetteer).forget(),
  }),
  words: (gazetteer) => wordsOf(lexicon(gazetteer), eventKinds(eventWords())),
  caseWords: (gazetteer) => (record) => {
    const known = lexicon(gazetteer);
    return wordsOfRecord(record, {
      ...known,
      events: eventKinds(eventWords()),
      places: new Map(known.places.places.map((place) => [place.id, place])),
      outlet: (name) => findOutlet(known, name)?.id ?? null,
    });
  },
  fetcher: ({ allowHost = [], contact, signal }) =>
    createFetcher({
      version,
      named: new Set(allowHost.map((host) => host.toLowerCase())),
      ...(contact === undefined ? {} : { contact }),
      ...(signal && { signal }),
    }),
  version,
  now: () => new Date().toISOString(),
  today: () => new Date().toISOString().slice(0, 10),
};
