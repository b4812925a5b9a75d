import type { Bilingual, RecordedReport } from '@isnad/model';
import { dateInWords, type ReleasedDecision, type ReleasedRecord } from '@isnad/publish';
import type { Cause } from './change.js';
import type { Correspondence } from './correspond.js';
import { decisionNamed, fill, reportNamed, words } from './say.js';

/** What something rested on before and after; ids of claims, and of whatever else a decision may be about. */
export interface Ground {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly about?: readonly string[];
}

const filled = (kind: keyof typeof words.causes, ...parts: readonly Bilingual[]): Bilingual =>
  fill(words.causes[kind], ...parts);

/** Finds because of what something changed, by the reports and decisions that its ground gained or lost. */
export const causeFinder = (
  before: ReleasedRecord,
  after: ReleasedRecord,
  { added, gone, replaced, redated, later, earlier }: Correspondence,
): ((ground: Ground) => readonly Cause[]) => {
  const reportOf = new Map([...before.claims, ...after.claims].map(({ id, report }) => [id, report]));
  const ids = (reports: readonly RecordedReport[]) => new Map(reports.map((report) => [report.id, report]));
  const [isAdded, isGone] = [ids(added), ids(gone)];
  const replacedBy = new Map(
    replaced.flatMap((pair) => [pair.before.id, pair.after.id].map((id) => [id, pair] as const)),
  );
  const redatedBy = new Map(redated.map((pair) => [pair.after.id, pair]));
  const [hadDecision, hasDecision] = [before, after].map(({ decisions }) => new Set(decisions.map(({ id }) => id)));
  const newDecisions = after.decisions.filter(({ id }) => !hadDecision!.has(id));
  const lostDecisions = before.decisions.filter(({ id }) => !hasDecision!.has(id));
  const [was, is] = [before.program, after.program];
  const isOtherProgram = was.version !== is.version || was.lexicon !== is.lexicon;

  return ({ before: old, after: now, about = [] }) => {
    const causes: Cause[] = [];
    const gained = now.filter((id) => !earlier.has(id));
    const lost = old.filter((id) => !later.has(id));
    // A claim of a report whose wording changed may have its counterpart and say something else.
    const touched = [...new Set([...gained, ...lost, ...now.filter((id) => earlier.get(id) !== id)])];
    const reports = [...new Set(touched.flatMap((id) => reportOf.get(id) ?? []))];
    const isAbout = ({ about: of }: ReleasedDecision, all: ReadonlySet<string>) => of.some((id) => all.has(id));
    const all = new Set([...old, ...now, ...about, ...[...old, ...now].flatMap((id) => reportOf.get(id) ?? [])]);
    for (const one of newDecisions.filter((decision) => isAbout(decision, all)))
      causes.push({ kind: 'decision', about: [one.id], explain: decisionNamed(one) });
    for (const one of lostDecisions.filter((decision) => isAbout(decision, all)))
      causes.push({
        kind: 'decision-retired',
        about: [one.id],
        explain: filled('decision-retired', decisionNamed(one)),
      });
    const seen = new Set<string>();
    for (const id of reports) {
      const [fresh, left, pair] = [isAdded.get(id), isGone.get(id), replacedBy.get(id)];
      if (fresh) causes.push({ kind: 'report-new', about: [id], explain: filled('report-new', reportNamed(fresh)) });
      else if (left)
        causes.push({ kind: 'report-gone', about: [id], explain: filled('report-gone', reportNamed(left)) });
      else if (pair && !seen.has(pair.after.id)) {
        seen.add(pair.after.id);
        causes.push({
          kind: 'report-changed',
          about: [pair.before.id, pair.after.id],
          explain: filled('report-changed', reportNamed(pair.after)),
        });
      }
    }
    for (const id of new Set([...old, ...now].flatMap((claim) => reportOf.get(claim) ?? []))) {
      const pair = redatedBy.get(id);
      if (pair)
        causes.push({
          kind: 'report-redated',
          about: [id],
          explain: filled('report-redated', reportNamed(pair.after), dateInWords(pair.before.published.edtf)),
        });
    }
    if (causes.length > 0) return causes;
    if (isOtherProgram) {
      const version = ({ version: of, lexicon }: typeof was) => {
        const text = was.version === is.version ? `${of}/${lexicon}` : of;
        return { ar: text, en: text };
      };
      return [{ kind: 'program', about: [], explain: filled('program', version(is), version(was)) }];
    }
    const isDelayed = gained.some((id) => {
      const report = reportOf.get(id);
      return report !== undefined && !isAdded.has(report) && !replacedBy.has(report);
    });
    const kind = isDelayed && newDecisions.length === 0 ? 'delay-over' : 'elsewhere';
    return [{ kind, about: [], explain: words.causes[kind] }];
  };
};
