import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { LexiconError } from './errors.js';
import { readPlainYaml } from './plain-yaml.js';

/**
 * Reads a YAML file that is one document of a shape.
 * @throws LexiconError that names file, line and field
 */
export const readYamlFile = <S extends z.ZodType>(file: string, schema: S): z.output<S> => {
  const text = readFileSync(file, 'utf8');
  const read = schema.safeParse(readPlainYaml(text) ?? byLibrary(file, text).document.toJS());
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  const { document, lines } = byLibrary(file, text);
  const node = document.getIn(issue.path as (string | number)[], true) as { range?: [number] } | undefined;
  const line = node?.range ? lines.linePos(node.range[0]).line : 1;
  throw new LexiconError(file, line, issue.path.join('.'), issue.message, 'Compare it with its neighbours.');
};

/** What the library makes of a file: for what is not plain, and to name the line of a slip. */
const byLibrary = (file: string, text: string) => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const slip = document.errors[0];
  if (slip) throw new LexiconError(file, lines.linePos(slip.pos[0]).line, 'yaml', slip.message, 'Mend the YAML.');
  return { document, lines };
};
