// Makes a fresh clone ready to run: dependencies when they are missing or older than the lock file,
// the build when a source is newer than it. Node built-ins only, so that it runs before any install.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const installedMark = path.join(root, 'node_modules/.package-lock.json');
const builtMark = path.join(root, 'out/.built');

const modifiedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** Runs a command in the project's root with its output shown; returns the exit status. */
export const run = (command, args, environment = {}) => {
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell,
    env: { ...process.env, ...environment },
  });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  return status ?? 1;
};

/** Runs a tool that npm installed. */
export const runTool = (tool, args, environment) =>
  run(path.join(root, 'node_modules/.bin', process.platform === 'win32' ? `${tool}.cmd` : tool), args, environment);

const must = (what, status) => {
  if (status === 0) return;
  console.error(`setup: ${what} failed (exit status ${status}); see the lines above, mend that, and run this again.`);
  process.exit(1);
};

/** Time of the newest source, configuration or manifest file below a folder. */
const newestIn = (folder) => {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) newest = Math.max(newest, newestIn(file));
    else if (/\.(?:tsx?|json|css|html)$/.test(entry.name)) newest = Math.max(newest, modifiedAt(file));
  }
  return newest;
};

const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`setup: Node ${process.versions.node} is too old. Install Node 20.19 or newer and run this again.`);
  process.exit(1);
};

/** Installs and builds what is missing or stale; ends the process with a message when that fails. */
export const setUp = () => {
  checkNode();
  if (modifiedAt(installedMark) < modifiedAt(path.join(root, 'package-lock.json'))) {
    console.error('setup: installing dependencies (npm ci)');
    must('npm ci', run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts']));
  }
  const newest = Math.max(newestIn(path.join(root, 'packages')), newestIn(path.join(root, 'apps')));
  const configuration = Math.max(
    modifiedAt(path.join(root, 'tsconfig.json')),
    modifiedAt(path.join(root, 'tsconfig.base.json')),
    modifiedAt(installedMark),
  );
  const isBuilt = ['apps/cli/dist/main.js', 'apps/workspace/dist/index.html'].every((file) =>
    existsSync(path.join(root, file)),
  );
  if (isBuilt && modifiedAt(builtMark) > Math.max(newest, configuration)) return;
  console.error('setup: building (tsc --build, then the pages of the workspace)');
  must('the build', runTool('tsc', ['--build']));
  must('the build of the workspace', runTool('vite', ['build', 'apps/workspace']));
  mkdirSync(path.dirname(builtMark), { recursive: true });
  writeFileSync(builtMark, 'Written after the last build; its time says whether a source is newer.\n');
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) setUp();
