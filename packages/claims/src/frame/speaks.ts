import type { Sentence } from '../clause/sentence.js';

/**
 * «حسبما أفاد مسؤول الإقليم», «أفاد شهود ومسؤولون» (as an official of the region said, witnesses and officials said):
 * people who stand without a number right behind a word of saying, or joined to a source, say it and suffer nothing.
 */
export const speaks = ({ items }: Sentence, at: number): boolean => {
  const { kind, clitic, conjunction, number } = items[at]!;
  const before = items[at - 1];
  if (kind !== 'people' || clitic !== '' || number !== undefined || before === undefined) return false;
  return conjunction === '' ? before.reporting?.kind === 'verb' : before.kind === 'source';
};
