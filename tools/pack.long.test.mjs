// The program as people without the repository get it: packed, installed from the file, run.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './setup.mjs';

describe('the packed program', { timeout: 300_000 }, () => {
  let home;
  let program;
  let env;
  const isnad = (...args) => execFileSync(process.execPath, [program, ...args], { cwd: home, env, encoding: 'utf8' });

  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), 'isnad-packed-'));
    env = { ...process.env, HOME: home, XDG_DATA_HOME: path.join(home, 'data') };
    execFileSync(process.execPath, [path.join(root, 'tools/pack.mjs')], { stdio: 'ignore' });
    const tarball = readdirSync(path.join(root, 'out')).find((name) => /^isnad-.*\.tgz$/.test(name));
    writeFileSync(path.join(home, 'package.json'), '{"private":true}');
    const file = path.join(root, 'out', tarball);
    execFileSync('npm', ['install', '--no-audit', '--no-fund', file], { cwd: home, stdio: 'ignore' });
    program = path.join(home, 'node_modules/isnad/bin/isnad.js');
  }, 300_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('builds the very record that the repository builds', () => {
    cpSync(path.join(root, 'episodes/hajin-2018/reports'), path.join(home, 'reports'), { recursive: true });
    isnad('build', 'reports', '--out', 'record', '--as-of', '2026-01-01');
    const here = [path.join(root, 'bin/isnad.js'), 'build', 'reports', '--out', 'here', '--as-of', '2026-01-01'];
    execFileSync(process.execPath, here, { cwd: home });
    for (const name of ['record.json', 'index.html', 'incidents.csv', 'manifest.json'])
      expect(readFileSync(path.join(home, 'record', name), 'utf8')).toBe(
        readFileSync(path.join(home, 'here', name), 'utf8'),
      );
  });

  it('holds no tests, fixtures, types or maps', () => {
    const files = readdirSync(path.join(home, 'node_modules/isnad'), { recursive: true }).map(String);
    const own = files.filter((name) => !name.startsWith('node_modules') || name.startsWith('node_modules/@isnad'));
    expect(own.length).toBeGreaterThan(300);
    expect(own.filter((name) => /\.test\.|\.fixture\.|\.d\.ts$|\.map$/.test(name))).toEqual([]);
  });

  it('serves the example to a browser, kept where the account keeps data', async () => {
    const served = spawn(process.execPath, [program, 'serve', '--port', '0'], { cwd: home, env });
    try {
      const address = await new Promise((resolve, reject) => {
        let told = '';
        served.stderr.on('data', (some) => {
          told += some;
          const found = /http:\/\/\S+\//.exec(told);
          if (found) resolve(found[0]);
        });
        served.on('exit', () => reject(new Error(told)));
      });
      expect(await (await fetch(address)).text()).toContain('<script type="module"');
      const overview = await (await fetch(`${address}api/overview`)).json();
      expect(overview.case).toBe('hajin-2018');
      expect(readdirSync(path.join(home, 'data'), { recursive: true }).map(String)).toContain(
        'isnad/example/case.isnad',
      );
    } finally {
      served.kill();
    }
  });
});
