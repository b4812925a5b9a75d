import { type CaseStages, expunge, personExpunction, reportExpunction } from '@isnad/casework';
import { type Expunction, openCase, type Stamp, type Store } from '@isnad/store';
import { Failure } from '../failure.js';
import type { Terminal } from '../terminal.js';

export interface ExpungeOptions {
  /** Ids of reports, or their paths in the case. */
  readonly report?: readonly string[];
  /** Names, each as it is written. */
  readonly person?: readonly string[];
  readonly reason: string;
  readonly yes?: boolean;
}

/** What of the program it needs. */
export interface ExpungeStages {
  readonly caseStages: () => CaseStages;
  readonly stamp: () => Stamp;
}

const reportsNamed = async (store: Store, named: readonly string[]): Promise<readonly string[]> => {
  const listed = await store.reports.list();
  return named.map((name) => {
    const found = listed.find(({ id, path }) => id === name || (path === name && path !== ''));
    if (found) return found.id;
    throw new Failure(
      'cli/no-such-report',
      `the case holds no report ${name}`,
      'Name its id or its path as isnad search shows it.',
    );
  });
};

const expunctionsFor = async function* (
  store: Store,
  stages: CaseStages,
  { report = [], person = [], reason }: ExpungeOptions,
): AsyncGenerator<Expunction> {
  if (report.length > 0) yield reportExpunction(store, await reportsNamed(store, report), reason);
  for (const name of person) yield personExpunction(store, stages, name, reason);
};

/** `isnad expunge`: takes a report, or a person's name, out of a case for good. */
export const expungeCommand = async (
  terminal: Terminal,
  { caseStages, stamp }: ExpungeStages,
  folder: string,
  options: ExpungeOptions,
): Promise<void> => {
  if ((options.report ?? []).length + (options.person ?? []).length === 0)
    throw new Failure('cli/nothing-named', 'nothing was named to be expunged', 'Name it with --report or --person.');
  const store = await openCase(folder);
  try {
    const stages = caseStages();
    for await (const expunction of expunctionsFor(store, stages, options)) {
      const { reports, inputs, what } = expunction;
      if (!options.yes) {
        terminal.err(
          `isnad: would ${what === 'report' ? 'remove' : 'block the name in'} ${reports.length} reports, and remove the files they came in or that are named so:\n`,
        );
        const files = new Set<string>();
        for (const { id } of reports) files.add((await store.reports.get(id))?.appearances[0]?.path ?? id);
        for (const key of inputs) files.add((await store.inputs.get(key))?.name ?? String(key));
        for (const file of files) terminal.err(`  ${file}\n`);
        continue;
      }
      const graves = await expunge(store, stages, expunction, stamp());
      const count = (kind: string) => graves.filter((grave) => grave.what === kind).length;
      terminal.err(
        `isnad: expunged: ${count('report')} reports, the name in ${count('text')} more, ${count('input')} files, ${count('decision')} decisions\n`,
      );
    }
    if (options.yes)
      terminal.err(
        'isnad: what was built, exported or copied before still holds it; build the record anew and see to those\n',
      );
    else {
      terminal.err('isnad: nothing was done; this cannot be undone, so say it again with --yes\n');
      terminal.fail();
    }
  } finally {
    await store.close();
  }
};
