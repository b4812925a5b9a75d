import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.js';

// Tests that take minutes: `npm run test:long`, not part of `npm test`.
export default mergeConfig(
  { ...usual, test: { ...usual.test, include: [], exclude: [] } },
  {
    test: {
      include: ['{packages,apps,episodes,bench}/**/*.long.test.ts', 'tools/*.long.test.mjs'],
      exclude: ['**/node_modules/**', '**/dist/**'],
    },
  },
);
