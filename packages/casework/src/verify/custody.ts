import { brokenAt, type CustodyEntry, type Store } from '@isnad/store';
import { broken, type Finding } from './finding.js';

/** What the log says of a case, to be held against what the case holds. */
export interface Logged {
  /** Whether a thing was logged as done to a subject with this outcome. */
  readonly has: (what: CustodyEntry['what'], subject: string, output?: string | null) => boolean;
  /** The last outcome of a text or decision: as it came, or as an expunction left it. */
  readonly last: (subject: string) => string | undefined;
  /** Subjects of a kind of deed. */
  readonly subjects: (what: CustodyEntry['what']) => ReadonlySet<string>;
  readonly lines: number;
  readonly hash: string | null;
}

const LEAVES: ReadonlySet<CustodyEntry['what']> = new Set(['extract', 'decide', 'expunge', 'build']);
const LINES = 10_000;

/** Reads the log to its end, and finds the first line that does not follow from the one before. */
export const checkCustody = async (
  store: Store,
  anchor: string | undefined,
): Promise<{ readonly logged: Logged; readonly findings: readonly Finding[] }> => {
  const done = new Set<string>();
  const last = new Map<string, string>();
  const subjects = new Map<CustodyEntry['what'], Set<string>>();
  const findings: Finding[] = [];
  let before: CustodyEntry | undefined;
  let isAnchored = anchor === undefined;
  for (;;) {
    const entries = await store.custody.list({ after: before?.number ?? 0, limit: LINES });
    const wrong = findings.length === 0 ? brokenAt(entries, before) : null;
    if (wrong)
      findings.push(
        broken(
          'verify/custody',
          `line ${wrong.number}`,
          `line ${wrong.number} of the custody log (${wrong.what}, ${wrong.at}) does not follow from the line before it: one of the two was changed, or lines between them are gone`,
        ),
      );
    for (const { what, subject, output, hash } of entries) {
      done.add(`${what} ${subject}`).add(`${what} ${subject} ${output}`);
      if (LEAVES.has(what) && output !== null) last.set(subject, output);
      const known = subjects.get(what);
      if (known) known.add(subject);
      else subjects.set(what, new Set([subject]));
      if (hash === anchor) isAnchored = true;
    }
    before = entries.at(-1) ?? before;
    if (entries.length < LINES) break;
  }
  if (!done.has(`create ${store.about.id}`))
    findings.push(broken('verify/custody', 'line 1', 'the custody log does not begin with the beginning of this case'));
  if (!isAnchored)
    findings.push(
      broken(
        'verify/anchor',
        anchor!,
        'no line of the custody log has the hash that was written down: lines at its end are gone, or the log is another',
      ),
    );
  const logged: Logged = {
    has: (what, subject, output) =>
      done.has(output === undefined ? `${what} ${subject}` : `${what} ${subject} ${output}`),
    last: (subject) => last.get(subject),
    subjects: (what) => subjects.get(what) ?? new Set(),
    lines: before?.number ?? 0,
    hash: before?.hash ?? null,
  };
  return { logged, findings };
};
