// The program, with a reader that hangs at one report, ends its program at another and throws at a third.
//   node poisoned.fixture.mjs worker --store ADDRESS
import { runCommandLine, stages } from '@isnad/cli';

const read = (document) => {
  if (document.path.includes('hangs')) for (;;);
  if (document.path.includes('ends')) process.kill(process.pid, 'SIGKILL');
  if (document.path.includes('throws')) throw new TypeError('a slip');
  const { path, id, given } = document;
  const published = { edtf: null, basis: 'none', reason: '' };
  const report = { path, id, language: 'ar', title: given.title ?? null, outlet: null, published, furniture: [] };
  return { report, claims: [], persons: [], notes: [] };
};
const readAll = (documents) => documents.map(read);
const terminal = {
  out: async (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  outIsScreen: false,
  errIsScreen: false,
  input: async () => new Uint8Array(),
  fail: () => {
    process.exitCode = 1;
  },
};
const own = {
  ...stages,
  caseStages: (gazetteer) => ({ ...stages.caseStages(gazetteer), read, readAll, reader: '0+poisoned' }),
};
await runCommandLine(process.argv.slice(2), terminal, own);
