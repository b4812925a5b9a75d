#!/usr/bin/env node
// Runs the built program; says what to do when it was not built.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const entry = new URL('../apps/cli/dist/main.js', import.meta.url);
if (existsSync(fileURLToPath(entry))) {
  const { main } = await import(entry.href);
  await main(process.argv.slice(2));
} else {
  console.error('isnad: the program is not built yet. Run: npm ci');
  process.exitCode = 1;
}
