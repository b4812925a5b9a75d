import type { Expunction } from '../store.js';

/** JSON with what goes blocked in each string of it, and nothing else of it touched. */
export const blockedJson = (json: string, blocked: Expunction['blocked']): string =>
  JSON.stringify(
    JSON.parse(json, (_, value: unknown) => {
      if (typeof value === 'string') return blocked(value);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [blocked(key), inner]));
    }),
  );
