// The whole way on the example reports: sets up, builds the record of an episode, serves it.
//   npm run demo [-- --no-serve]
import path from 'node:path';
import { root, run, setUp } from './setup.mjs';

setUp();
const program = path.join(root, 'bin/isnad.js');
const built = run(process.execPath, [program, 'build', 'episodes/hajin-2018/reports', '--out', 'out/demo']);
if (built !== 0) process.exit(built);
console.error('demo: the record lies in out/demo; open out/demo/index.html, or read record.json');
if (!process.argv.includes('--no-serve'))
  // The example as a case: what is decided in the workspace is kept, and survives the next demo.
  process.exit(run(process.execPath, [program, 'serve', '--port', '4750']));
