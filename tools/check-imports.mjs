// Fails when a package imports one that stands after it in the flow, reaches into another's files, uses a
// dependency that it does not declare, or declares one that it does not use. Own code, because import
// checkers that need TypeScript's old API pass silently, with nothing checked, under TypeScript 7.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The flow: each imports only what stands before it. */
export const flow = [
  'testbed',
  'model',
  'arabic',
  'lexicon',
  'archive',
  'fetch',
  'text',
  'claims',
  'record',
  'publish',
  'compare',
  'store',
  'casework',
  'team',
  'queue',
  'api',
  'client',
];

const IMPORT =
  /(?:^|[;}\s])(?:import|export)\b[^'"`;()]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"\s,]+)['"]/g;
const FOR_TESTS = /\.(?:test|fixture|bench)\.tsx?$/;

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(file);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : [];
  });

const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** Whether a package of this project names that file among its exports, such as a table that pages need as it is. */
const isOffered = (root, name, specifier) => {
  const manifest = path.join(root, 'packages', name.slice('@isnad/'.length), 'package.json');
  return (
    existsSync(manifest) &&
    `.${specifier.slice(name.length)}` in (JSON.parse(readFileSync(manifest, 'utf8')).exports ?? {})
  );
};

const checkPackage = (root, folder, rank) => {
  const home = path.join(root, folder);
  const manifest = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const shared = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies ?? {};
  const declared = Object.keys(manifest.dependencies ?? {});
  const problems = [];
  const sources = filesIn(path.join(home, 'src'));
  const unused = new Set(declared);
  let imports = 0;
  for (const file of sources) {
    const text = readFileSync(file, 'utf8');
    const say = (what) => problems.push(`${path.relative(root, file)}: ${what}`);
    for (const name of unused) if (text.includes(name)) unused.delete(name);
    for (const [, from, plain] of text.matchAll(IMPORT)) {
      const specifier = from ?? plain;
      imports++;
      if (specifier.startsWith('.')) {
        const target = path.resolve(path.dirname(file), specifier);
        if (path.relative(home, target).startsWith('..')) say(`reaches out of its package to ${specifier}`);
      } else if (!isBuiltin(specifier)) {
        const name = packageOf(specifier);
        const known = declared.includes(name) || name === manifest.name;
        const forTests = FOR_TESTS.test(file) && (name in shared || name in (manifest.devDependencies ?? {}));
        const target = name.startsWith('@isnad/') ? flow.indexOf(name.slice(7)) : -1;
        if (target >= rank && name !== manifest.name) say(`imports ${name}, which stands after it in the flow`);
        if (name.startsWith('@isnad/') && specifier !== name && !isOffered(root, name, specifier))
          say(`reaches into ${specifier}; import ${name}`);
        if (!known && !forTests) say(`imports ${name}, which ${folder}/package.json does not declare`);
      }
    }
  }
  for (const name of unused) problems.push(`${folder}/package.json: declares ${name}, which no source uses`);
  return { files: sources.length, imports, problems };
};

/** Checks all packages and apps below a root; `files` and `imports` count what was looked at. */
export const checkImports = (root) => {
  const apps = existsSync(path.join(root, 'apps')) ? readdirSync(path.join(root, 'apps')) : [];
  const listed = readdirSync(path.join(root, 'packages'));
  const strangers = listed.filter((name) => !flow.includes(name));
  const placed = flow.flatMap((name, rank) => (listed.includes(name) ? [[`packages/${name}`, rank]] : []));
  const folders = [...placed, ...apps.map((name) => [`apps/${name}`, flow.length])];
  const results = folders.map(([folder, rank]) => checkPackage(root, folder, rank));
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const problems = strangers.map((name) => `packages/${name}: has no place in the flow`);
  for (const result of results) problems.push(...result.problems);
  return { files: sum('files'), imports: sum('imports'), problems };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { files, imports, problems } = checkImports(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));
  for (const problem of problems) console.error(problem);
  if (imports === 0) console.error('check-imports: no import was found, so nothing was checked');
  console.log(`check-imports: ${imports} imports in ${files} files, ${problems.length} problems`);
  process.exit(problems.length > 0 || imports === 0 ? 1 : 0);
}
