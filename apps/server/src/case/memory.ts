import { fold } from '@isnad/arabic';
import type { Decision, Span } from '@isnad/model';
import type { Casebook, Found, Page, Snapshot } from './casebook.js';
import type { Releasing } from './releasing.js';

/** A case held in memory: a built folder, or one that a test makes. */
export interface MemoryCase {
  readonly snapshot: Snapshot;
  readonly pages?: ReadonlyMap<string, Page>;
  /** Builds the record with these decisions; without it the case keeps none. */
  readonly rebuild?: (decisions: readonly Decision[]) => Promise<Snapshot>;
  readonly releases?: Releasing;
  readonly exported?: Casebook['exported'];
  readonly explain?: (report: string, offset: number) => Promise<string | null>;
}

/** Plain looking for words, unstemmed: the offsets of a folded text are those of the text where letters are one to one. */
const marksIn = (text: string, words: readonly string[], offset: number): readonly Span[] | null => {
  const folded = fold(text).toLowerCase();
  if (!words.every((word) => folded.includes(word))) return null;
  const plain = text.toLowerCase();
  return words
    .flatMap((word) => {
      const start = plain.indexOf(word);
      return start < 0 ? [] : [{ start: offset + start, end: offset + start + word.length }];
    })
    .sort((a, b) => a.start - b.start);
};

export const memoryCasebook = ({ snapshot, pages, rebuild, explain, exported, releases }: MemoryCase): Casebook => {
  let current = snapshot;
  const kept: Decision[] = [...(snapshot.record.decisions ?? [])];
  return {
    writable: rebuild !== undefined,
    snapshot: async () => current,
    current: async () => true,
    expunged: async () => false,
    text: async (report) => pages?.get(report)?.text ?? null,
    page: async (report) => pages?.get(report) ?? null,
    search: async (query, from, most) => {
      const words = fold(query.replace(/["«»“”]/g, ' '))
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '');
      if (words.length === 0) return { hits: [], total: 0 };
      const all = current.record.reports.flatMap(({ id, title }): Found | readonly Found[] => {
        const marks = marksIn(pages?.get(id)?.text ?? title ?? '', words, 0);
        return marks ? { report: id, marks: pages?.has(id) ? marks : [] } : [];
      });
      return { hits: all.slice(from, from + most), total: all.length };
    },
    decisions: async () => [...kept],
    addedSince: async () => null,
    work: async () => null,
    decide: async (decision) => void kept.push(decision),
    rebuild: async (progress) => {
      progress('record', 0, 1);
      if (rebuild) current = await rebuild([...kept]);
    },
    exported: async (form, asOf) => exported?.(form, asOf) ?? null,
    prepare: () => {},
    publication: async () => null,
    explain: async (report, offset) => explain?.(report, offset) ?? null,
    releases: releases ?? null,
    close: async () => {},
  };
};
