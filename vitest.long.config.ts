import { defineConfig } from 'vitest/config';
import usual from './vitest.config.js';

// Tests that take minutes: `npm run test:long`, not part of `npm test`.
const { projects: _, ...test } = usual.test ?? {};
export default defineConfig({
  ...usual,
  test: {
    ...test,
    include: ['{packages,apps,episodes,bench}/**/*.long.test.ts', 'tools/*.long.test.mjs'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['packages/testbed/src/postgres/run.ts'],
  },
});
