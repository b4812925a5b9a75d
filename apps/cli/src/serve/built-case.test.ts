import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NO_WORDS } from '@isnad/server';
import { expect, it } from 'vitest';
import { builtCase } from './built-case.js';

it('shows no built record that does not say whom its reports name', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-built-'));
  const record = { case: 'c', program: { name: 'isnad', version: '0', lexicon: '0' } };
  const lists = { reports: [], claims: [], incidents: [], tolls: [], control: [], checks: [], disputes: [] };
  const write = (more: object) =>
    writeFileSync(path.join(folder, 'record.json'), JSON.stringify({ ...record, ...lists, ...more }));
  write({});
  expect(() => builtCase(folder, () => NO_WORDS)).toThrow(expect.objectContaining({ code: 'cli/no-persons' }));
  write({ private_persons: [] });
  expect(builtCase(folder, () => NO_WORDS).writable).toBe(false);
  rmSync(folder, { recursive: true });
});
