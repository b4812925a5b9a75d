import { readFileSync } from 'node:fs';
import { createReader } from '@isnad/claims';
import { loadLexicon } from '@isnad/lexicon';
import { createCaseMaker } from './build/make-case.js';
import type { Stages } from './program.js';

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
const { version } = JSON.parse(manifest) as { readonly version: string };

const lexicon = once(loadLexicon);
const reader = once(() => createReader(lexicon()));

/** The stages of the program as it is shipped; each is loaded when first needed. */
export const stages: Stages = {
  reader,
  caseMaker: () => createCaseMaker(lexicon(), reader, version),
  version,
  today: () => new Date().toISOString().slice(0, 10),
};
