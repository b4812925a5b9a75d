/** What is wrong with a case, in one place. */
export interface Finding {
  readonly code:
    | 'verify/store'
    | 'verify/custody'
    | 'verify/anchor'
    | 'verify/bytes'
    | 'verify/input'
    | 'verify/text'
    | 'verify/appearance'
    | 'verify/reading'
    | 'verify/decision'
    | 'verify/tombstone'
    | 'verify/search'
    | 'verify/record'
    | 'verify/newer-version'
    | 'verify/arriving'
    | 'verify/unlisted';
  /** A remark is no damage: something that cannot be held against what is kept, or need not be. */
  readonly severity: 'broken' | 'remark';
  /** Id or name of what it is about. */
  readonly subject: string;
  readonly message: string;
}

export const broken = (code: Finding['code'], subject: string, message: string): Finding => ({
  code,
  severity: 'broken',
  subject,
  message,
});

export const remark = (code: Finding['code'], subject: string, message: string): Finding => ({
  code,
  severity: 'remark',
  subject,
  message,
});
