// One part of `npm run bench`, in a program of its own so that no part warms up or crowds another:
//   node bench/dist/part.js read FOLDER | build REPORTS | record CLAIMS | search REPORTS | case REPORTS
// Prints its figures, one JSON object a line.
import { measureBuild } from './building.js';
import { type Figure, figure } from './figures.js';
import { measureCase, measureSearch } from './keeping.js';
import { measureReading, passesFor, warmMedian } from './reading.js';
import { measureRecord } from './recording.js';
import { someReportsIn } from './reports.js';

const readingOf = (folder: string): readonly Figure[] => {
  const reports = someReportsIn(folder);
  const { bytes, ready, read, floor } = measureReading(reports, passesFor(reports.length));
  const [ms, floorMs] = [warmMedian(read), warmMedian(floor)];
  // Bytes a millisecond are thousands of bytes a second.
  return [
    figure('read.reports_per_s', (1000 * reports.length) / ms, 'reports/s'),
    figure('read.mb_per_s', bytes / ms / 1000, 'MB/s'),
    figure('read.cold_reports_per_s', (1000 * reports.length) / read[0]!, 'reports/s'),
    figure('read.ready_ms', ready, 'ms'),
    figure('floor.mb_per_s', bytes / floorMs / 1000, 'MB/s'),
    figure('read.over_floor', ms / floorMs, 'times'),
  ];
};

const buildOf = (count: number): readonly Figure[] => {
  const { seconds, peakMb } = measureBuild(count);
  return [figure('build.seconds', seconds, 's', count), figure('build.peak_mb', peakMb, 'MB', count)];
};

const recordOf = (size: number): readonly Figure[] => {
  const { claims, seconds } = measureRecord(size);
  return [figure('record.us_per_claim', (1e6 * seconds) / claims, 'µs', size)];
};

const searchOf = async (count: number): Promise<readonly Figure[]> => {
  const { kept, times } = await measureSearch(count);
  const at = (share: number, by: 'clock' | 'processor') => {
    const sorted = times.map((one) => one[by]).sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  };
  return [
    figure('search.kept_per_s', kept, 'reports/s', count),
    figure('search.median_ms', at(0.5, 'clock'), 'ms', count),
    figure('search.p95_ms', at(0.95, 'clock'), 'ms', count),
    figure('search.p95_cpu_ms', at(0.95, 'processor'), 'ms', count),
    figure('search.max_cpu_ms', at(1, 'processor'), 'ms', count),
  ];
};

const caseOf = async (count: number): Promise<readonly Figure[]> => {
  const { takeIn, firstRecord, open, wholeRecord, oneMore, grade, merge } = await measureCase(count);
  return [
    figure('case.taken_in_per_s', (1000 * count) / takeIn.processor, 'reports/s', count),
    figure('case.first_record_s', firstRecord.processor / 1000, 's', count),
    figure('case.open_ms', open.clock, 'ms', count),
    figure('case.whole_record_s', wholeRecord.processor / 1000, 's', count),
    figure('case.one_more_s', oneMore.processor / 1000, 's', count),
    figure('case.grade_s', grade.processor / 1000, 's', count),
    figure('case.merge_s', merge.processor / 1000, 's', count),
  ];
};

const [part, argument] = process.argv.slice(2);
const parts: Readonly<Record<string, (argument: string) => readonly Figure[] | Promise<readonly Figure[]>>> = {
  read: readingOf,
  build: (count) => buildOf(Number(count)),
  record: (size) => recordOf(Number(size)),
  search: (count) => searchOf(Number(count)),
  case: (count) => caseOf(Number(count)),
};
const figures = await parts[part!]!(argument!);
for (const one of figures) console.log(JSON.stringify(one));
