import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseRecord, RecordedClaim } from '@isnad/model';
import { Failure, systemReason } from '../failure.js';
import { faultIn, type Kind } from './shape.js';
import { diskTree } from './tree.js';

const LISTS: Readonly<Record<string, Kind>> = {
  program: 'object',
  reports: 'list',
  claims: 'list',
  incidents: 'list',
  tolls: 'list',
  control: 'list',
  checks: 'list',
  disputes: 'list',
};

const TODO = 'Name a folder that isnad build has written.';

const contentOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure('cli/no-record', `cannot read ${file}: ${systemReason(error)}`, TODO, { cause: error });
  }
};

const parsed = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure('cli/no-record', `${file} is no JSON`, TODO, { cause: error });
  }
};

/** The record in a folder, or in the `record.json` named; the claims of a large one stand in a file of their own. */
export const recordIn = (named: string): CaseRecord => {
  const file = diskTree.kindOf(named) === 'file' ? named : path.join(named, 'record.json');
  const json = parsed(file, contentOf(file));
  const fault = faultIn(json, LISTS);
  if (fault !== null) throw new Failure('cli/no-record', `${file}: ${fault}`, TODO);
  const record = json as CaseRecord & { readonly claims_file?: string };
  if (record.claims_file === undefined) return record;
  const lines = path.join(path.dirname(file), path.basename(record.claims_file));
  const claims = contentOf(lines)
    .trimEnd()
    .split('\n')
    .map((line) => parsed(lines, line) as RecordedClaim);
  return { ...record, claims };
};

/** The day as of which a record was published, where its manifest stands beside it. */
export const asOfBeside = (named: string): string | null => {
  const folder = diskTree.kindOf(named) === 'file' ? path.dirname(named) : named;
  try {
    const { as_of: day } = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as { as_of?: unknown };
    return typeof day === 'string' ? day : null;
  } catch {
    return null;
  }
};
