import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary: string }[];
}

/** The rules of the accessibility checker, to be run in a page. */
export const axeSource = (): Promise<string> =>
  readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What the checker finds serious or worse in a page that has it, by WCAG 2.2 A and AA. */
export const serious = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await page.evaluate(
    (options) =>
      (window as unknown as { axe: { run: (o: object) => Promise<{ violations: Violation[] }> } }).axe.run(options),
    { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] },
  );
  return (violations as readonly Violation[])
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary}`),
    );
};
