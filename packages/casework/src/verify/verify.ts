import { canonical, RECORD_LISTS, type Store, StoreError, sha256 } from '@isnad/store';
import { gatherCase } from '../contents.js';
import { decisionsOf, isRecordCurrent } from '../refresh.js';
import type { CaseStages } from '../stages.js';
import { checkCustody, type Logged } from './custody.js';
import { broken, type Finding, remark } from './finding.js';
import { checkInputs } from './inputs.js';
import { checkReadings, checkReports } from './reports.js';

export interface Verified {
  /** In the order of the chain, the first broken link first. */
  readonly findings: readonly Finding[];
  readonly reports: number;
  readonly lines: number;
  /** Hash of the last line of custody: written down elsewhere, it proves later that nothing was cut off. */
  readonly last: string | null;
}

const checkDecisions = async (store: Store, logged: Logged): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  const decisions = await decisionsOf(store);
  for (const decision of decisions) {
    if (logged.last(decision.id) !== sha256(canonical(decision)))
      findings.push(
        broken('verify/decision', decision.id, `decision ${decision.id} is not the one that the custody log knows`),
      );
  }
  const kept = new Set(decisions.map(({ id }) => id));
  for (const id of logged.subjects('decide'))
    if (!kept.has(id)) findings.push(broken('verify/decision', id, `decision ${id} was made and is gone`));
  return findings;
};

const checkTombstones = async (store: Store, logged: Logged): Promise<readonly Finding[]> =>
  (await store.expunge.tombstones()).flatMap(({ subject, left }) =>
    logged.has('expunge', subject, left ?? sha256(''))
      ? []
      : [broken('verify/tombstone', subject, `nobody is logged to have expunged ${subject}`)],
  );

/** The record against the log, and made again of what is kept. */
const checkRecord = async (store: Store, stages: CaseStages, logged: Logged): Promise<readonly Finding[]> => {
  const head = await store.record.head();
  if (!head) return [];
  if ((await store.record.hash()) !== logged.last('record'))
    return [broken('verify/record', 'record', 'the record is not the one that was built; build it anew')];
  if (!(await isRecordCurrent(store, stages.reader)))
    return [remark('verify/record', 'record', 'the record is older than the case; build it anew')];
  const made = stages.makeRecord(await gatherCase(store, stages), await decisionsOf(store));
  const kept = (await store.record.whole())!;
  // A store gives the lists in an order of its own.
  const parts = ['case', 'program', ...RECORD_LISTS] as const;
  return parts.every((part) => JSON.stringify(made[part]) === JSON.stringify(kept[part]))
    ? []
    : [broken('verify/record', 'record', 'the record is not what reports and decisions amount to; build it anew')];
};

/**
 * Computes everything in a case again and holds it against what is kept and what the custody log says.
 * @param anchor hash of a line of custody that was written down earlier; it must be in the log
 */
export const verifyCase = async (store: Store, stages: CaseStages, anchor?: string): Promise<Verified> => {
  const findings: Finding[] = [];
  let logged: Logged | null = null;
  const reports = { count: 0 };
  const check = async (steps: () => Promise<void>): Promise<void> => {
    try {
      await steps();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      findings.push(broken('verify/store', 'store', error.what));
    }
  };
  await check(async () => {
    for (const fault of await store.faults()) findings.push(broken('verify/store', 'store', fault));
  });
  await check(async () => {
    const custody = await checkCustody(store, anchor);
    logged = custody.logged;
    findings.push(...custody.findings);
    reports.count = await store.reports.count();
    const { findings: ofReports, kept } = await checkReports(store, logged);
    for await (const finding of checkInputs(store, stages, logged, kept.keptIn, kept.extractorOf))
      findings.push(finding);
    findings.push(...ofReports);
    findings.push(...(await checkReadings(store, stages, logged)));
    findings.push(...(await checkDecisions(store, logged)), ...(await checkTombstones(store, logged)));
    const word = await store.search.fault();
    if (word !== null)
      findings.push(broken('verify/search', word, `the search does not have «${word}» as the texts have it`));
    findings.push(...(await checkRecord(store, stages, logged)));
  });
  const { lines = 0, hash = null } = (logged as Logged | null) ?? {};
  return { findings, reports: reports.count, lines, last: hash };
};
