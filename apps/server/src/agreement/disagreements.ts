import { type Claim, type Decision, derivedId } from '@isnad/model';
import { type Coding, codingsOf, FIELDS } from './codings.js';

/** A field of a claim to which coders gave different values. */
export interface Differing {
  readonly id: string;
  readonly field: string;
  readonly claim: string;
  readonly values: readonly { readonly by: string; readonly value: string; readonly decision: string }[];
}

const byClaim = (codings: readonly Coding[]): ReadonlyMap<string, readonly Coding[]> => {
  const groups = new Map<string, Coding[]>();
  for (const one of codings) groups.set(one.claim, [...(groups.get(one.claim) ?? []), one]);
  return groups;
};

/** What is to be adjudicated: claims that coders decided on differently, both decisions in force. */
export const disagreementsOf = (
  decisions: readonly Decision[],
  asRead: (claim: string) => Claim | undefined,
): readonly Differing[] => {
  const open = codingsOf(decisions, asRead).filter(({ inForce }) => inForce);
  return [...byClaim(open)].flatMap(([claim, codings]) =>
    Object.keys(FIELDS).flatMap((field): Differing | readonly Differing[] => {
      const values = codings.flatMap(({ by, decisions: some, values: given }) => {
        const value = given.get(field);
        return value === undefined ? [] : { by, value: String(value), decision: some.at(-1)! };
      });
      if (new Set(values.map(({ value }) => value)).size < 2) return [];
      return { id: derivedId('q', 'coders', claim, field), field, claim, values };
    }),
  );
};
