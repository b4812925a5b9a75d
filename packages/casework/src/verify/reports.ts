import { appearanceHash, type KeptReport, type Store, sha256, type Tombstone } from '@isnad/store';
import { eachPage } from '../paging.js';
import type { CaseStages } from '../stages.js';
import type { Logged } from './custody.js';
import { broken, type Finding } from './finding.js';
import type { KeptWording } from './inputs.js';

/** What the inputs are held against. */
export interface KeptTexts {
  readonly keptIn: (input: number) => KeptWording;
  readonly extractorOf: (report: string) => string | undefined;
}

/** What of a thing was expunged: its file, its text. */
type Graves = ReadonlyMap<string, ReadonlySet<Tombstone['what']>>;

const gravesIn = async (store: Store): Promise<Graves> => {
  const graves = new Map<string, Set<Tombstone['what']>>();
  for (const { subject, what } of await store.expunge.tombstones())
    graves.set(subject, (graves.get(subject) ?? new Set()).add(what));
  return graves;
};

const checkText = (report: KeptReport, logged: Logged, graves: Graves): Finding | null => {
  const { id, state, text, textHash } = report;
  if (state === 'expunged') {
    if (!graves.get(id)?.has('report') || !logged.has('expunge', id))
      return broken(
        'verify/tombstone',
        id,
        `report ${id} is marked as expunged, and nobody is logged to have done that`,
      );
    return text === '' ? null : broken('verify/tombstone', id, `report ${id} was expunged and its text is still there`);
  }
  if (sha256(text) !== textHash)
    return broken('verify/text', id, `the text of report ${id} does not have the hash that is kept with it`);
  if (!logged.has('extract', id)) return broken('verify/text', id, `the custody log does not know report ${id}`);
  const last = logged.last(id);
  // A file of one report has the report's id: where only the file went, the text stands as it was taken out.
  const isFileGone = graves.get(id)?.size === 1 && graves.get(id)?.has('input') && last === sha256('');
  return last === textHash || (isFileGone && logged.has('extract', id, textHash))
    ? null
    : broken('verify/text', id, `the text of report ${id} is not the one that the custody log knows`);
};

/** Each report: its text against its hash and the log, its appearances against the log. */
export const checkReports = async (
  store: Store,
  logged: Logged,
): Promise<{ readonly findings: readonly Finding[]; readonly kept: KeptTexts }> => {
  const findings: Finding[] = [];
  const graves = await gravesIn(store);
  const wording = new Map<number, Map<string, { report: string; text: string; masked: string }>>();
  const extractors = new Map<string, string>();
  const listed = new Set<string>();
  const appeared = new Map<string, number>();
  for await (const { id } of eachPage(store.reports.list)) {
    const report = (await store.reports.get(id))!;
    listed.add(id);
    extractors.set(id, report.extractor);
    const wrong = checkText(report, logged, graves);
    if (wrong) findings.push(wrong);
    for (const { input, path } of report.appearances) {
      const known = wording.get(input) ?? new Map<string, { report: string; text: string; masked: string }>();
      wording.set(input, known);
      known.set(path, { report: id, text: report.textHash, masked: JSON.stringify(report.masked) });
    }
  }
  for await (const { document } of eachPage(store.reports.documents)) {
    appeared.set(document.id, (appeared.get(document.id) ?? 0) + 1);
    if (!logged.has('appear', document.id, appearanceHash(document)))
      findings.push(
        broken(
          'verify/appearance',
          document.path,
          `what is known of ${document.path} from outside its text (outlet, date, address) is not what the custody log knows`,
        ),
      );
  }
  for (const id of logged.subjects('extract')) {
    if (!listed.has(id)) findings.push(broken('verify/text', id, `report ${id} came in and is no longer in the case`));
    else if (!appeared.has(id) && !graves.has(id))
      findings.push(broken('verify/appearance', id, `report ${id} appears in no input`));
  }
  return {
    findings,
    kept: { keptIn: (input) => wording.get(input) ?? new Map(), extractorOf: (report) => extractors.get(report) },
  };
};

/** Each reading against the log, and against what the same version reads now. */
export const checkReadings = async (store: Store, stages: CaseStages, logged: Logged): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  const documents = eachPage(store.reports.documents);
  const current = new Map<number, string>();
  for (const { reader } of await store.readings.readers()) {
    const readings = eachPage(async (page) =>
      (await store.readings.list(reader, page)).map((one) => ({ ...one, key: one.appearance })),
    );
    for await (const { key, reading } of readings) {
      const hash = sha256(JSON.stringify(reading));
      if (reader === stages.reader) current.set(key, hash);
      if (!logged.has('read', reading.report.id, hash))
        findings.push(
          broken(
            'verify/reading',
            reading.report.path,
            `the reading of ${reading.report.path} by ${reader} is not the one that the custody log knows`,
          ),
        );
    }
  }
  for await (const { key, document } of documents) {
    const kept = current.get(key);
    if (kept !== undefined && kept !== sha256(JSON.stringify(stages.read(document))))
      findings.push(
        broken(
          'verify/reading',
          document.path,
          `${document.path} reads differently now, by the same version (${stages.reader})`,
        ),
      );
  }
  return findings;
};
