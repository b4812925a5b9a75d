/** What a single report may weigh, and what a file of many may come to. */
export interface ReadingLimits {
  /** Largest accepted report, in bytes. */
  readonly bytes: number;
  /** Most entries of one archive. */
  readonly entries?: number;
  /** How deep archives may lie in one another. */
  readonly depth?: number;
  /** How many times its own size an archive may unpack to, beyond the first `unpackedFreely` bytes. */
  readonly ratio?: number;
  readonly unpackedFreely?: number;
}

/** 64 MiB: three times the largest single-file dump of reports that is still worth reading as one. */
export const defaultLimit: Required<ReadingLimits> = {
  bytes: 64 * 1024 * 1024,
  entries: 100_000,
  depth: 3,
  // Pages compress to a tenth, repeated ones to a fiftieth.
  ratio: 100,
  unpackedFreely: 256 * 1024 * 1024,
};
