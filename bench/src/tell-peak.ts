// Loaded before a program that is measured: writes the most memory it held, in KiB, when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const file = process.env['ISNAD_BENCH_PEAK'];
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
