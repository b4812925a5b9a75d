import { fold } from '@isnad/arabic';
import { remembering } from '@isnad/model';
import type { Outlet } from './entries.js';

type Outlets = ReadonlyMap<string, Outlet>;

/** The outlet that a byline, a page's address or a sidecar names: by id, name, written form or domain. */
export const findOutlet = ({ outlets }: { readonly outlets: Outlets }, name: string): Outlet | null => {
  const named = keysOf(outlets).get(outletKey(name)) ?? null;
  const host = hostOf(name);
  const hosted = host === null ? null : hostsOf(outlets)(host);
  if (named === null || hosted === null) return named ?? hosted;
  for (const outlet of outlets.values()) if (outlet === named || outlet === hosted) return outlet;
  return null;
};

const known = new WeakMap<Outlets, ReadonlyMap<string, Outlet>>();

/** The first outlet of each written form, id and name. */
const keysOf = (outlets: Outlets): ReadonlyMap<string, Outlet> => {
  const keys = known.get(outlets);
  if (keys) return keys;
  const byKey = new Map<string, Outlet>();
  for (const outlet of outlets.values())
    for (const form of [outlet.id, outlet.name.ar, outlet.name.en, ...outlet.forms, ...outlet.bare]) {
      const key = outletKey(form);
      if (!byKey.has(key)) byKey.set(key, outlet);
    }
  known.set(outlets, byKey);
  return byKey;
};

const hosts = new WeakMap<Outlets, (host: string) => Outlet | null>();

/** The first outlet that a host is of; the reports of a case are of few hosts. */
const hostsOf = (outlets: Outlets): ((host: string) => Outlet | null) => {
  let find = hosts.get(outlets);
  if (!find) {
    find = remembering((host) => [...outlets.values()].find((outlet) => isOf(outlet, host)) ?? null);
    hosts.set(outlets, find);
  }
  return find;
};

const isOf = ({ domains }: Outlet, host: string): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));

/** A name without what is written now one way, now another; the reports of a case are of few outlets. */
const outletKey = remembering((name: string): string =>
  fold(name)
    .toLowerCase()
    .replace(/[-_()."'@]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim(),
);

const hostOf = (name: string): string | null => {
  const host = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#:]|$)/i.exec(name.trim())?.[1];
  return host?.toLowerCase() ?? null;
};
