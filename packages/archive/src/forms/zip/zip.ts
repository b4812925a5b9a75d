import { type Given, note } from '@isnad/model';
import { type Arrival, type Context, type FileForm, passedOver, reasonOf, refused } from '../../arrival.js';
import { tooBig, unreadDocument } from '../../document.js';
import { isReportName, isSidecarName, SKIPPED } from '../../folder/collect.js';
import { readSidecar, type Sidecar, sidecarPath } from '../../sidecar/sidecar.js';
import { type Source, wholeOf } from '../../source.js';
import { entryName } from './names.js';
import type { ZipDirectory, ZipEntry } from './open-zip.js';

/** An entry that may be read. */
interface Member {
  readonly name: string;
  readonly odd: boolean;
  readonly entry: ZipEntry;
}

/** Thrown inside a member's stream when the archive unpacks to more than it may. */
class Bomb extends Error {
  constructor() {
    super('the archive unpacks to more than it may');
  }
}

const LARGEST_SIDECAR = 1_000_000;

const byCodeUnits = (a: Member, b: Member): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Entries that share bytes of the archive, as the smallest of bombs do. */
const overlapping = (entries: readonly ZipEntry[]): ReadonlySet<ZipEntry> => {
  const placed = [...entries].sort((a, b) => a.offset - b.offset);
  const bad = new Set<ZipEntry>();
  let end = 0;
  for (const entry of placed) {
    if (entry.offset < end) bad.add(entry);
    end = Math.max(end, entry.offset + 30 + entry.packed);
  }
  return bad;
};

/** Why an entry is not read; null when it may be. */
const faultOf = (entry: ZipEntry, overlaps: ReadonlySet<ZipEntry>): readonly [code: string, message: string] | null => {
  if (entry.isLink) return ['archive/unsafe-entry', 'is a link to another place'];
  if (overlaps.has(entry)) return ['archive/unsafe-entry', 'shares its bytes with another entry'];
  if (entry.isEncrypted) return ['archive/encrypted', 'is encrypted'];
  return entry.canUnpack ? null : ['archive/unknown-packing', 'is packed in a way that is not known here'];
};

/** The members of an archive by the name under which they are shown, and what is refused. */
const membersOf = (
  path: string,
  { entries }: ZipDirectory,
  given: Given,
): { members: Member[]; refusals: Arrival[] } => {
  const members: Member[] = [];
  const refusals: Arrival[] = [];
  const taken = new Map<string, number>();
  const overlaps = overlapping(entries);
  for (const entry of entries) {
    if (/[/\\]$/.test(entry.name)) continue;
    const checked = entryName(entry.name);
    if (checked.is === 'unsafe') {
      const message = `The name of this entry ${checked.why}, as made-up archives do, so it was not read; the others are. Unpack it by hand if you trust it.`;
      refusals.push(refused(`${path}!/${checked.name}`, given, 'archive/unsafe-entry', message));
      continue;
    }
    const count = (taken.get(checked.name) ?? 0) + 1;
    taken.set(checked.name, count);
    const name = count === 1 ? checked.name : checked.name.replace(/(?=\.[^./]*$|$)/, `#${count}`);
    const fault = faultOf(entry, overlaps);
    if (fault && isReportName(checked.name)) {
      const message = `This entry ${fault[1]}, so it was not read; the others are. Unpack it by hand and give the file.`;
      refusals.push(refused(`${path}!/${name}`, given, fault[0], message));
    } else if (!fault) members.push({ name, odd: checked.odd, entry });
  }
  return { members: members.sort(byCodeUnits), refusals };
};

const ODD_NAME = note(
  'archive/odd-name',
  'warning',
  'The name of this entry holds characters that do not show, or that turn the order of letters; they are written as {code}. Look whether it is what it seems.',
);

