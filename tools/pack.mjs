// Makes the program as one npm package for people without the repository: out/isnad-VERSION.tgz.
//   node tools/pack.mjs          then: npm install --global out/isnad-VERSION.tgz
// Our own packages go along inside of it; those of others are named with the very versions that were tested.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run, setUp } from './setup.mjs';

const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const folder = path.join(root, 'out/package');

/** Folders of a workspace package that are part of the program. */
const PARTS = ['dist', 'data', 'events', 'words', 'assets'];
/** Files of the repository that the program shows or hands on. */
const SHARED = ['docs/METHODOLOGY.md', 'episodes/hajin-2018/reports'];
/** Types and maps are for developers, tests and fixtures too. */
const isShipped = (file) => !/\.(d\.ts|map|tsbuildinfo)$|\.(test|fixture)\./.test(file);

const workspaces = ['packages', 'apps'].flatMap((kind) =>
  readdirSync(path.join(root, kind))
    .map((name) => path.join(kind, name))
    .filter((name) => existsSync(path.join(root, name, 'package.json')))
    .map((name) => ({ folder: name, manifest: read(path.join(name, 'package.json')) })),
);
const byName = new Map(workspaces.map((one) => [one.manifest.name, one]));

/** A package and all of ours that it needs. */
const needed = (name, known = new Set()) => {
  if (known.has(name)) return known;
  known.add(name);
  for (const other of Object.keys(byName.get(name).manifest.dependencies ?? {}))
    if (byName.has(other)) needed(other, known);
  return known;
};

setUp();
rmSync(folder, { recursive: true, force: true });
const { packages: locked } = read('package-lock.json');
const cli = byName.get('@isnad/cli').manifest;
const dependencies = {};
// The workspace is built into files that hold all it needs.
const ours = [...needed('@isnad/cli'), '@isnad/workspace'];
for (const name of ours) {
  const { folder: from, manifest } = byName.get(name);
  const to = path.join(folder, 'node_modules', name);
  mkdirSync(to, { recursive: true });
  for (const part of PARTS) {
    const source = path.join(root, from, part);
    if (existsSync(source)) cpSync(source, path.join(to, part), { recursive: true, filter: isShipped });
  }
  const { exports, version, type, license } = manifest;
  const plain = JSON.parse(
    JSON.stringify(exports, (key, value) => (key === 'isnad-source' || key === 'types' ? undefined : value)),
  );
  writeFileSync(path.join(to, 'package.json'), JSON.stringify({ name, version, type, license, exports: plain }));
  if (name === '@isnad/workspace') continue;
  for (const other of Object.keys(manifest.dependencies ?? {}))
    if (!byName.has(other)) dependencies[other] = locked[`node_modules/${other}`].version;
}
for (const name of SHARED)
  cpSync(path.join(root, name), path.join(folder, 'node_modules/@isnad/cli/share', name), { recursive: true });
for (const name of ['LICENSE', 'README.md', 'CHANGELOG.md']) cpSync(path.join(root, name), path.join(folder, name));
mkdirSync(path.join(folder, 'bin'));
writeFileSync(
  path.join(folder, 'bin/isnad.js'),
  "#!/usr/bin/env node\nimport { main } from '@isnad/cli';\n\nawait main(process.argv.slice(2));\n",
  { mode: 0o755 },
);
writeFileSync(
  path.join(folder, 'package.json'),
  `${JSON.stringify(
    {
      name: 'isnad',
      version: cli.version,
      description:
        'Turns news reports about an armed conflict into a record in which every figure keeps its chain of sources.',
      type: 'module',
      license: cli.license,
      engines: read('package.json').engines,
      bin: { isnad: 'bin/isnad.js' },
      files: ['bin', 'CHANGELOG.md'],
      dependencies: {
        ...Object.fromEntries(Object.entries(dependencies).sort()),
        ...Object.fromEntries(ours.map((name) => [name, byName.get(name).manifest.version])),
      },
      bundleDependencies: ours,
    },
    null,
    2,
  )}\n`,
);
process.exit(run('npm', ['pack', '--pack-destination', path.join(root, 'out'), folder, '--silent']));
