import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const filesIn = (folder, ending) =>
  readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => file.endsWith(ending) && !/node_modules|[/\\]dist[/\\]/.test(file));

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...filesIn('docs', '.md'),
  ...filesIn('episodes', '.md'),
];

describe('the documentation', () => {
  it('has a README that is read in one sitting, and a map of the house that is too', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(150);
    expect(read('docs/ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(200);
  });

  it.each(pages)('%s has no dead link', (page) => {
    const targets = [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      ([, target]) => target,
    );
    const dead = targets.filter((target) => !existsSync(path.resolve(root, path.dirname(page), target)));
    expect(dead).toEqual([]);
  });

  it('names every code of a note or failure, and no other', () => {
    const sources = [...filesIn('packages', '.ts'), ...filesIn('apps', '.ts')].filter(
      (file) => !/\.(?:test|fixture)\.ts$/.test(file),
    );
    const CODE =
      /(?:note|Failure|code:|code =)\s*\(?\s*'((?:[a-z]+)\/[a-z0-9-]+)'|'((?:archive|store|team|verify|api|client|compare|fetch|release)\/[a-z0-9-]+)'|\[(cli\/[a-z-]+)\]/g;
    const used = new Set(
      sources.flatMap((file) =>
        [...read(file).matchAll(CODE)].map(([, code, refused, shown]) => code ?? refused ?? shown),
      ),
    );
    const documented = new Set(
      [...read('docs/MESSAGES.md').matchAll(/^\| `([a-z]+\/[a-z0-9-]+)`/gm)].map(([, code]) => code),
    );
    expect([...used].sort()).toEqual([...documented].sort());
  });

  it('names every command in the README', () => {
    const files = ['apps/cli/src/program.ts', 'apps/cli/src/case/case-commands.ts'];
    const commands = files.flatMap((file) =>
      [...read(file).matchAll(/\.command\('([a-z]+)'\)/g)].map(([, name]) => name),
    );
    expect(commands.length).toBeGreaterThan(16);
    // A subcommand stands behind its command: isnad gazetteer import.
    for (const name of commands) expect(read('README.md')).toMatch(new RegExp(`isnad (?:[a-z]+ )?${name}\\b`));
  });
});
