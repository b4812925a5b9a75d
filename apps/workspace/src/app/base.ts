/** What stands before every address of this case: `/cases/NAME` on a team's server, nothing where the case is served alone. */
export const base = /^\/cases\/[^/]+(?=\/)/.exec(globalThis.location?.pathname ?? '')?.[0] ?? '';

/** An address of the server, `/api/…` or `/dossier/…`, as it is for this case. */
export const served = (address: string): string => `${base}${address}`;
