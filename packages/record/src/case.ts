import type { Claim, Reading } from '@isnad/model';
import type { Copies } from './independence/copies.js';
import { outletRoot, rootOf } from './independence/roots.js';
import type { RecordLexicon } from './lexicon/record-lexicon.js';
import { byText, sorted } from './order.js';
import type { Days } from './units/unit.js';
import { byPlaceInText } from './units/unit.js';

/** A reading with its final publication days, and the other outlets under which the same bytes appeared. */
export interface DatedReading extends Reading {
  readonly days: Days | null;
  readonly appearances: readonly Reading['report'][];
}

/** Everything that the parts of the record ask of the reports. */
export interface Case {
  readonly lexicon: RecordLexicon;
  readonly readings: readonly DatedReading[];
  readonly texts: ReadonlyMap<string, string>;
  reading(report: string): DatedReading;
  claim(id: string): Claim | undefined;
  /** Id of the report in which a claim stands. */
  reportOf(claim: Claim): string;
  /** First possible day of publication; +Infinity when unknown. */
  firstDay(report: string): number;
  /** Order of claims in their reports' texts. */
  inText(a: Claim, b: Claim): number;
  /** Order of claims by publication, report and place in the text. */
  earlier(a: Claim, b: Claim): number;
  /** Root source, own-voice claims in copied wording traced to the report from which they were copied. */
  root(claim: Claim): string;
  outlets(report: string): readonly string[];
  readonly copies: Copies;
}

/** Indexes the readings of a case. Readings come with distinct report ids. */
export const openCase = (
  readings: readonly DatedReading[],
  lexicon: RecordLexicon,
  texts: ReadonlyMap<string, string>,
  copies: Copies,
): Case => {
  const byId = new Map(readings.map((reading) => [reading.report.id, reading]));
  const claims = new Map<string, Claim>();
  const homes = new Map<string, string>();
  for (const reading of readings) {
    for (const claim of reading.claims) {
      claims.set(claim.id, claim);
      homes.set(claim.id, reading.report.id);
    }
  }
  const reportOf = (claim: Claim): string => homes.get(claim.id)!;
  const firstDay = (report: string): number => byId.get(report)?.days?.first ?? Infinity;
  const byDay = (a: string, b: string): number => (firstDay(a) === firstDay(b) ? 0 : firstDay(a) - firstDay(b));
  return {
    lexicon,
    readings,
    texts,
    copies,
    reading: (report) => byId.get(report)!,
    claim: (id) => claims.get(id),
    reportOf,
    firstDay,
    inText: byPlaceInText,
    earlier: (a, b) => byDay(reportOf(a), reportOf(b)) || byText(reportOf(a), reportOf(b)) || byPlaceInText(a, b),
    root: (claim) => rootOf(claim, byId.get(copies.origin(reportOf(claim), claim))!.report, lexicon),
    outlets: (report) => {
      const reading = byId.get(report)!;
      return sorted([reading.report, ...reading.appearances].map((head) => outletRoot(head, lexicon)));
    },
  };
};
