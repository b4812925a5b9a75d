// Fails when a list of Arabic words stands in grammar code: words are data, grammar is code. In the packages that read
// Arabic a literal, and an array of literals, may hold one word that the grammar is about. Letters that are written
// together with words (و, ال, ها) and the prepositions of function.yaml, by which code names what governs, are no words.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Packages whose code is grammar, and where their words are instead. */
const GRAMMAR = [
  { folder: 'packages/text/src', data: 'a JSON file beside it' },
  { folder: 'packages/claims/src', data: 'packages/claims/words/classes' },
];
const FOR_TESTS = /\.(?:test|fixture|bench)\.ts$/;

/** Comments, strings, templates and patterns; a pattern begins where no value can end. */
const LITERAL =
  /\/\/.*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<=[=(,:!&|?{};[>\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/g;
const WORD = /[\u0621-\u064a\u0671-\u06d3]+/g;
/** Proclitics and article, alone or together; then endings and pronouns. */
const ATTACHED =
  /^(?:[وفبلكس]{0,2}(?:ال|لل)?|[اتينمهة]|ها|هم|هما|هن|نا|يا|يه|ين|ون|ان|ات|تا|تي|تان|تين|وا|ني|ته|تها|است|ست|سي)$/;

const plain = (word) => word.replace(/[أإآ]/g, 'ا').replaceAll('ى', 'ي').replaceAll('ة', 'ه');

/** Words of the names that function.yaml gives prepositions. */
const prepositionsOf = (root) => {
  const text = readFileSync(path.join(root, 'packages/claims/words/function.yaml'), 'utf8');
  const section = /^prepositions:\n((?: {2}.*\n)*)/m.exec(text)?.[1] ?? '';
  return new Set([...section.matchAll(/^ {2}([^:]+):/gm)].flatMap(([, name]) => plain(name).split(' ')));
};

/** Words of a literal: sets of letters and what makes a letter optional are no part of one. */
const wordsIn = (literal, prepositions) =>
  [...literal.replace(/\[[^\]]*\]|\?(?!:)/g, '').matchAll(WORD)]
    .map(([word]) => word)
    .filter((word) => !ATTACHED.test(word) && !prepositions.has(plain(word)));

/**
 * Lists of words in a source, each as the line where it begins and its words.
 * @param {string} text
 * @param {ReadonlySet<string>} prepositions
 */
export const wordLists = (text, prepositions) => {
  const code = text.replace(LITERAL, (one) => (/^\/[/*]/.test(one) ? one.replace(/[^\n]/g, ' ') : one));
  const lists = [];
  for (const { 0: literal, index } of code.matchAll(LITERAL)) {
    const before = lists.at(-1);
    const words = wordsIn(literal, prepositions);
    const end = index + literal.length;
    if (before && /^\s*,\s*$/.test(code.slice(before.end, index))) {
      before.words.push(...words);
      before.end = end;
    } else lists.push({ at: index, end, words });
  }
  return lists
    .filter(({ words }) => words.length > 1)
    .map(({ at, words }) => ({ line: text.slice(0, at).split('\n').length, words }));
};

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !FOR_TESTS.test(name))
    .sort()
    .map((name) => path.join(folder, name));

/** All lists of words in grammar code below a folder, as lines to print. */
export const checkWords = (root) => {
  const prepositions = prepositionsOf(root);
  const problems = [];
  let files = 0;
  for (const { folder, data } of GRAMMAR)
    for (const file of filesIn(path.join(root, folder))) {
      files++;
      for (const { line, words } of wordLists(readFileSync(file, 'utf8'), prepositions))
        problems.push(`${path.relative(root, file)}:${line}: ${words.join('، ')}: put these words into ${data}`);
    }
  return { files, problems };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { files, problems } = checkWords(fileURLToPath(new URL('..', import.meta.url)));
  for (const problem of problems) console.error(problem);
  console.log(`check-words: ${files} files of grammar, ${problems.length} lists of words`);
  if (problems.length > 0) process.exitCode = 1;
}
