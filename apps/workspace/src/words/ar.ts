import { counts } from './ar/counts.js';
import { finding } from './ar/finding.js';
import { frame } from './ar/frame.js';
import { incidents } from './ar/incidents.js';
import { ledgers } from './ar/ledgers.js';
import { overview } from './ar/overview.js';
import { reports } from './ar/reports.js';
import { team } from './ar/team.js';
import type { Words } from './words.js';

/** كل ما تقوله مساحة العمل، بالعربية: everything that the workspace says, in Arabic. */
export const ar: Words = {
  ...frame,
  ...counts,
  ...overview,
  ...incidents,
  ...reports,
  ...ledgers,
  ...finding,
  ...team,
};
