import { openCase } from '@isnad/store';
import type { Terminal } from '../terminal.js';

export interface SearchOptions {
  readonly limit: number;
  readonly format?: 'ndjson' | 'table';
}

/** Letters around the first hit that a person sees. */
const AROUND = 60;

const shownAround = (text: string, { start, end }: { readonly start: number; readonly end: number }): string => {
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  const words = `${text.slice(from, start)}»${text.slice(start, end)}«${text.slice(end, to)}`;
  return words.replace(/\s+/g, ' ').trim();
};

/** `isnad search`: reports in which words stand in any of their forms, newest first. */
export const searchCommand = async (
  terminal: Terminal,
  folder: string,
  words: readonly string[],
  { limit, format = terminal.outIsScreen ? 'table' : 'ndjson' }: SearchOptions,
): Promise<void> => {
  const store = await openCase(folder);
  try {
    const { total, hits } = await store.search.find(words.join(' '), { limit });
    for (const { report, marks } of hits) {
      const { text } = (await store.reports.get(report.id))!;
      const { key: _, state: __, ...shown } = report;
      await terminal.out(
        format === 'ndjson'
          ? `${JSON.stringify({ report: shown, marks: marks.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })) })}\n`
          : `${report.day ?? '----------'}  ${report.path}  ${report.title ?? ''}\n            ${marks[0] ? shownAround(text, marks[0]) : ''}\n`,
      );
    }
    terminal.err(`isnad: ${total} reports${total > hits.length ? `, the newest ${hits.length} shown` : ''}\n`);
  } finally {
    await store.close();
  }
};
