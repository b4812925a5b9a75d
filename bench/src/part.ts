// One part of `npm run bench`, in a program of its own so that no part warms up or crowds another:
//   node bench/dist/part.js read FOLDER | build REPORTS | record CLAIMS
// Prints its figures, one JSON object a line.
import { measureBuild } from './building.js';
import { type Figure, figure } from './figures.js';
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

const [part, argument] = process.argv.slice(2);
const figures =
  part === 'read'
    ? readingOf(argument!)
    : part === 'build'
      ? buildOf(Number(argument))
      : part === 'record'
        ? recordOf(Number(argument))
        : [];
for (const one of figures) console.log(JSON.stringify(one));
