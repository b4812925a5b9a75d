// Every check and every test.
//   npm test [-- --without browser,postgres]
// Ends non-zero if a test failed, or if a part could not be had and was therefore not tested.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensurePostgres } from './postgres.mjs';
import { root, run, runTool, setUp } from './setup.mjs';

const PARTS = ['browser', 'postgres'];

const optionOf = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? [] : (process.argv[at + 1] ?? '').split(',').filter(Boolean);
};

const without = optionOf('--without');
const unknown = without.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`test: no part is called ${unknown.join(', ')}; --without takes ${PARTS.join(' and ')}`);
  process.exit(2);
}

setUp();

const untested = [];
const environment = {};
if (!without.includes('browser')) {
  const { chromium, advice } = ensureChromium();
  if (chromium) environment.CHROMIUM = chromium;
  else untested.push({ part: 'browser', advice });
}
if (!without.includes('postgres')) {
  const { postgres, advice } = ensurePostgres();
  if (postgres) environment.POSTGRES_BIN = postgres;
  else untested.push({ part: 'postgres', advice });
}
environment.ISNAD_WITHOUT = [...without, ...untested.map(({ part }) => part)].join(',');

const checks = [
  { name: 'format', status: runTool('biome', ['check', '.']) },
  { name: 'types in use', status: runTool('oxlint', ['--type-aware', 'packages', 'apps', 'bench']) },
  { name: 'imports', status: run(process.execPath, ['tools/check-imports.mjs']) },
  { name: 'words', status: run(process.execPath, ['tools/check-words.mjs']) },
];

const report = path.join(root, 'out/test-report.json');
mkdirSync(path.dirname(report), { recursive: true });
rmSync(report, { force: true });
const vitest = runTool(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  environment,
);

/** What the tests came to; a run that left no report counts as one failure. */
const countTests = () => {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const unrun = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    const failed = numFailedTests + unrun;
    return { passed: numPassedTests, failed: vitest !== 0 && failed === 0 ? 1 : failed, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

const tests = countTests();
const failedChecks = checks.filter(({ status }) => status !== 0);
for (const { name } of failedChecks) console.log(`check failed: ${name}`);
for (const part of without) console.log(`not tested, as asked: ${part}`);
for (const { part, advice } of untested) console.log(`not tested: ${part}: ${advice}`);
if (tests.skipped > 0) console.log(`${tests.skipped} tests were passed over (what they need is not here)`);
const passed = tests.passed + checks.length - failedChecks.length;
const failed = tests.failed + failedChecks.length;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || untested.length > 0 ? 1 : 0);
