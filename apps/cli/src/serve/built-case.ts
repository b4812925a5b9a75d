import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseRecord } from '@isnad/model';
import { sha256 } from '@isnad/publish';
import { type Casebook, type CaseWords, memoryCasebook } from '@isnad/server';
import { recordIn } from '../disk/record-file.js';
import { namesUnknown } from './record-persons.js';

/** A built folder as a case that is only looked at: it holds no texts and keeps no decisions. */
export const builtCase = (folder: string, wordsFor: (record: CaseRecord) => CaseWords): Casebook => {
  const record = recordIn(folder);
  if (record.private_persons === undefined) throw namesUnknown(folder);
  const revision = sha256(readFileSync(path.join(folder, 'record.json'))).slice(0, 16);
  return memoryCasebook({ snapshot: { revision, record, words: wordsFor(record) } });
};
