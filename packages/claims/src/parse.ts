import { findOutlet, type Lexicon, type Outlet, type Place, resolveImported } from '@isnad/lexicon';
import { type Document, type Published, parseEdtf } from '@isnad/model';
import {
  type DateMention,
  type NumberMention,
  type Report,
  readDates,
  readIncidentDay,
  readPublished,
  readReport,
  resolveAgainst,
  type Vocabulary,
} from '@isnad/text';
import { readSentence, type Sentence } from './clause/sentence.js';
import { withoutUnmet } from './event/wording.js';
import type { Grammar } from './reader.js';
import { markAreas } from './resolve/areas.js';
import { referBack, type Said } from './resolve/back.js';
import { contextOf, type ReportContext } from './resolve/context.js';
import { lifetimeOfSides } from './resolve/lifetime.js';
import { resolveSides } from './resolve/sides.js';
import { withoutUnproven } from './scan/imported.js';
import type { Item } from './scan/item.js';
import { numberStart } from './scan/numbers.js';
import { withParted } from './scan/parted.js';
import { joinPhrases } from './scan/phrases.js';
import { scanSentence } from './scan/scan.js';
import { foldGuesses } from './scan/surmise.js';

/** A report as the reader sees it before claims are made: for reading, `isnad text` and `isnad explain`. */
export interface Parsed {
  readonly report: Report;
  readonly published: Published;
  readonly outlet: { readonly name: string | null; readonly entry: Outlet | null };
  readonly dates: readonly DateMention[];
  /** The day of the incident that the report is a card of (EDTF). */
  readonly incident: string | null;
  readonly sentences: readonly Sentence[];
  readonly context: ReportContext;
}

/** The items of each sentence of a report. */
type Items = readonly (readonly Item[])[];

/** A page whose outlet neither its sidecar nor its text names is told by its address. */
const outletOf = ({ document: { given }, outletText }: Report, lexicon: Lexicon): Parsed['outlet'] => {
  const host = given.url === undefined ? null : findOutlet(lexicon, given.url);
  const name = given.outlet ?? outletText?.text ?? host?.name.ar ?? null;
  return { name, entry: name === null ? null : findOutlet(lexicon, name) };
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
    lifetime: () => lifetimeOfSides(tokens, lexicon),
  });
  return {
    published: { edtf, basis, reason },
    dates: edtf === null ? undated : undated.map((date) => resolveAgainst(date, edtf)),
  };
};

/** What stands in each sentence: names, numbers, dates, words of events. */
const scan = (
  { tokens, document, numbers, sentences }: Report,
  dates: readonly DateMention[],
  grammar: Grammar,
): Items => {
  const { scanners } = grammar;
  const marked = {
    numbers: tokens.map((): NumberMention | undefined => undefined),
    dates: tokens.map((): DateMention | undefined => undefined),
  };
  for (const date of dates) marked.dates[date.firstToken] = date;
  for (const number of numbers) marked.numbers[numberStart(tokens, number, scanners, marked.dates)] = number;
  return sentences.map(({ firstToken, lastToken }) =>
    scanSentence({ tokens, original: document.text, last: lastToken, scanners, marked }, firstToken),
  );
};

/** Sides and imported places as the report as a whole means them. */
const inContext = (sentences: Items, context: ReportContext, { gazetteer }: Grammar): Items => {
  const isNear = (candidates: readonly Place[]): boolean =>
    resolveImported(candidates, { nearby: context.anchors, countries: [] }, gazetteer).place !== null;
  return sentences.map((items) => resolveSides(withoutUnproven(items, isNear), context));
};

/** Kinds of sides that have an air force. */
const STATES: ReadonlySet<string> = new Set(['state-forces', 'external-forces']);

/** Names of several items put together, and what stands for a name before. */
const joined = (sentences: Items, { lexicon }: Grammar): Items => {
  const said: Said = { last: null, lastState: null, byHead: new Map() };
  const isState = (id: string): boolean => STATES.has(lexicon.actors.get(id)?.kind ?? '');
  return sentences.map((items) => referBack(joinPhrases(foldGuesses(items)), said, isState));
};

/** Areas, verbs in parts, and words of events that lack what they need. */
const settled = (sentences: Items, { tokens }: Report, { gazetteer, scanners }: Grammar): Items =>
  sentences.map((items) => withoutUnmet(withParted(markAreas(items, gazetteer.words), tokens, scanners.senses.parted)));

const inClauses = (sentences: Items, report: Report): readonly Sentence[] =>
  report.sentences.map(({ start, end }, index) => {
    const title = report.titleSpan !== null && end <= report.titleSpan.end;
    return readSentence(index, sentences[index]!, start, end, title);
  });

/**
 * Parses documents up to clauses, each step over all of them: the code of one step fits into what the processor
 * keeps next to itself, that of all does not. Never throws over a text.
 */
export const parseAll = (documents: readonly Document[], grammar: Grammar, vocabulary: Vocabulary): Parsed[] => {
  const { lexicon, gazetteer } = grammar;
  const reports = documents.map((document) => readReport(document, { vocabulary }));
  const outlets = reports.map((report) => outletOf(report, lexicon));
  const dated = reports.map((report) => datesOf(report, lexicon));
  const scanned = reports.map((report, n) => scan(report, dated[n]!.dates, grammar));
  const contexts = scanned.map((items, n) =>
    contextOf(items, lexicon, gazetteer, outlets[n]!.entry, parseEdtf(dated[n]!.published.edtf)),
  );
  const meant = scanned.map((items, n) => inContext(items, contexts[n]!, grammar));
  const phrased = meant.map((items) => joined(items, grammar));
  const items = phrased.map((sentences, n) => settled(sentences, reports[n]!, grammar));
  const sentences = items.map((each, n) => inClauses(each, reports[n]!));
  return reports.map((report, n) => ({
    report,
    published: dated[n]!.published,
    outlet: outlets[n]!,
    dates: dated[n]!.dates,
    incident: readIncidentDay(dated[n]!.dates, report.tokens),
    sentences: sentences[n]!,
    context: contexts[n]!,
  }));
};

/** Parses one document. */
export const parseDocument = (document: Document, grammar: Grammar, vocabulary: Vocabulary): Parsed =>
  parseAll([document], grammar, vocabulary)[0]!;
