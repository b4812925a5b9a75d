import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

// What the server gives out lies in dist. Nothing is inlined: the policy of the pages allows only files.
export default defineConfig({
  root,
  base: '/',
  clearScreen: false,
  logLevel: 'warn',
  resolve: { conditions: ['isnad-source', 'module', 'browser', 'default'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    cssTarget: 'esnext',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    // The workspace, and what a team's server shows before it: signing in and the list of cases.
    rolldownOptions: { input: [`${root}index.html`, `${root}team.html`] },
  },
});
