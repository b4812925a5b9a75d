import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHECK_KINDS, DISPUTE_KINDS, FIGURE_RULES, SUGGESTED_GRADES } from './index.js';

const page = readFileSync(new URL('../../../docs/METHODOLOGY.md', import.meta.url), 'utf8');
/** The text of each section by its heading. */
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
);

describe('the methodology explains every', () => {
  test.each([
    ['Disputes', DISPUTE_KINDS],
    ['Checks', CHECK_KINDS],
    ['Grades', [...SUGGESTED_GRADES, 'discounted']],
    ['Figure rules', FIGURE_RULES],
  ])('name of %s once', (heading, names) => {
    const explained = [...sections.get(heading)!.matchAll(/^(?:-|\d+\.) `([\w-]+)`:/gm)].map(([, name]) => name);
    expect([...explained].sort()).toEqual([...names].sort());
  });
});
