import { readReports, type Source } from '@isnad/archive';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeIn } from './take-in.js';
import { caseForTest, stages, stamp } from './worked-case.fixture.js';

// Files that are larger than memory should ever be, made while they are read, preserved and taken in.

const MEBIBYTE = 1024 * 1024;
// Invented: "A shell fell near school number #; two pupils were wounded, the municipality said."
const SENTENCE = 'سقطت قذيفة قرب المدرسة رقم # فأصيب طالبان بجروح طفيفة، بحسب ما ذكرت بلدية المنطقة في بيان. ';

const bytes = (text: string) => new TextEncoder().encode(text);

const record = (number: number, type: string, body: Uint8Array): Uint8Array => {
  const http = bytes(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`);
  const head = bytes(
    `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://rasif.example/${number}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n` +
      `WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-${String(number).padStart(12, '0')}>\r\n` +
      `Content-Type: application/http; msgtype=response\r\nContent-Length: ${http.length + body.length}\r\n\r\n`,
  );
  return Buffer.concat([head, http, body, bytes('\r\n\r\n')]);
};

describe('a case takes in what does not fit into memory', { timeout: 1_800_000 }, () => {
  let tested: Awaited<ReturnType<typeof caseForTest>>;
  beforeEach(async () => {
    tested = await caseForTest();
  });
  afterEach(() => tested.remove());

  /** Growth of memory between the first tenth of the reports and the rest, in mebibytes. */
  const growth = async (path: string, pieces: () => Iterable<Uint8Array>, reports: number): Promise<number> => {
    const source: Source = {
      path,
      stream: async function* () {
        yield* pieces();
      },
    };
    const store = await tested.open();
    let [taken, base, peak] = [0, 0, 0];
    const file = { name: path, source, given: {}, arrivals: (kept: Source) => readReports(kept) };
    const { reports: added } = await takeIn(store, file, stages, stamp, (some) => {
      taken += some;
      const { rss } = process.memoryUsage();
      if (base === 0 && taken >= reports / 10) base = rss;
      if (base > 0) peak = Math.max(peak, rss);
    });
    expect(added).toBe(reports);
    expect(await store.reports.count()).toBe(reports);
    await store.close();
    return (peak - base) / MEBIBYTE;
  };

  it('a web archive of a gigabyte', async () => {
    const reports = 3_000;
    const picture = new Uint8Array(350_000).fill(0x61);
    const pieces = function* () {
      for (let number = 0; number < reports; number++) {
        const paragraph = `<p>${SENTENCE.repeat(4).replaceAll('#', String(number))}</p>`;
        const page = `<html><head><title>${number}</title></head><body><h1>${number}</h1>${paragraph.repeat(10)}</body></html>`;
        yield record(number, 'text/html; charset=utf-8', bytes(page));
        yield record(number + reports, 'image/jpeg', picture);
      }
    };
    expect(await growth('crawl.warc', pieces, reports)).toBeLessThan(300);
  });

  it('two hundred thousand lines of JSON', async () => {
    const reports = 200_000;
    const pieces = function* () {
      for (let number = 0; number < reports; number++)
        yield bytes(`${JSON.stringify({ text: SENTENCE.repeat(3).replaceAll('#', String(number)) })}\n`);
    };
    expect(await growth('dump.jsonl', pieces, reports)).toBeLessThan(300);
  });
});
