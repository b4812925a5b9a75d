import { verify } from '@node-rs/argon2';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isPassword, passwordHash } from './password.js';

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return { ...real, verify: vi.fn(real.verify) };
});

const PASSWORD = 'apple bridge cloud';
/** Algorithm, version and cost of a hash in the PHC form: what the time of a check hangs on. */
const costOf = (hash: unknown): string => String(hash).split('$').slice(1, 4).join('$');

describe('a password', () => {
  beforeEach(() => void vi.mocked(verify).mockClear());

  it('is checked against an Argon2id hash of 19 MiB and two passes', async () => {
    const kept = await passwordHash(PASSWORD, 'amal');
    expect(costOf(kept)).toBe('argon2id$v=19$m=19456,t=2,p=1');
    expect([await isPassword(kept, PASSWORD), await isPassword(kept, 'another one')]).toEqual([true, false]);
  });

  it('of nobody costs the same work as that of an account, so that time tells nothing of who there is', async () => {
    const kept = await passwordHash(PASSWORD, 'amal');
    await isPassword(kept, 'wrong');
    expect(await isPassword(null, 'wrong')).toBe(false);
    const [known, unknown] = vi.mocked(verify).mock.calls;
    expect(vi.mocked(verify)).toHaveBeenCalledTimes(2);
    expect(costOf(unknown![0])).toBe(costOf(known![0]));
  });

  it('is the same in whatever bytes a keyboard sends its letters', async () => {
    const kept = await passwordHash('caf\u00e9 bridge cloud', 'amal');
    expect(await isPassword(kept, 'cafe\u0301 bridge cloud')).toBe(true);
  });

  it('without end is cut before any work is done on it', async () => {
    const kept = await passwordHash(PASSWORD, 'amal');
    expect(await isPassword(kept, 'x'.repeat(1_000_000))).toBe(false);
    expect(String(vi.mocked(verify).mock.calls[0]![1]).length).toBeLessThanOrEqual(257);
  });
});
