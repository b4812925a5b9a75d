/** What a single report may weigh. */
export interface ReadingLimits {
  /** Largest accepted file, in bytes. */
  readonly bytes: number;
}

/** 64 MiB: three times the largest single-file dump of reports that is still worth reading as one. */
export const defaultLimit: ReadingLimits = { bytes: 64 * 1024 * 1024 };
