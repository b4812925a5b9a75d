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

/**
 * Names of private persons that stand beside a report only: in the title, address or file name that came with it.
 * They have no place in the text, so they are no mentions; whoever publishes must know them to cover them.
 */
export const namesBeside = (
  { text, path, given }: Pick<Document, 'text' | 'path' | 'given'>,
  persons: readonly PersonMention[],
  read: (words: string) => readonly PersonMention[],
): readonly string[] => {
  const names = new Set<string>();
  const known = new Set(persons.map((person) => person.text));
  for (const beside of [given.title ?? '', inWords(given.url ?? ''), inWords(path.replace(/^.*[/\\]/, ''))]) {
    if (!ARABIC.test(beside) || text.includes(beside)) continue;
    for (const person of read(beside))
      if (!person.public && !person.described && !known.has(person.text)) names.add(person.text);
  }
  return [...names];
};
