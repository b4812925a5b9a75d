import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  defaultLimit,
  type ReadingLimits,
  readDocument,
  readSidecar,
  sidecarPath,
  tooBig,
  unreadDocument,
} from '@isnad/archive';
import { type Document, type Given, type Note, note } from '@isnad/model';
import { systemCodeOf, systemReason } from '../failure.js';

/** What the command line says of every report that it reads; it wins over sidecars. */
export type Overrides = Pick<Given, 'published' | 'outlet'>;

const sidecarOf = (file: string): { readonly given: Given; readonly notes: readonly Note[] } => {
  const sidecar = sidecarPath(file);
  const name = path.basename(sidecar);
  try {
    return readSidecar(name, readFileSync(sidecar, 'utf8'));
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return { given: {}, notes: [] };
    const message = `${name}: ${systemReason(error)}. The report is read without it; make the file readable.`;
    return { given: {}, notes: [note('archive/bad-sidecar', 'warning', message)] };
  }
};

/**
 * A file and its sidecar as a document. A file that cannot be read gives an empty document with an error note.
 * @param name the path that the document is to carry
 */
export const openDocument = (
  file: string,
  overrides: Overrides = {},
  name: string = file,
  limits: ReadingLimits = defaultLimit,
): Document => {
  const { given, notes } = sidecarOf(file);
  const known = { ...given, ...overrides };
  const open = (): Document => {
    try {
      const { size } = statSync(file);
      if (size > limits.bytes) return unreadDocument(name, known, tooBig(size, limits));
      return readDocument(name, readFileSync(file), known, limits);
    } catch (error) {
      const message = `The file cannot be read: ${systemReason(error)}. Check its name and its permissions.`;
      return unreadDocument(name, known, note('archive/unreadable', 'error', message));
    }
  };
  const document = open();
  return notes.length === 0 ? document : { ...document, notes: [...document.notes, ...notes] };
};
