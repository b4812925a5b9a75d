import { type Note, note } from '@isnad/model';

/** The part of a file system that collecting needs; the apps supply it. */
export interface FileTree {
  readonly kindOf: (path: string) => 'file' | 'folder' | 'missing';
  /** Names in a folder, in any order. */
  readonly namesIn: (folder: string) => readonly string[];
}

export interface Collected {
  /** Report files in order: as given, a folder's own in the order of their names. */
  readonly files: readonly string[];
  /** What was passed over, and why. */
  readonly skipped: readonly { readonly path: string; readonly note: Note }[];
}

const REPORT =
  /\.(?:txt|text|x?html?|csv|tsv|jsonl|ndjson|rss|atom|pdf|warc|warc\.gz|wacz|zip)$|(?:^|[/\\])(?:result\.json|(?:[^/\\]*[._-])?(?:feed|rss|atom)\.xml)$/i;
const SIDECAR = /\.meta\.json$/i;

/** Whether a file is a report, or holds reports, by its name. */
export const isReportName = (name: string): boolean => REPORT.test(name);

export const isSidecarName = (name: string): boolean => SIDECAR.test(name);

/** Says that a file was passed over. */
export const SKIPPED = note('archive/skipped-file', 'info', 'The file is no report by its name and was passed over.');

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The report files among paths. A file given by name is taken whatever it is called; in folders, read
 * all the way down, those are reports whose names end like an input form's; anything else but a hidden file is skipped.
 * Sidecars belong to their reports and are passed over in silence.
 */
export const collectFiles = (paths: readonly string[], tree: FileTree): Collected => {
  const files: string[] = [];
  const skipped: { path: string; note: Note }[] = [];
  const skip = (path: string) => skipped.push({ path, note: SKIPPED });
  const walk = (folder: string) => {
    for (const name of [...tree.namesIn(folder)].sort(byCodeUnits)) {
      if (name.startsWith('.')) continue;
      const path = `${folder.replace(/\/+$/, '')}/${name}`;
      if (tree.kindOf(path) === 'folder') walk(path);
      else if (isReportName(name)) files.push(path);
      else if (!isSidecarName(name)) skip(path);
    }
  };
  for (const path of paths) {
    const kind = tree.kindOf(path);
    if (kind === 'folder') walk(path);
    else if (kind === 'missing' || !isSidecarName(path)) files.push(path);
  }
  return { files: [...new Set(files)], skipped };
};
