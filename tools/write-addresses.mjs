// Writes packages/client/src/addresses.ts from the routes of packages/api, so that the client needs no schema.
//   node tools/write-addresses.mjs
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { routes } from '../packages/api/dist/index.js';

const file = new URL('../packages/client/src/addresses.ts', import.meta.url);
const lines = Object.entries(routes).map(
  ([operation, { method, path }]) => `  ${operation}: ['${method.toUpperCase()}', '${path}'],\n`,
);
writeFileSync(
  file,
  `// Written by tools/write-addresses.mjs from the routes of @isnad/api; a test fails when it is not up to date.
import type { Operation } from '@isnad/api';

/** Method and path by operation. */
export const ADDRESSES: Readonly<Record<Operation, readonly ['GET' | 'POST', string]>> = {
${lines.join('')}};
`,
);
console.log(`${lines.length} routes in ${fileURLToPath(file)}`);
