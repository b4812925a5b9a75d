import { defineConfig } from 'vitest/config';

// Tests run against the sources, not the build: the condition picks src/ in each package's exports.
export default defineConfig({
  ssr: { resolve: { conditions: ['isnad-source', 'module', 'node', 'default'] } },
  resolve: { conditions: ['isnad-source'] },
  test: {
    include: [
      'packages/**/*.test.ts',
      'apps/**/*.test.ts',
      'episodes/**/*.test.ts',
      'bench/**/*.test.ts',
      'tools/*.test.mjs',
    ],
    exclude: ['**/node_modules/**', '**/*.long.test.*'],
    globalSetup: ['packages/testbed/src/postgres/run.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
