import type { PersonMention, PersonRole } from '@isnad/model';
import type { Found } from './mention.js';

/** The name whatever its spaces, marks and hamzas: عبد الله and عبدالله are one. */
const keyOf = ({ chain }: Found): string | null =>
  chain && chain.parts.length > 1 ? chain.parts.map(({ form }) => form).join(' ') : null;

/** First and last part: «رامي عبد الرحمن» and «رامي محمد عبد الرحمن» are held to be one person within a report. */
const endsOf = ({ chain }: Found): string | null =>
  chain && chain.parts.length > 1 ? `${chain.parts[0]!.form} ${chain.parts.at(-1)!.form}` : null;

/**
 * Who is public once in a report is public throughout it: the role in which the report shows them so, null for
 * who stays private. Offices outrank what a single mention says of a public person.
 */
export const publicNames = (
  named: readonly { readonly found: Found; readonly mention: PersonMention }[],
): ((one: Found) => PersonRole | null) => {
  const roles = new Map<string, PersonRole>();
  for (const { found, mention } of named) {
    if (!mention.public) continue;
    for (const key of [keyOf(found), endsOf(found)]) {
      const known = key === null ? undefined : roles.get(key);
      if (key !== null && (known === undefined || !isOffice(known))) roles.set(key, mention.role);
    }
  }
  return (one) =>
    [keyOf(one), endsOf(one)].map((key) => (key === null ? undefined : roles.get(key))).find(Boolean) ?? null;
};

const isOffice = (role: PersonRole): boolean => role === 'official' || role === 'leader';
