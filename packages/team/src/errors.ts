export type TeamErrorCode =
  | 'team/unreachable'
  | 'team/newer'
  | 'team/bad-name'
  | 'team/weak-password'
  | 'team/taken'
  | 'team/no-person'
  | 'team/no-token';

/** What a team cannot do, told so that a person can mend it. */
export class TeamError extends Error {
  override readonly name = 'TeamError';

  constructor(
    readonly code: TeamErrorCode,
    /** What went wrong. */
    readonly what: string,
    /** What to do. */
    readonly todo: string,
    options?: ErrorOptions,
  ) {
    super(`${what}. ${todo}`, options);
  }
}
