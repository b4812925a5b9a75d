import { fold } from '@isnad/arabic';
import type { Outlet } from './entries.js';

/** The outlet that a byline, a page's address or a sidecar names: by id, name, written form or domain. */
export const findOutlet = (lexicon: { readonly outlets: ReadonlyMap<string, Outlet> }, name: string): Outlet | null => {
  const wanted = outletKey(name);
  const host = hostOf(name);
  for (const outlet of lexicon.outlets.values()) {
    if (host !== null && outlet.domains.some((domain) => host === domain || host.endsWith(`.${domain}`))) return outlet;
    if (
      [outlet.id, outlet.name.ar, outlet.name.en, ...outlet.forms, ...outlet.bare].some(
        (form) => outletKey(form) === wanted,
      )
    )
      return outlet;
  }
  return null;
};

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
