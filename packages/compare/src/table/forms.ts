import { acledTable } from './acled.js';
import { airwarsTable } from './airwars.js';
import type { TableForm } from './form.js';
import { ownTable } from './own.js';
import { ucdpTable } from './ucdp.js';

/** The tables that a record can be held against; the first that a table's headings fit is taken, one's own last. */
export const tableForms: readonly TableForm[] = [acledTable, ucdpTable, airwarsTable, ownTable];

export const formOf = (headings: readonly string[]): TableForm => {
  const known = new Set(headings.map((heading) => heading.toLowerCase()));
  return tableForms.find(({ isOf }) => isOf(known))!;
};
