/** A broken data file of the lexicon: which file and line, which field, what is wrong and what to do. */
export class LexiconError extends Error {
  override readonly name = 'LexiconError';
  readonly file: string;
  /** 1 for the first line. */
  readonly line: number;
  readonly field: string;

  constructor(file: string, line: number, field: string, wrong: string, todo: string) {
    super(`${file}:${line}: ${field}: ${wrong}. ${todo}`);
    this.file = file;
    this.line = line;
    this.field = field;
  }
}
