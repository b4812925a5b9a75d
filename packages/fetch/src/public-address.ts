import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Refusal } from './refusal.js';

/** Looks up all addresses of a host. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/**
 * Whether an IP address belongs to the open internet: not to this machine, its network, a carrier's, a cloud's metadata
 * service, nor to what is reserved. Addresses that carry another inside (IPv4 in IPv6, translation, tunnels) are none.
 */
export const isPublic = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address.replace(/%.*$/, ''));
  return parsed.range() === 'unicast';
};

const bare = (hostname: string): string =>
  hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

/** Hosts, with or without a port, whose addresses may be private because a person named them. */
export type NamedHosts = ReadonlySet<string>;

const isNamed = ({ hostname, host }: URL, named: NamedHosts): boolean =>
  named.has(bare(hostname)) || named.has(host.toLowerCase());

/**
 * The addresses of a host to which a connection may be made, in the order in which to try them. All of them must be public:
 * a name that also points inside was made to. What is connected to is what was checked, so that a name that points
 * elsewhere a moment later leads nowhere else.
 */
export const checkedAddresses = async (url: URL, resolve: Resolve, named: NamedHosts): Promise<readonly string[]> => {
  const host = bare(url.hostname);
  let addresses: readonly string[];
  try {
    addresses = isIP(host) ? [host] : await resolve(host);
  } catch (error) {
    throw new Refusal('fetch/no-host', `The host ${host} could not be looked up. Check the address and the network.`, {
      cause: error,
    });
  }
  if (addresses.length === 0) throw new Refusal('fetch/no-host', `The host ${host} has no address. Check it.`);
  const inside = addresses.find((address) => !isPublic(address));
  if (inside !== undefined && !isNamed(url, named))
    throw new Refusal(
      'fetch/private-address',
      `The host ${host} is ${inside}, which is no address of the open internet, so it was not asked. Name it with --allow-host ${host} if you mean it.`,
    );
  return addresses;
};
