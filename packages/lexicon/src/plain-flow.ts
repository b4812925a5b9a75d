/**
 * The plain part of YAML's flow style: `[قصف, قصفا]`, `{verb: ق ص ف, form: 1, masdars: [قصف]}`, nested as deep as one
 * likes; of scalars plain words, whole numbers, `true`, `false`, `null` and double quotes without escapes.
 *
 * Invariant: what is not plain for certain throws `NotPlain`, and is left to the library.
 */
export const readFlow = (text: string): unknown => {
  const reader: Reader = { text, at: 0 };
  const value = valueAt(reader);
  if (reader.at !== text.length) throw new NotPlain();
  return value;
};

/** Thrown for what is left to the library. */
export class NotPlain extends Error {}

interface Reader {
  readonly text: string;
  at: number;
}

/** A word that nothing makes anything else of; behind it stands what divides or ends a collection. */
const WORD = /[A-Za-z\u0621-\u064a](?:(?:[^,[\]{}:#'"&*!|>%@`\\\n]|:(?=[a-z]))*(?:[^,[\]{}:#'"&*!|>%@`\\\n ]))?/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?= *(?:[,\]}]|$))/y;
const DATE = /\d{4}-\d{2}(?:-\d{2})?~?(?= *(?:[,\]}]|$))/y;
const QUOTED = /"([^"\\\n]*)"/y;
/** Words that are no text in one reading of YAML or another. */
const NO_TEXT = /^(?:True|TRUE|False|FALSE|Null|NULL)$/;
const WORDS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

const take = (reader: Reader, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found) reader.at += found[0].length;
  return found;
};

const skip = (reader: Reader): void => {
  while (reader.text[reader.at] === ' ') reader.at++;
};

const expect = (reader: Reader, sign: string): void => {
  if (reader.text[reader.at] !== sign) throw new NotPlain();
  reader.at++;
};

const wordAt = (reader: Reader): string => {
  const word = take(reader, WORD)?.[0];
  if (word === undefined || NO_TEXT.test(word)) throw new NotPlain();
  return word;
};

const valueAt = (reader: Reader): unknown => {
  const sign = reader.text[reader.at];
  if (sign === '[') return listAt(reader);
  if (sign === '{') return mapAt(reader);
  const quoted = take(reader, QUOTED);
  if (quoted) return quoted[1];
  // Dates (2015-10) are text.
  const date = take(reader, DATE);
  if (date) return date[0];
  const number = take(reader, NUMBER);
  if (number) return Number(number[0]);
  const word = wordAt(reader);
  return word in WORDS ? WORDS[word] : word;
};

/** What stands between two signs, a comma between any two and perhaps behind the last. */
const membersAt = (reader: Reader, open: string, close: string, member: () => void): void => {
  expect(reader, open);
  skip(reader);
  while (reader.text[reader.at] !== close) {
    member();
    skip(reader);
    if (reader.text[reader.at] !== close) expect(reader, ',');
    skip(reader);
  }
  expect(reader, close);
};

const listAt = (reader: Reader): unknown[] => {
  const list: unknown[] = [];
  membersAt(reader, '[', ']', () => list.push(valueAt(reader)));
  return list;
};

const mapAt = (reader: Reader): Record<string, unknown> => {
  const map: Record<string, unknown> = {};
  membersAt(reader, '{', '}', () => {
    const key = wordAt(reader);
    if (key in map || key in WORDS) throw new NotPlain();
    expect(reader, ':');
    expect(reader, ' ');
    skip(reader);
    map[key] = valueAt(reader);
  });
  return map;
};
