import { fold } from '@isnad/arabic';
import type { Outlet } from './entries.js';

type Outlets = ReadonlyMap<string, Outlet>;

/** The outlet that a byline, a page's address or a sidecar names: by id, name, written form or domain. */
export const findOutlet = ({ outlets }: { readonly outlets: Outlets }, name: string): Outlet | null => {
  const { byKey, order } = indexOf(outlets);
  const named = byKey.get(outletKey(name)) ?? null;
  const host = hostOf(name);
  const hosted = host === null ? null : ([...outlets.values()].find((outlet) => isOf(outlet, host)) ?? null);
  if (named === null || hosted === null) return named ?? hosted;
  return order.get(hosted)! < order.get(named)! ? hosted : named;
};

interface Index {
  /** The first outlet of each written form, id and name. */
  readonly byKey: ReadonlyMap<string, Outlet>;
  readonly order: ReadonlyMap<Outlet, number>;
}

const known = new WeakMap<Outlets, Index>();

const indexOf = (outlets: Outlets): Index => {
  let index = known.get(outlets);
  if (!index) {
    const byKey = new Map<string, Outlet>();
    const order = new Map<Outlet, number>();
    for (const outlet of outlets.values()) {
      order.set(outlet, order.size);
      for (const form of [outlet.id, outlet.name.ar, outlet.name.en, ...outlet.forms, ...outlet.bare]) {
        const key = outletKey(form);
        if (!byKey.has(key)) byKey.set(key, outlet);
      }
    }
    index = { byKey, order };
    known.set(outlets, index);
  }
  return index;
};

const isOf = ({ domains }: Outlet, host: string): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));

const outletKey = (name: string): string =>
  fold(name)
    .toLowerCase()
    .replace(/[-_()."'@]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const hostOf = (name: string): string | null => {
  const host = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#:]|$)/i.exec(name.trim())?.[1];
  return host?.toLowerCase() ?? null;
};
