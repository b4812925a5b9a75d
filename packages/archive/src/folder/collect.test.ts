import { describe, expect, it } from 'vitest';
import { collectFiles, type FileTree } from './collect.js';

/** A file tree made of a list of file paths. */
const treeOf = (...files: readonly string[]): FileTree => ({
  kindOf: (path) =>
    files.includes(path) ? 'file' : files.some((file) => file.startsWith(`${path}/`)) ? 'folder' : 'missing',
  namesIn: (folder) => [
    ...new Set(
      files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1).split('/')[0]!),
    ),
  ],
});

describe('report files among paths', () => {
  const tree = treeOf('r/b.txt', 'r/a.html', 'r/a.meta.json', 'r/.hidden.txt', 'r/photo.jpg', 'r/z/c.txt', 'one.md');

  it('are found in folders, in the order of their names, sidecars aside', () => {
    expect(collectFiles(['r'], tree).files).toEqual(['r/a.html', 'r/b.txt', 'r/z/c.txt']);
  });

  it('are taken as given when named, also a file that is not there, and once only', () => {
    expect(collectFiles(['one.md', 'gone.txt', 'one.md'], tree).files).toEqual(['one.md', 'gone.txt']);
  });

  it('leave a note for whatever else lies there, but for no sidecar', () => {
    const { skipped } = collectFiles(['r', 'r/a.meta.json'], tree);
    expect(skipped.map(({ path, note }) => `${note.code} ${path}`)).toEqual(['archive/skipped-file r/photo.jpg']);
  });
});
