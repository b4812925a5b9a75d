import { casesOf, openCase, parseAddress, type Store } from '@isnad/store';
import { Failure } from '../failure.js';

/** The cases of a team, opened once each. */
export interface TeamCases {
  readonly names: () => Promise<readonly string[]>;
  readonly open: (name: string) => Promise<Store>;
  readonly close: () => Promise<void>;
}

/** The address of a whole team; one that names a case is refused. */
export const teamAddress = (address: string): string => {
  const { connection, name } = parseAddress(address);
  if (name === null) return connection;
  throw new Failure(
    'cli/one-case',
    'the address names one case, and this is about all cases of a team',
    'Leave out ?case=.',
  );
};

/** The address of one case of a team. */
export const addressOfCase = (team: string, name: string): string => {
  const url = new URL(team);
  url.searchParams.set('case', name);
  return url.href;
};

export const teamCases = (team: string): TeamCases => {
  const open = new Map<string, Promise<Store>>();
  return {
    names: () => casesOf(parseAddress(team)),
    open: (name) => {
      const opened = open.get(name) ?? openCase(addressOfCase(team, name));
      open.set(name, opened);
      // What could not be opened may be there the next time.
      opened.catch(() => open.delete(name));
      return opened;
    },
    close: async () => {
      await Promise.allSettled([...open.values()].map(async (store) => (await store).close()));
      open.clear();
    },
  };
};
