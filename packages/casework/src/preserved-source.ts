import { memorySource, type Source } from '@isnad/archive';
import type { PreservedBytes } from '@isnad/store';

/** Files up to this size are read at once, which is faster than in pieces. */
const SMALL = 8 * 1024 * 1024;

/**
 * Preserved bytes as the input forms see a file. What is read is what is kept, never the file that it came from.
 * @param beside files that lay with it, where they are still at hand
 */
export const preservedSource = async (
  bytes: PreservedBytes,
  { id, name, size }: { readonly id: string; readonly name: string; readonly size: number },
  beside?: Source['beside'],
): Promise<Source> => {
  if (size <= SMALL) return memorySource(name, await bytes.read(id, 0, size), beside);
  return {
    path: name,
    stream: () => bytes.stream(id),
    random: { size, read: (start, length) => bytes.read(id, start, length) },
    ...(beside ? { beside } : {}),
  };
};
