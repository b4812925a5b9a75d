import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSite } from './site.js';

const temporaryFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-site-'));
  return {
    folder,
    write: (name: string, content: string) => writeFileSync(path.join(folder, name), content),
    remove: () => rmSync(folder, { recursive: true }),
  };
};

let here: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  here = temporaryFolder();
  mkdirSync(path.join(here.folder, 'site/sub'), { recursive: true });
  here.write('site/index.html', '<!doctype html><script>let a = 1;</script>');
  here.write('site/record.json', '{"case":"x"}');
  here.write('site/.hidden', 'no');
  here.write('site/sub/index.html', 'sub');
  here.write('secret.txt', 'secret');
  symlinkSync(path.join(here.folder, 'secret.txt'), path.join(here.folder, 'site/link.txt'));
});
afterEach(() => here.remove());

const ask = (target: string, { host = '127.0.0.1:4750', method = 'GET' } = {}) =>
  createSite(realpathSync(path.join(here.folder, 'site')), ['127.0.0.1', 'localhost', '[::1]']).request(
    `http://127.0.0.1:4750${target}`,
    { method, headers: { host } },
  );

describe('the site of a built folder', () => {
  it('shows the page, and lets only its own scripts run', async () => {
    const response = await ask('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    // printf 'let a = 1;' | openssl dgst -sha256 -binary | base64
    expect(policy).toContain("script-src 'sha256-xY6QKfH9PRsQnLz56nj6MBwiK5oHg+im1Jkpdp1x/Ck='");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  it.each(['/', '/record.json', '/gone', '/index.html'])('sends %s with strict headers', async (target) => {
    const { headers } = await ask(target);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('sends other files with their type', async () => {
    const response = await ask('/record.json');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.text()).toBe('{"case":"x"}');
    expect(await (await ask('/sub/')).text()).toBe('sub');
  });

  it.each([
    ['a file that is not there', '/gone.html'],
    ['a hidden file', '/.hidden'],
    ['the folder above', '/../secret.txt'],
    ['the folder above, encoded', '/%2e%2e/secret.txt'],
    ['the folder above, encoded slash', '/..%2fsecret.txt'],
    ['a link that leads out', '/link.txt'],
    ['a folder', '/sub'],
    ['a broken escape', '/%E0%A4%A'],
    ['a zero byte', '/record.json%00.html'],
  ])('has nothing for %s', async (_what, target) => {
    const response = await ask(target);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('secret');
  });

  it.each(['evil.example', 'evil.example:4750', '127.0.0.1.evil.example', ''])(
    'does not answer to the host %s',
    async (host) => {
      expect((await ask('/', { host })).status).toBe(421);
    },
  );

  it.each(['localhost:4750', '127.0.0.1', '[::1]:4750', 'LOCALHOST'])('answers to the host %s', async (host) => {
    expect((await ask('/', { host })).status).toBe(200);
  });

  it('only shows', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
    const head = await ask('/record.json', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '12', '']);
  });
});
