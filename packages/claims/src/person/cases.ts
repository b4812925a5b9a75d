import type { PersonMention } from '@isnad/model';

/** What a line of `persons.cases.txt` asks for; of a line only what is written is compared. */
export interface ExpectedPerson {
  readonly role: string;
  readonly text: string;
  readonly public: boolean;
  readonly described: boolean;
  readonly sex?: string;
  readonly age?: number;
}

export interface PersonCase {
  readonly title: string;
  readonly line: number;
  readonly text: string;
  readonly given: string;
  readonly xfail: string | null;
  readonly expected: readonly ExpectedPerson[];
}

const LINE = /^(\S+) «([^»]*)» (public|private)((?: \S+)*)$/;

const personOf = (text: string, at: string): ExpectedPerson => {
  const found = LINE.exec(text);
  if (!found) throw new Error(`${at}: a person is: role «name» public|private [sex] [age] [described]`);
  const [, role, name, publicness, rest] = found;
  const words = rest!.trim().split(' ');
  const age = words.find((word) => /^\d+$/.test(word));
  const sex = words.find((word) => word === 'male' || word === 'female');
  return {
    role: role!,
    text: name!,
    public: publicness === 'public',
    described: words.includes('described'),
    ...(sex ? { sex } : {}),
    ...(age ? { age: Number(age) } : {}),
  };
};

/** Reads a case file of people. Throws naming file and line when it is malformed. */
export const parsePersonCases = (file: string, name: string): readonly PersonCase[] =>
  file
    .split(/^== /m)
    .slice(1)
    .map((block, index, blocks) => {
      const before = file.slice(0, file.indexOf(`== ${block}`)).split('\n').length;
      const at = `${name}:${before}`;
      const [head, tail] = block.split('\n==>\n');
      if (tail === undefined || blocks[index] === undefined) throw new Error(`${at}: the case has no «==>»`);
      const [title, ...lines] = head!.split('\n');
      const options = lines[0]?.startsWith('[') ? lines.shift()! : '';
      const wanted = tail.split('\n').filter((line) => line.trim() && !line.startsWith('#'));
      if (wanted.length === 0) throw new Error(`${at}: the case expects nothing; say «nobody»`);
      const expected = wanted[0] === 'nobody' ? [] : wanted.map((line) => personOf(line, at));
      return {
        title: title!,
        line: before,
        text: lines.join('\n'),
        given: /title="([^"]*)"/.exec(options)?.[1] ?? '',
        xfail: /xfail="([^"]*)"/.exec(options)?.[1] ?? null,
        expected,
      };
    });

/** A mention cut down to what a case asks for, in the words of the case file. */
export const sayPerson = (one: ExpectedPerson | PersonMention, asked: ExpectedPerson | undefined): string =>
  [
    one.role,
    `«${one.text}»`,
    one.public ? 'public' : 'private',
    asked && asked.sex === undefined ? '' : (one.sex ?? ''),
    asked && asked.age === undefined ? '' : (one.age ?? ''),
    one.described ? 'described' : '',
  ]
    .filter((word) => word !== '')
    .join(' ');
