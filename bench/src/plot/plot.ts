// Growth curves out of what the measurements print: npm run bench:plot -- FIGURES.jsonl... OUT.svg
// Takes the JSON lines of `npm run bench`, `bench:record` and `bench:workers`; of figures measured twice the later one holds.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from '../figures.js';
import { drawGrowth } from './growth.js';

const files = process.argv.slice(2);
const out = files.pop();
if (out === undefined || files.length === 0) throw new Error('usage: npm run bench:plot -- FIGURES.jsonl... OUT.svg');
const figures = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    // What else a program prints (a table for people) is passed over.
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Figure] : [])),
);
writeFileSync(out, drawGrowth(figures));
