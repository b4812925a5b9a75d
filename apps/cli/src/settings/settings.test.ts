import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { plainStages, runIsnad, temporaryFolder } from '../command-line.fixture.js';
import { createProgram } from '../program.js';
import { applySettings } from './apply.js';
import { loadSettings } from './load.js';
import { SETTINGS } from './schema.js';

describe('settings', () => {
  const { write, remove } = temporaryFolder();
  afterAll(remove);
  const file = write('isnad.yaml', 'serve:\n  port: 8080\n  names: [case.example.org]\nby: desk\n');

  it('come of the file, and the environment wins', () => {
    const { settings, from } = loadSettings(file, { ISNAD_SERVE_PORT: '9090', ISNAD_SERVE_NAMES: 'a.org, b.org' });
    expect(settings).toEqual({ serve: { port: 9090, names: ['a.org', 'b.org'] }, by: 'desk' });
    expect(Object.fromEntries(from)).toEqual({
      'serve.port': 'ISNAD_SERVE_PORT',
      'serve.names': 'ISNAD_SERVE_NAMES',
      by: file,
    });
  });

  it('may be the content of a file that a variable names, as containers hand in secrets', () => {
    const secret = write('token', 'a-token-of-sixteen-or-more\n');
    expect(loadSettings(undefined, { ISNAD_METRICS_TOKEN_FILE: secret }).settings).toEqual({
      metrics: { token: 'a-token-of-sixteen-or-more' },
    });
  });

  it('are none where nothing is said', () => {
    expect(loadSettings(undefined, {}).settings).toEqual({});
    expect(loadSettings(write('empty.yaml', '# nothing yet\n'), {}).settings).toEqual({});
  });

  it.each([
    ['a port that is none', 'serve: {port: 99999}', {}, /bad\.yaml: serve\.port: .*65535/],
    ['a setting that there is not', 'serve: {prot: 1}', {}, /there is no setting serve\.prot/],
    ['a section that there is not', 'sevre: {port: 1}', {}, /there is no setting sevre/],
    ['text that is no YAML', 'serve: [', {}, /bad\.yaml:1:\d+ is no YAML/],
    ['a list', '- serve', {}, /holds no settings/],
    ['a host name with a port', 'serve: {names: ["a.org:80"]}', {}, /serve\.names\.0: must be a host name/],
    ['a form of log that there is not', '', { ISNAD_SERVE_LOG: 'xml' }, /^ISNAD_SERVE_LOG: serve\.log/],
    ['a port in words', '', { ISNAD_SERVE_PORT: 'eighty' }, /^ISNAD_SERVE_PORT: serve\.port/],
    [
      'a file of a secret that is not there',
      '',
      { ISNAD_METRICS_TOKEN_FILE: '/no/such' },
      /METRICS_TOKEN_FILE cannot be read/,
    ],
  ] as const)('that cannot be are refused with where they stand: %s', (_, text, env, message) => {
    expect(() => loadSettings(text === '' ? undefined : write('bad.yaml', text), env)).toThrow(message);
  });

  it('never show a secret, neither in a refusal nor in the list', async () => {
    expect(() => loadSettings(undefined, { ISNAD_METRICS_TOKEN: 'too-short' })).toThrow(/^(?!.*too-short)/s);
    process.env.ISNAD_METRICS_TOKEN = 'a-token-of-sixteen-or-more';
    try {
      const { out, status } = await runIsnad(['settings', '--settings', file]);
      expect(status).toBe(0);
      expect(out).toMatch(/metrics\.token\s+ISNAD_METRICS_TOKEN\s+••••••••\s+ISNAD_METRICS_TOKEN/);
      expect(out).not.toContain('a-token');
      expect(out).toMatch(new RegExp(`serve\\.port +ISNAD_SERVE_PORT +8080 +${file}`));
    } finally {
      delete process.env.ISNAD_METRICS_TOKEN;
    }
  });

  it('stand in for defaults of options, never for what the command line says', () => {
    const terminal = { out: async () => {}, err: () => {}, outIsScreen: false, errIsScreen: false, fail: () => {} };
    const program = createProgram({ ...terminal, input: async () => new Uint8Array() }, plainStages);
    const serve = program.commands.find((command) => command.name() === 'serve')!;
    serve.parseOptions(['--host', '::1']);
    applySettings(serve, { serve: { host: '10.0.0.1', port: 8080, log: 'json' }, by: 'desk' });
    expect(serve.opts()).toMatchObject({ host: '::1', port: 8080, log: 'json', by: 'desk' });
  });

  it('are all told of in docs/how-to/settings.md', () => {
    const page = readFileSync(path.join(import.meta.dirname, '../../../../docs/how-to/settings.md'), 'utf8');
    for (const { path: name, variable, about } of SETTINGS) {
      expect(about).not.toBe('');
      expect(page).toContain(`\`${name}\``);
      expect(page).toContain(`\`${variable}\``);
    }
  });
});
