import { type CaseStages, type Finding, verifyCase } from '@isnad/casework';
import { openCase, shownCase } from '@isnad/store';
import { releaseFaults } from '../release/check.js';
import type { Terminal } from '../terminal.js';

export interface VerifyOptions {
  /** Name every broken link, not the first only. */
  readonly all?: boolean;
  /** Hash of a line of custody that was written down earlier. */
  readonly last?: string;
}

const lineOf = (what: string, { message, code }: Pick<Finding, 'message'> & { readonly code: string }): string =>
  `isnad: ${what}: ${message} [${code}]\n`;

/** `isnad verify`: computes everything in a case again, and names the first link that does not hold. */
export const verifyCommand = async (
  terminal: Terminal,
  caseStages: () => CaseStages,
  folder: string,
  { all = false, last: anchor }: VerifyOptions,
): Promise<void> => {
  const store = await openCase(folder);
  try {
    const { findings, reports, lines, last } = await verifyCase(store, caseStages(), anchor);
    const faults = await releaseFaults(folder, store);
    const broken = [...findings.filter(({ severity }) => severity === 'broken'), ...faults];
    for (const finding of findings) if (finding.severity === 'remark') terminal.err(lineOf('remark', finding));
    const [first, ...others] = broken;
    if (!first) {
      terminal.err(`isnad: ${shownCase(folder)} is whole: ${reports} reports, ${lines} lines of custody\n`);
      terminal.err(`isnad: write this down elsewhere, and name it with --last next time: ${last}\n`);
      return;
    }
    terminal.err(lineOf('first broken link', first));
    if (all) for (const finding of others) terminal.err(lineOf('broken', finding));
    else if (others.length > 0) terminal.err(`isnad: ${others.length} more are broken; --all names them\n`);
    terminal.fail();
  } finally {
    await store.close();
  }
};
