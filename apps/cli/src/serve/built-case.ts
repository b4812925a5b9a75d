import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseRecord } from '@isnad/model';
import { sha256 } from '@isnad/publish';
import { type Casebook, type CaseWords, memoryCasebook } from '@isnad/server';
import { recordIn } from '../disk/record-file.js';

/** Words for what stands in a record, kept beside it so that it can be shown without the lexicon. */
export const WORDS_FILE = 'words.json';

const wordsBeside = (folder: string): CaseWords | null => {
  const file = path.join(folder, WORDS_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CaseWords) : null;
};

/** A built folder as a case that is only looked at: it holds no texts and keeps no decisions. */
export const builtCase = (folder: string, wordsFor: (record: CaseRecord) => CaseWords): Casebook => {
  const record = recordIn(folder);
  const words = wordsBeside(folder) ?? wordsFor(record);
  const revision = sha256(readFileSync(path.join(folder, 'record.json'))).slice(0, 16);
  return memoryCasebook({ snapshot: { revision, record, words } });
};
