import { describe, expect, it } from 'vitest';
import { wanted } from './wanted.js';

describe('where somebody wanted to go', () => {
  const then = (address: string) => wanted(`?then=${encodeURIComponent(address)}`);

  it('is an address below a case', () => {
    expect(then('/cases/hajin/')).toBe('/cases/hajin/');
    expect(then('/cases/hajin/reports/sha256:a?claim=c')).toBe('/cases/hajin/reports/sha256:a?claim=c');
  });

  it.each([
    'https://evil.example',
    '//evil.example/cases/x/',
    '/\\evil.example',
    'javascript:alert(1)',
    '/cases/../x/',
    '/cases/x/\\evil',
    '/api/session/end',
    '/',
  ])('is never %s', (address) => expect(then(address)).toBeNull());

  it('may be nowhere', () => expect(wanted('')).toBeNull());
});
