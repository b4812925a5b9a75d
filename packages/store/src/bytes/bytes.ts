/** Bytes as they came in, kept under their SHA-256 and never changed. Ids are `sha256:` and the hexadecimal hash. */
export interface PreservedBytes {
  /** Keeps a stream; resolves when it is on the disk. Keeping the same bytes again changes nothing. */
  readonly put: (stream: AsyncIterable<Uint8Array>) => Promise<{ readonly id: string; readonly size: number }>;
  readonly has: (id: string) => Promise<boolean>;
  /** Length in bytes; null when they are not there. */
  readonly size: (id: string) => Promise<number | null>;
  readonly stream: (id: string) => AsyncIterable<Uint8Array>;
  /** A part of them, for containers that are read by place. */
  readonly read: (id: string, start: number, length: number) => Promise<Uint8Array>;
  /** All ids, in order. */
  readonly list: () => AsyncIterable<string>;
  /** Used by `expunge` only. */
  readonly remove: (id: string) => Promise<void>;
}
