import { findOutlet, type Gazetteer, type Lexicon, type Outlet, type Place, resolveImported } from '@isnad/lexicon';
import { type Document, type Published, parseEdtf, type Reading } from '@isnad/model';
import {
  type DateMention,
  type Report,
  readDates,
  readIncidentDay,
  readPublished,
  readReport,
  resolveAgainst,
  Vocabulary,
} from '@isnad/text';
import { assemble } from './assemble.js';
import { readSentence, type Sentence } from './clause/sentence.js';
import type { EventGrammar } from './event/read.js';
import { withoutUnmet } from './event/wording.js';
import { explainAt } from './explain.js';
import { buildFigureWords, type FigureWords } from './figure/words.js';
import { buildTypeTable } from './frame/types.js';
import { namesBeside } from './person/beside.js';
import { readPersons } from './person/read.js';
import { buildPersonWords, type PersonWords } from './person/words.js';
import { markAreas } from './resolve/areas.js';
import { referBack, type Said } from './resolve/back.js';
import { contextOf } from './resolve/context.js';
import { lifetimeOfSides } from './resolve/lifetime.js';
import { PlaceResolver } from './resolve/places.js';
import { resolveSides } from './resolve/sides.js';
import { withoutUnproven } from './scan/imported.js';
import { numberStart } from './scan/numbers.js';
import { withParted } from './scan/parted.js';
import { joinPhrases } from './scan/phrases.js';
import { scanSentence } from './scan/scan.js';
import type { Scanners } from './scan/scanners.js';
import { foldGuesses } from './scan/surmise.js';
import { buildScanners } from './scanners.js';
import { surfaceOf } from './surface.js';
import { type EventWords, loadEventWords } from './words/load.js';

/** A report as the reader sees it before claims are made: for reading, `isnad text` and `isnad explain`. */
export interface Parsed {
  readonly report: Report;
  readonly published: Published;
  readonly outlet: { readonly name: string | null; readonly entry: Outlet | null };
  readonly dates: readonly DateMention[];
  /** The day of the incident that the report is a card of (EDTF). */
  readonly incident: string | null;
  readonly sentences: readonly Sentence[];
  readonly context: ReturnType<typeof contextOf>;
}

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

/** When the report was published, and its dates in that light: given by a sidecar, stated, or inferred. */
const datesOf = (
  report: Report,
  lexicon: Lexicon,
): { readonly published: Published; readonly dates: readonly DateMention[] } => {
  const { tokens, document } = report;
  const given = document.given.published ?? null;
  if (given !== null)
    return {
      published: document.stated?.includes('published')
        ? { edtf: given, basis: 'stated', reason: 'stated by the page or file outside the wording' }
        : { edtf: given, basis: 'given', reason: 'given with the report' },
      dates: readDates(tokens, document.text, { published: given }),
    };
  const undated = readDates(tokens, document.text, { published: null });
  const { edtf, basis, reason } = readPublished(undated, report.dateLines, tokens, {
    address: document.given.url,
    lifetime: lifetimeOfSides(tokens, lexicon),
  });
  return {
    published: { edtf, basis, reason },
    dates: edtf === null ? undated : undated.map((date) => resolveAgainst(date, edtf)),
  };
};

/** Kinds of sides that have an air force. */
const STATES: ReadonlySet<string> = new Set(['state-forces', 'external-forces']);

/** Parses a document up to clauses. Never throws over a text. */
export const parseDocument = (document: Document, grammar: Grammar, vocabulary: Vocabulary): Parsed => {
  const { lexicon, gazetteer, scanners } = grammar;
  const report = readReport(document, { vocabulary });
  // A page whose outlet neither its sidecar nor its text names is told by its address.
  const host = document.given.url === undefined ? null : findOutlet(lexicon, document.given.url);
  const outletName = document.given.outlet ?? report.outletText?.text ?? host?.name.ar ?? null;
  const entry = outletName === null ? null : findOutlet(lexicon, outletName);
  const { published, dates } = datesOf(report, lexicon);
  const datesByToken = new Map(dates.map((date) => [date.firstToken, date]));
  const marked = {
    numbers: new Map(
      report.numbers.map((number) => [numberStart(report.tokens, number, scanners, datesByToken), number]),
    ),
    dates: datesByToken,
  };
  const scanned = report.sentences.map((sentence) =>
    scanSentence(report.tokens, document.text, sentence.firstToken, sentence.lastToken, scanners, marked),
  );
  const context = contextOf(scanned, lexicon, gazetteer, entry, parseEdtf(published.edtf));
  const said: Said = { last: null, lastState: null, byHead: new Map() };
  const isState = (id: string): boolean => STATES.has(lexicon.actors.get(id)?.kind ?? '');
  const isNear = (candidates: readonly Place[]): boolean =>
    resolveImported(candidates, { nearby: context.anchors, countries: [] }, gazetteer).place !== null;
  const sentences = report.sentences.map((span, index) => {
    const proven = withoutUnproven(scanned[index]!, isNear);
    const joined = referBack(joinPhrases(foldGuesses(resolveSides(proven, context))), said, isState);
    const items = withoutUnmet(withParted(markAreas(joined, gazetteer.words), report.tokens, scanners.senses.parted));
    const title = report.titleSpan !== null && span.end <= report.titleSpan.end;
    return readSentence(index, items, span.start, span.end, title);
  });
  const incident = readIncidentDay(dates, report.tokens);
  return { report, published, outlet: { name: outletName, entry }, dates, incident, sentences, context };
};

/** The reader of Arabic reports. */
export interface Reader {
  readonly read: (document: Document) => Reading;
  /** What it sees below the level of claims. */
  readonly text: (document: Document) => ReturnType<typeof surfaceOf>;
  /** The tree of rules behind one offset, for people. */
  readonly explain: (document: Document, offset: number) => string;
}

/** Builds a reader over a lexicon; it may be used for any number of reports. */
export const createReader = (lexicon: Lexicon, gazetteer?: Gazetteer, words?: EventWords): Reader => {
  const grammar = prepareGrammar(lexicon, gazetteer, words);
  const vocabulary = new Vocabulary();
  const parse = (document: Document): Parsed => {
    vocabulary.trim();
    return parseDocument(document, grammar, vocabulary);
  };
  return {
    read: (document) => {
      const reading = assemble(parse(document), grammar);
      const people = (text: string) => {
        const { report, ...rest } = parseDocument({ ...document, text, given: { title: '' } }, grammar, vocabulary);
        // A line by itself is no byline here.
        return readPersons({ ...rest, report: { ...report, bylines: [] } }, grammar.persons);
      };
      const beside = namesBeside(document, reading.persons, people);
      return beside.length === 0 ? reading : { ...reading, report: { ...reading.report, namesBeside: beside } };
    },
    text: (document) => {
      const parsed = parse(document);
      return surfaceOf(parsed, new PlaceResolver(grammar.gazetteer, parsed.context, document.text, document.id));
    },
    explain: (document, offset) => {
      const parsed = parse(document);
      return explainAt(parsed, assemble(parsed, grammar), offset, grammar);
    },
  };
};
