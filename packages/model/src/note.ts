/** How much a note weighs: `error` means that something asked for was not done. */
export type Severity = 'info' | 'warning' | 'error';

/**
 * A coded remark of a stage about its input. Stages never throw over a text: they return what they
 * read, and notes. The message says what, where, why, and what to do.
 */
export interface Note {
  /** Stable, unique code such as `archive/empty-file`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** UTF-16 offsets of the passage meant; both 0 when the whole text is meant. */
  readonly start: number;
  readonly end: number;
}

/** A note about a whole text, or about a passage of it. */
export const note = (code: string, severity: Severity, message: string, start = 0, end = 0): Note => ({
  code,
  severity,
  message,
  start,
  end,
});
