import { counts } from './en/counts.js';
import { finding } from './en/finding.js';
import { frame } from './en/frame.js';
import { incidents } from './en/incidents.js';
import { ledgers } from './en/ledgers.js';
import { overview } from './en/overview.js';
import { reports } from './en/reports.js';
import { team } from './en/team.js';

/** Everything that the workspace says, in English. The Arabic table has the same keys. */
export const en = {
  ...frame,
  ...counts,
  ...overview,
  ...incidents,
  ...reports,
  ...ledgers,
  ...finding,
  ...team,
} as const;
