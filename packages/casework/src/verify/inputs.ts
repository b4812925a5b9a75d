import { createHash } from 'node:crypto';
import { isReport, readReports } from '@isnad/archive';
import { type KeptInput, RELEASE_KEY, type ReleasedFiles, type Store, sha256 } from '@isnad/store';
import { preservedSource } from '../preserved-source.js';
import type { CaseStages } from '../stages.js';
import type { Logged } from './custody.js';
import { broken, type Finding, remark } from './finding.js';

/** Wording of each report of an input by its path, as the case keeps it. */
export type KeptWording = ReadonlyMap<
  string,
  { readonly report: string; readonly text: string; readonly masked: string }
>;

const hashOf = async (bytes: AsyncIterable<Uint8Array>): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of bytes) hash.update(piece);
  return `sha256:${hash.digest('hex')}`;
};

/** Whether the bytes of an input are those that came in. */
const checkBytes = async (store: Store, input: KeptInput, logged: Logged): Promise<Finding | null> => {
  const { id, name, size } = input;
  const kept = await store.bytes.size(id);
  if (input.state === 'expunged') {
    if (!logged.has('expunge', id))
      return broken('verify/tombstone', name, `${name} is marked as expunged, and nobody is logged to have done that`);
    return kept === null
      ? null
      : broken('verify/tombstone', name, `${name} was expunged and its bytes are still there; run isnad expunge again`);
  }
  if (!logged.has('preserve', id, id))
    return broken('verify/input', name, `the custody log does not know ${name} (${id})`);
  if (kept === null) return broken('verify/bytes', name, `the preserved bytes of ${name} (${id}) are gone`);
  const found = await hashOf(store.bytes.stream(id));
  if (found !== id)
    return broken(
      'verify/bytes',
      name,
      `the preserved bytes of ${name} are not those that came in: ${id} was kept, ${found} is there`,
    );
  return kept === size ? null : broken('verify/bytes', name, `${name} weighs ${kept} bytes, and ${size} came in`);
};

/** Takes the reports out of the preserved bytes again and holds them against the kept texts. */
const checkWording = async (
  store: Store,
  input: KeptInput,
  kept: KeptWording,
  hasSameExtractor: (report: string) => boolean,
): Promise<readonly Finding[]> => {
  const found: Finding[] = [];
  const rest = new Set(kept.keys());
  const source = await preservedSource(store.bytes, input);
  for await (const arrival of readReports(source, {
    given: input.given,
    ...(input.columns ? { columns: input.columns } : {}),
  })) {
    if (arrival.is === 'passed' || !isReport(arrival.document)) continue;
    const { path, id, text, masked = [] } = arrival.document;
    rest.delete(path);
    const known = kept.get(path);
    const say = (report: string, what: string) =>
      found.push(
        hasSameExtractor(report)
          ? broken('verify/text', path, what)
          : remark('verify/newer-version', path, `${what}; another version of the program took it out`),
      );
    if (!known) say(id, `${path} is in the preserved ${input.name} and not in the case`);
    else if (known.report !== id)
      say(known.report, `${path} is another report than the one in the preserved ${input.name}`);
    else if (known.text !== sha256(text) || known.masked !== JSON.stringify(masked))
      say(id, `the text of ${path} is not what is in the preserved ${input.name}`);
  }
  for (const path of rest)
    found.push(broken('verify/text', path, `${path} is in the case and not in the preserved ${input.name}`));
  return found;
};

/** Files of releases that the store itself keeps (`ReleasedFiles`). */
const releasedBytes = async (store: Store): Promise<readonly string[]> =>
  (await store.shelf.list(RELEASE_KEY)).flatMap(([, value]) => (value as ReleasedFiles).files.map(({ id }) => id));

/** Each input: bytes, custody, and what comes out of it. */
export const checkInputs = async function* (
  store: Store,
  stages: Pick<CaseStages, 'extractor'>,
  logged: Logged,
  keptIn: (input: number) => KeptWording,
  extractorOf: (report: string) => string | undefined,
): AsyncGenerator<Finding> {
  const listed = new Set<string>();
  for (const input of await store.inputs.list()) {
    listed.add(input.id);
    const wrong = await checkBytes(store, input, logged);
    if (wrong) yield wrong;
    else if (input.state === 'arriving')
      yield remark('verify/arriving', input.name, `${input.name} was not taken in to its end; add it again`);
    else if (input.state === 'complete')
      yield* await checkWording(
        store,
        input,
        keptIn(input.key),
        (report) => (extractorOf(report) ?? stages.extractor) === stages.extractor,
      );
  }
  for (const id of logged.subjects('preserve'))
    if (!listed.has(id)) yield broken('verify/input', id, `an input ${id} came in and is no longer listed`);
  for (const id of await releasedBytes(store)) listed.add(id);
  for await (const id of store.bytes.list())
    if (!listed.has(id))
      yield remark('verify/unlisted', id, `bytes ${id} belong to no input; an interrupted isnad add leaves such`);
};
