import { isAddress, shownCase } from '@isnad/store';
import { Failure } from '../failure.js';

/** A numbered release inside a case that a database holds. */
export interface NamedRelease {
  /** Address of the case. */
  readonly address: string;
  readonly number: number;
}

/** What `postgres://…?case=NAME&release=NUMBER` names; null for anything else. */
export const namedRelease = (named: string): NamedRelease | null => {
  if (!isAddress(named) || !URL.canParse(named)) return null;
  const url = new URL(named);
  const number = url.searchParams.get('release');
  if (number === null) return null;
  url.searchParams.delete('release');
  if (!/^[1-9]\d{0,8}$/.test(number))
    throw new Failure(
      'release/no-release',
      `${JSON.stringify(number)} is no number of a release of ${shownCase(url.href)}`,
      'Releases are numbered from 1: …&release=1.',
    );
  return { address: url.href, number: Number(number) };
};
