import { defineConfig } from 'vitest/config';

// Tests run against the sources, not the build: the condition picks src/ in each package's exports.
const conditions = ['isnad-source'];
const exclude = ['**/node_modules/**', '**/*.long.test.*'];

/**
 * Packages that keep nothing between two calls but what they have read from their own data files, so that their tests may
 * share a process: loading lexicon and reader anew for each of a hundred files took longer than testing them.
 */
const READING = ['model', 'arabic', 'text', 'lexicon', 'claims', 'record', 'publish'];
const reading = READING.map((name) => `packages/${name}/**/*.test.ts`);

export default defineConfig({
  ssr: { resolve: { conditions: [...conditions, 'module', 'node', 'default'] } },
  resolve: { conditions },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'reading', include: reading, exclude, isolate: false } },
      {
        extends: true,
        test: {
          name: 'working',
          include: [
            'packages/**/*.test.ts',
            'apps/**/*.test.ts',
            'episodes/**/*.test.ts',
            'bench/**/*.test.ts',
            'tools/*.test.mjs',
          ],
          exclude: [...exclude, ...reading],
          globalSetup: ['packages/testbed/src/postgres/run.ts'],
        },
      },
    ],
  },
});
