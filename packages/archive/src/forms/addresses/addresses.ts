import { note, reportId } from '@isnad/model';
import { arrived, type FileForm } from '../../arrival.js';
import { unreadDocument } from '../../document.js';
import { linesOf, writtenIn } from '../../encoding/lines.js';
import { firstSign } from '../first-sign.js';
import { addressOf } from '../page/metadata.js';

const NOT_FETCHED = note(
  'archive/not-fetched',
  'error',
  'This is an address, not a report, and nothing is fetched from here. Save the page it leads to, and give that file.',
);
const NO_ADDRESS = note(
  'archive/no-address',
  'error',
  'This line of a list of addresses is none that can be fetched from the web. Mend it, or put # before it.',
);

const LONGEST_LINE = 4096;

/** Lines that hold something, comments behind # aside. */
const saidIn = (line: string): string =>
  line
    .replace(/^\ufeff/, '')
    .replace(/(?:^|\s)#.*/s, '')
    .trim();

/** Whether every whole line of the first bytes is an address, a comment or empty, and one is an address. */
const isList = (head: Uint8Array): boolean => {
  const lines = new TextDecoder().decode(head).split('\n');
  if (head.length >= 65_536) lines.pop();
  const said = lines.map(saidIn).filter((line) => line !== '');
  return (
    said.length > 0 &&
    said.every((line) => /^[a-z][a-z0-9+.-]{1,20}:\S+$/i.test(line)) &&
    said.some((line) => /^https?:/i.test(line))
  );
};

/** A list of addresses, one a line. It is kept as a list of reports that are still to be fetched: nothing is fetched. */
export const addresses: FileForm = {
  form: 'addresses',
  accepts: (_path, head) => /[a-z#]/i.test(firstSign(head)) && isList(head),
  read: async function* (source, { given }) {
    const { encoding } = await writtenIn(source);
    for await (const { number, text } of linesOf(source, encoding, LONGEST_LINE)) {
      const line = saidIn(text);
      if (line === '') continue;
      const url = addressOf(line);
      const path = `${source.path}!/${number}`;
      const id = reportId(new TextEncoder().encode(line));
      yield arrived({
        ...unreadDocument(
          path,
          url === undefined ? given : { url, ...given },
          url === undefined ? NO_ADDRESS : NOT_FETCHED,
          id,
        ),
        container: { path: source.path, form: 'addresses' },
      });
    }
  },
};
