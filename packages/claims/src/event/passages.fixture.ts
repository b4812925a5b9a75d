import { readFileSync } from 'node:fs';
import { loadLexicon } from '@isnad/lexicon';
import { type Document, type EventClaim, reportId } from '@isnad/model';
import { createReader } from '../reader.js';

/** A passage of a file of cases, with the lines that tell what must come of it. */
export interface Passage {
  readonly title: string;
  readonly line: number;
  readonly published: string | null;
  /** Why it still fails. */
  readonly xfail: string | null;
  readonly text: string;
  readonly expected: readonly string[];
}

const option = (options: string, name: string): string | null =>
  new RegExp(`${name}=(?:"([^"]*)"|([^\\s\\]]+))`).exec(options)?.slice(1).find(Boolean) ?? null;

/** Reads a file of passages: «== title», options in brackets, the text, «==>», one line an expectation. */
export const readPassages = (file: URL): readonly Passage[] => {
  const passages: Passage[] = [];
  const lines = readFileSync(file, 'utf8').split('\n');
  for (let at = 0; at < lines.length; at++) {
    if (!lines[at]!.startsWith('== ')) continue;
    const head = at;
    const options = lines[head + 1]!.startsWith('[') ? lines[++at]! : '';
    const arrow = lines.indexOf('==>', at);
    const end = lines.findIndex((line, k) => k > arrow && line.trim() === '');
    const expected = lines.slice(arrow + 1, end < 0 ? lines.length : end).filter(Boolean);
    if (arrow < 0 || expected.length === 0) throw new Error(`${file.pathname}:${head + 1}: expects nothing`);
    passages.push({
      title: lines[head]!.slice(3),
      line: head + 1,
      published: option(options, 'P'),
      xfail: option(options, 'xfail'),
      text: lines.slice(at + 1, arrow).join('\n'),
      expected,
    });
    at = arrow + expected.length;
  }
  return passages;
};

const reader = createReader(loadLexicon());

/** The event claims of a passage. */
export const eventsOf = ({ text, published }: Passage): readonly EventClaim[] => {
  const document: Document = {
    path: 'passage.txt',
    id: reportId(new TextEncoder().encode(text)),
    text,
    encoding: 'utf-8',
    form: 'plain',
    notes: [],
    given: published ? { published } : {},
  };
  return reader.read(document).claims.filter((claim) => claim.kind === 'event');
};

/** The mention that «word» or «word/n» names: the nth whose telling word holds it. */
export const mentionOf = (events: readonly EventClaim[], name: string): EventClaim | undefined => {
  const [word, n] = name.split('/');
  return events.filter((event) => event.trigger.text.includes(word!))[Number(n ?? 1) - 1];
};
