import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './setup.mjs';

const read = (file) => readFileSync(path.join(root, file), 'utf8');

// Neither is run here: what can be held against the repository is.
describe('the containers of a team', () => {
  const { services, networks } = parse(read('deploy/compose.yaml'), { merge: true });

  it('run commands that there are, with options that they take', () => {
    const sources = ['apps/cli/src/program.ts', 'apps/cli/src/work/work-commands.ts'].map(read).join('\n');
    for (const { command } of [services.server, services.worker]) {
      expect(sources).toContain(`.command('${command[0]}')`);
      for (const option of command.filter((part) => part.startsWith('--'))) expect(sources).toContain(`${option} <`);
    }
  });

  it('let database and workers reach nothing outside, and hold no password', () => {
    expect(networks.inside.internal).toBe(true);
    expect([services.database.networks, services.worker.networks]).toEqual([['inside'], ['inside']]);
    expect(services.server.ports.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
    for (const { environment } of Object.values(services))
      for (const [name, value] of Object.entries(environment))
        if (name.includes('PASSWORD')) expect(value).toMatch(/^\$\{/);
  });

  it('are made of the version of Node that the program asks for, by what the repository has', () => {
    const floor = Number(/>=(\d+)/.exec(JSON.parse(read('package.json')).engines.node)[1]);
    const docker = read('deploy/Dockerfile');
    for (const [, version] of docker.matchAll(/^FROM node:(\d+)/gm))
      expect(Number(version)).toBeGreaterThanOrEqual(floor);
    for (const [file] of docker.matchAll(/tools\/[a-z]+\.mjs/g)) expect(read(file)).not.toBe('');
    // Without ./ npm takes out/isnad-… for a repository, and looks for git.
    for (const [, file] of docker.matchAll(/(\S*)isnad-\*\.tgz/g)) expect(file).toBe('./out/');
  });
});
