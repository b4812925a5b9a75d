import { readFileSync } from 'node:fs';

/** Clock ticks of Linux a second, for every machine that Node runs on. */
const TICKS = 100;

const fieldsOf = (pid: number): readonly string[] => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name stands in brackets and may hold anything.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

export const parentOf = (pid: number): number => Number(fieldsOf(pid)[1]);

export const childrenOf = (pid: number): readonly number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
};

/** Seconds that a process and all that it began have used of the processor, those that have ended included. Linux only. */
export const processorOf = (pid: number): number => {
  try {
    const [user, system, endedUser, endedSystem] = fieldsOf(pid).slice(11, 15).map(Number);
    const own = (user! + system! + endedUser! + endedSystem!) / TICKS;
    return childrenOf(pid).reduce((sum, child) => sum + processorOf(child), own);
  } catch {
    return 0;
  }
};
