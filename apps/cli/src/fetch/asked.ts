import { Option } from 'commander';

/** What a person says of fetching on the command line. */
export interface FetchAsked {
  /** Hosts, with or without a port, that may be of this machine or network. */
  readonly allowHost?: readonly string[];
  readonly contact?: string;
}

export const allowHost = () =>
  new Option('--allow-host <host...>', 'host that may be fetched from although it is of this machine or network');

export const contact = () =>
  new Option('--contact <text>', 'address under which sites can reach you, told with each request').env(
    'ISNAD_CONTACT',
  );
