import { userInfo } from 'node:os';
import type { Stamp } from '@isnad/store';
import type { Stages } from '../program.js';

/** The account that runs the program; `ISNAD_BY` names a person where many share one. */
const account = (): string => {
  if (process.env.ISNAD_BY) return process.env.ISNAD_BY;
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
};

/** Who does it and when, for the custody log of a case. */
export const stamps = ({ now, version }: Pick<Stages, 'now' | 'version'>, by?: string): (() => Stamp) => {
  const who = by ?? account();
  return () => ({ by: who, at: now(), tool: 'isnad', version });
};
