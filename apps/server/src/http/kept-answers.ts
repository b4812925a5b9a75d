import { tagOf } from './tags.js';

/** An answer as it is sent. */
export interface Sent {
  readonly body: string;
  readonly tag: string;
}

export const sentOf = (value: unknown): Sent => {
  const body = JSON.stringify(value);
  return { body, tag: tagOf(body) };
};

/** UTF-16 units of all answers that are kept. */
const ROOM = 16_000_000;

/** Answers by what they are an answer to, the latest used last; the oldest go when there is no room. */
export const keptAnswers = () => {
  const kept = new Map<string, Sent>();
  let size = 0;
  return {
    get: (key: string): Sent | undefined => {
      const found = kept.get(key);
      if (found) {
        kept.delete(key);
        kept.set(key, found);
      }
      return found;
    },
    put: (key: string, sent: Sent): void => {
      if (sent.body.length > ROOM / 4 || kept.has(key)) return;
      kept.set(key, sent);
      size += sent.body.length;
      for (const [oldest, { body }] of kept) {
        if (size <= ROOM) break;
        kept.delete(oldest);
        size -= body.length;
      }
    },
  };
};