/** Reads the members one after another, counting what they unpack to. */
const readMembers = async function* (
  path: string,
  members: readonly Member[],
  size: number,
  context: Context,
): AsyncGenerator<Arrival> {
  const { given, limits } = context;
  const most = Math.max(limits.unpackedFreely, size * limits.ratio);
  const byName = new Map(members.map((member) => [member.name, member]));
  let unpacked = 0;
  const counted = (entry: ZipEntry) =>
    async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of entry.stream()) {
        unpacked += piece.length;
        if (unpacked > most) throw new Bomb();
        yield piece;
      }
    };
  const sourceOf = (member: Member): Source => ({
    path: `${path}!/${member.name}`,
    stream: counted(member.entry),
    beside: (name) => {
      const folder = member.name.slice(0, member.name.lastIndexOf('/') + 1);
      const other = byName.get(folder + name);
      return other ? sourceOf(other) : null;
    },
  });
  const sidecarOf = async (name: string): Promise<Sidecar> => {
    const member = byName.get(sidecarPath(name));
    if (!member) return { given: {}, notes: [] };
    const whole = await wholeOf(counted(member.entry)(), LARGEST_SIDECAR);
    return readSidecar(sidecarPath(name), 'over' in whole ? '' : new TextDecoder().decode(whole.bytes));
  };
  for (const member of members) {
    const source = sourceOf(member);
    if (isSidecarName(member.name) || /(?:^|\/)(?:\.|__MACOSX\/)/.test(member.name)) continue;
    if (!isReportName(member.name)) {
      yield passedOver(source.path, SKIPPED);
      continue;
    }
    const sidecar = await sidecarOf(member.name);
    const remarks = [...(member.odd ? [ODD_NAME] : []), ...sidecar.notes];
    const circumstances = {
      given: { ...sidecar.given, ...given },
      limits,
      depth: context.depth + 1,
      ...((sidecar.columns ?? context.columns) ? { columns: sidecar.columns ?? context.columns! } : {}),
    };
    for await (const arrival of context.readInner(source, circumstances))
      yield arrival.is === 'passed'
        ? arrival
        : {
            ...arrival,
            document: {
              ...arrival.document,
              container: arrival.document.container ?? { path, form: 'zip' },
              notes: [...arrival.document.notes, ...remarks],
            },
          };
    if (unpacked > most) {
      const message = `The archive unpacks to more than ${limits.ratio} times its size, as bombs do, so reading it stopped at ${member.name}. Unpack it by hand if you trust it.`;
      yield refused(path, given, 'archive/bomb', message);
      return;
    }
  }
};

const CRAWL = /^archive\/[^/]+\.warc(?:\.gz)?$/i;

/** A packed web crawl (WACZ): its pages are in its web archives, the rest is an index of them. */
const isCrawl = ({ entries }: ZipDirectory): boolean =>
  entries.some(({ name }) => name === 'datapackage.json') && entries.some(({ name }) => CRAWL.test(name));

/** A ZIP archive of files of any form, sidecars included. Nothing of it is written to disk. */
export const zip: FileForm = {
  form: 'zip',
  accepts: (_path, head) =>
    head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && head[3] === head[2]! + 1,
  read: async function* (source, context) {
    const { given, limits, depth } = context;
    if (depth >= limits.depth) {
      const message = `Archives lie ${limits.depth + 1} deep in one another here; deeper ones are not read. Unpack it by hand.`;
      return yield refused(source.path, given, 'archive/too-deep', message);
    }
    const { inMemory, openZip } = await import('./open-zip.js');
    let random = source.random;
    if (!random) {
      const whole = await wholeOf(source.stream(), limits.bytes);
      if ('over' in whole)
        return yield { is: 'report', document: unreadDocument(source.path, given, tooBig(whole.over, limits)) };
      random = inMemory(whole.bytes);
    }
    const directory = await openZip(random, limits.entries);
    if (directory.entries.some(({ name }) => name === '[Content_Types].xml')) {
      const message =
        'This is an Office document, not an archive of reports, so nothing was read. Save it as text or as a page.';
      return yield refused(source.path, given, 'archive/binary', message);
    }
    const { members, refusals } = membersOf(source.path, directory, given);
    yield* refusals;
    if (directory.tooMany) {
      const message = `The archive holds more than ${limits.entries} entries; those behind are not read. Split it.`;
      yield refused(source.path, given, 'archive/too-many-entries', message);
    }
    if (directory.broken !== null) {
      const message = `The directory of the archive is damaged (${reasonOf(directory.broken)}); the entries before the damage are read. Fetch it again.`;
      yield refused(source.path, given, 'archive/broken-container', message);
    }
    if (directory.entries.length === 0)
      yield refused(source.path, given, 'archive/empty', 'The archive is empty, so nothing was read. Fetch it again.');
    const crawls = isCrawl(directory) ? members.filter(({ name }) => CRAWL.test(name)) : members;
    yield* readMembers(source.path, crawls, directory.size, context);
  },
};
