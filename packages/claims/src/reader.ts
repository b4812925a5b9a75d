import type { Gazetteer, Lexicon } from '@isnad/lexicon';
import type { Document, Reading } from '@isnad/model';
import { Vocabulary } from '@isnad/text';
import { assembleAll } from './assemble.js';
import type { EventGrammar } from './event/read.js';
import { explainAt } from './explain.js';
import { buildFigureWords, type FigureWords } from './figure/words.js';
import { buildTypeTable } from './frame/types.js';
import { type Parsed, parseAll, parseDocument } from './parse.js';
import { namesBeside, wordsBeside } from './person/beside.js';
import { readPersons } from './person/read.js';
import { buildPersonWords, type PersonWords } from './person/words.js';
import { PlaceResolver } from './resolve/places.js';
import type { Scanners } from './scan/scanners.js';
import { buildScanners } from './scanners.js';
import { surfaceOf } from './surface.js';
import { type EventWords, loadEventWords } from './words/load.js';

export interface Grammar extends EventGrammar {
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  readonly scanners: Scanners;
  readonly words: EventWords;
  readonly figures: FigureWords;
  readonly persons: PersonWords;
}

/** Prepares everything that is the same for all reports. */
export const prepareGrammar = (
  lexicon: Lexicon,
  gazetteer: Gazetteer = lexicon.places,
  words: EventWords = loadEventWords(),
): Grammar => {
  const persons = buildPersonWords();
  return {
    lexicon,
    gazetteer,
    words,
    scanners: buildScanners(lexicon, gazetteer, words, persons),
    table: buildTypeTable(words),
    figures: buildFigureWords(words.figures),
    persons,
  };
};

/** The reader of Arabic reports. */
export interface Reader {
  readonly read: (document: Document) => Reading;
  /** The same for several reports, much cheaper than one by one. */
  readonly readAll: (documents: readonly Document[]) => Reading[];
  /** What it sees below the level of claims. */
  readonly text: (document: Document) => ReturnType<typeof surfaceOf>;
  /** The tree of rules behind one offset, for people. */
  readonly explain: (document: Document, offset: number) => string;
}

/**
 * So many reports are read together, or so many characters of them: more are hardly cheaper, and what is made of each
 * is held till the last is read.
 */
const TOGETHER = 16;
const TEXT_TOGETHER = 60_000;

/** Reports in the groups in which they are read. */
const inGroups = (documents: readonly Document[]): readonly (readonly Document[])[] => {
  const groups: Document[][] = [];
  let room = 0;
  for (const document of documents) {
    room -= document.text.length;
    const group = groups[groups.length - 1];
    if (group && room >= 0 && group.length < TOGETHER) group.push(document);
    else {
      groups.push([document]);
      room = TEXT_TOGETHER - document.text.length;
    }
  }
  return groups;
};

/** Builds a reader over a lexicon; it may be used for any number of reports. */
export const createReader = (lexicon: Lexicon, gazetteer?: Gazetteer, words?: EventWords): Reader => {
  const grammar = prepareGrammar(lexicon, gazetteer, words);
  const vocabulary = new Vocabulary();
  const parse = (document: Document): Parsed => {
    vocabulary.trim();
    return parseDocument(document, grammar, vocabulary);
  };
  /** Readings with the names of private persons that stand beside their reports only. */
  const withNamesBeside = (readings: readonly Reading[], documents: readonly Document[]): Reading[] => {
    const beside = documents.flatMap((document, of) => wordsBeside(document).map((text) => ({ of, document, text })));
    const found = parseAll(
      beside.map(({ document, text }) => ({ ...document, text, masked: [], given: { title: '' } })),
      grammar,
      vocabulary,
      // A line by itself is no byline here.
    ).map((parsed) => readPersons(parsed, grammar.persons, []));
    return readings.map((reading, n) => {
      const names = namesBeside(
        beside.flatMap(({ of }, k) => (of === n ? found[k]! : [])),
        reading.persons,
      );
      return names.length === 0 ? reading : { ...reading, report: { ...reading.report, namesBeside: names } };
    });
  };
  const readTogether = (documents: readonly Document[]): Reading[] => {
    vocabulary.trim();
    return withNamesBeside(assembleAll(parseAll(documents, grammar, vocabulary), grammar), documents);
  };
  return {
    read: (document) => readTogether([document])[0]!,
    readAll: (documents) => inGroups(documents).flatMap(readTogether),
    text: (document) => {
      const parsed = parse(document);
      return surfaceOf(parsed, new PlaceResolver(grammar.gazetteer, parsed.context, document.text, document.id));
    },
    explain: (document, offset) => {
      const parsed = parse(document);
      return explainAt(parsed, assembleAll([parsed], grammar)[0]!, offset, grammar);
    },
  };
};
