import { arrivalsOf } from '../disk/documents.js';
import { fileSource } from '../disk/file-source.js';
import { diskTree } from '../disk/tree.js';

/** The addresses in a file that is a list of such, one a line; null for any other file. */
const addressesIn = async (file: string): Promise<readonly string[] | null> => {
  const addresses: string[] = [];
  for await (const arrival of arrivalsOf(fileSource(file, file), { given: {}, notes: [] }, true)) {
    if (arrival.is !== 'report' || arrival.document.container?.form !== 'addresses') return null;
    const { url } = arrival.document.given;
    if (url !== undefined) addresses.push(url);
  }
  return addresses;
};

/** The same sources, with the addresses of lists in the place of the lists: for whoever asked to have them fetched. */
export const withoutLists = async (sources: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const source of sources) {
    const addresses = diskTree.kindOf(source) === 'file' ? await addressesIn(source) : null;
    found.push(...(addresses ?? [source]));
  }
  return [...new Set(found)];
};
