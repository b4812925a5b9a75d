import { createHash } from 'node:crypto';
import { type Media, type Note, note } from '@isnad/model';
import type { Source } from '../../source.js';
import { entryName } from '../zip/names.js';

const hashOf = async (file: Source): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of file.stream()) hash.update(piece);
  return `sha256:${hash.digest('hex')}`;
};

/** A file that a report shows, by name and hash; its content is not read. */
const mediaOf = async (source: Source, written: string): Promise<Media | null> => {
  const checked = entryName(written);
  if (checked.is === 'unsafe') return null;
  const file = source.beside?.(written);
  return { name: checked.name, id: file ? await hashOf(file) : null };
};

/** The files that a report shows, and what to say of them. */
export const readMedia = async (
  source: Source,
  names: readonly string[],
): Promise<{ readonly media: readonly Media[]; readonly notes: readonly Note[] }> => {
  const found = await Promise.all(names.map((name) => mediaOf(source, name)));
  const media = found.filter((file) => file !== null);
  const notes: Note[] = [];
  if (media.length > 0) {
    const list = media.map(({ name, id }) => `${name} ${id ?? '(not in the export)'}`).join('; ');
    notes.push(note('archive/media', 'info', `The report shows what is not read here: ${list}. Look at it by hand.`));
  }
  if (media.length < names.length) {
    const message =
      'A file that the report shows is named outside the export, so it was not opened. Look where the export comes from.';
    notes.push(note('archive/unsafe-media', 'warning', message));
  }
  return { media, notes };
};
