import type { PublicCase } from '../policy/publicCase.js';
import { sayVeils } from '../policy/veil.js';
import type { Terms } from './form.js';

/** Places come from these, whatever licence the publisher gives to the rest. */
const CREDITS = "Places after Who's On First and GeoNames, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).";

const NO_LICENCE = 'The publisher states no licence; ask before you publish it anew.';

/** What the publisher says of licence and citation; what is not said is filled with what is true of any export. */
export const termsOf = (
  { record, asOf }: PublicCase,
  { licence, citation }: { readonly licence?: string; readonly citation?: string } = {},
): Terms => {
  const { name, version, lexicon } = record.program;
  const made = `${sayVeils(record.case)}: a record of ${record.reports.length} reports as of ${asOf}, made with ${name} ${version} (lexicon ${lexicon}).`;
  return { licence: licence ?? NO_LICENCE, citation: citation ?? made, credits: CREDITS };
};
