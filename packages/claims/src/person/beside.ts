import type { Document, PersonMention } from '@isnad/model';

/** A file's name, or an address, as words: «مقتل-سامر-الدرويشي.html» ⇒ «مقتل سامر الدرويشي». */
const inWords = (name: string): string => {
  let opened = name;
  try {
    opened = decodeURIComponent(name);
  } catch {
    // A stray percent sign: the name is read as it is written.
  }
  return opened
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[-_+/\\.~&=?#]+/g, ' ')
    .trim();
};

const ARABIC = /[\u0621-\u064a]/;

/** What came with a report in Arabic and stands beside its text only: its title, address or file name, as words. */
export const wordsBeside = ({ text, path, given }: Pick<Document, 'text' | 'path' | 'given'>): readonly string[] =>
  [given.title ?? '', inWords(given.url ?? ''), inWords(path.replace(/^.*[/\\]/, ''))].filter(
    (beside) => ARABIC.test(beside) && !text.includes(beside),
  );

/**
 * Names of private persons that stand beside a report only, of those `found` there and the `persons` of its text.
 * They have no place in the text, so they are no mentions; whoever publishes must know them to cover them.
 */
export const namesBeside = (found: readonly PersonMention[], persons: readonly PersonMention[]): readonly string[] => {
  const known = new Set(persons.map(({ text }) => text));
  const unknown = found.filter((person) => !person.public && !person.described && !known.has(person.text));
  return [...new Set(unknown.map(({ text }) => text))];
};
