import { describe, expect, it } from 'vitest';
import { isReport } from './document.js';
import { HTML, writeRecord } from './forms/warc/write-warc.fixture.js';
import { readReports } from './reports.js';
import type { Source } from './source.js';

// Files that are larger than memory should ever be, made while they are read: nothing of them is kept.

const MEBIBYTE = 1024 * 1024;

// Invented: "A shell fell near the school; two pupils were wounded, the municipality said."
const SENTENCE =
  'سقطت قذيفة قرب المدرسة رقم # فأصيب طالبان بجروح طفيفة، بحسب ما ذكرت بلدية المنطقة في بيان لها مساء أمس. ';

/** Peak of what the process holds while a source is read, above what it held after the first tenth of its reports. */
const growthOver = async (
  source: Source,
  reports: number,
): Promise<{ readonly growth: number; readonly read: number }> => {
  let read = 0;
  let [base, peak] = [0, 0];
  for await (const arrival of readReports(source)) {
    if (arrival.is !== 'report') continue;
    expect(isReport(arrival.document)).toBe(true);
    read++;
    if (read === Math.floor(reports / 10)) base = process.memoryUsage().rss;
    if (base > 0 && read % 100 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  return { growth: (peak - base) / MEBIBYTE, read };
};

const streamed = (path: string, pieces: () => Iterable<Uint8Array>): Source => ({
  path,
  stream: async function* () {
    yield* pieces();
  },
});

describe('what does not fit into memory', () => {
  it('a web archive of a gigabyte passes through it', { timeout: 900_000 }, async () => {
    const reports = 3_000;
    const picture = writeRecord({
      address: 'https://rasif.example/p.jpg',
      http: ['HTTP/1.1 200 OK', 'Content-Type: image/jpeg'],
      body: Buffer.alloc(350_000, 0x61),
    });
    let bytes = 0;
    const pieces = function* () {
      for (let number = 0; number < reports; number++) {
        const paragraph = `<p>${SENTENCE.repeat(4).replaceAll('#', String(number))}</p>`;
        const page = `<html><head><title>${number}</title></head><body><h1>${number}</h1>${paragraph.repeat(20)}</body></html>`;
        const record = writeRecord({ address: `https://rasif.example/${number}`, http: HTML, body: page });
        bytes += record.length + picture.length;
        yield record;
        yield picture;
      }
    };
    const { growth, read } = await growthOver(streamed('crawl.warc', pieces), reports);
    expect(read).toBe(reports);
    // The head of the file is made twice, once to tell its form.
    expect(bytes).toBeGreaterThan(1024 * MEBIBYTE);
    expect(growth).toBeLessThan(250);
  });

  it('two hundred thousand lines of JSON pass through it', { timeout: 900_000 }, async () => {
    const reports = 200_000;
    const pieces = function* () {
      for (let number = 0; number < reports; number++) {
        const line = {
          title: `خبر ${number}`,
          text: SENTENCE.repeat(8).replaceAll('#', String(number)),
          date: '2018-12-17',
        };
        yield new TextEncoder().encode(`${JSON.stringify(line)}\n`);
      }
    };
    const { growth, read } = await growthOver(streamed('dump.jsonl', pieces), reports);
    expect(read).toBe(reports);
    expect(growth).toBeLessThan(250);
  });
});
