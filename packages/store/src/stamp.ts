/** Who does something, when and with what: an argument of whatever changes a case, because a store has no clock. */
export interface Stamp {
  /** A person's name, or that of the account that ran the program. */
  readonly by: string;
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly tool: string;
  readonly version: string;
}

/** Items of a list in pieces: `after` is the key of the last one seen. */
export interface Page {
  readonly after?: number;
  readonly limit?: number;
}
