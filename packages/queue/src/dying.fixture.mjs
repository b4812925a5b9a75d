// A worker that begins a job and then neither ends it nor does anything else; killed by queue.test.ts.
//   node dying.fixture.mjs ADDRESS TASK
import { work } from '@isnad/queue';

const [address, task] = process.argv.slice(2);
await work(address, {
  [task]: ({ payload }) => {
    process.stdout.write(`${JSON.stringify(payload)}\n`);
    return new Promise(() => undefined);
  },
});
