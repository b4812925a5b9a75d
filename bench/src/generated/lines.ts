import type { GeneratedReport } from './reports.js';

/** Reports as lines of JSON, several put into one: a generated one is short, some 360 characters. */
export const linesOf = function* (reports: Iterable<GeneratedReport>, together: number): Generator<string> {
  let some: GeneratedReport[] = [];
  for (const report of reports) {
    some.push(report);
    if (some.length < together) continue;
    yield `${JSON.stringify({ ...some[0], text: some.map(({ text }) => text).join('\n') })}\n`;
    some = [];
  }
};
