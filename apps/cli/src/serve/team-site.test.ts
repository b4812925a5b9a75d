import { describe, expect, it } from 'vitest';
import { reachOf } from './team-site.js';

describe('where browsers reach a team’s server', () => {
  it('is this machine alone, or what stands before it with HTTPS', () => {
    expect(reachOf('127.0.0.1', undefined, [])).toEqual({
      hosts: ['127.0.0.1', 'localhost', '[::1]'],
      isSecure: false,
      isProxied: false,
    });
    for (const host of ['127.0.0.1', '10.0.0.4', '0.0.0.0'])
      expect(reachOf(host, 'https://cases.example.org', ['other.example.org'])).toEqual({
        hosts: ['cases.example.org', 'other.example.org'],
        isSecure: true,
        isProxied: true,
      });
  });

  it.each(['10.0.0.4', 'cases.example.org', '0.0.0.0'])('is never %s without encryption', (host) => {
    expect(() => reachOf(host, undefined, [])).toThrow(expect.objectContaining({ code: 'cli/no-https' }));
  });
});
