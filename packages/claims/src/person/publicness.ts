import type { PersonMention } from '@isnad/model';
import type { Found } from './mention.js';

/** The name whatever its spaces, marks and hamzas: عبد الله and عبدالله are one. */
const keyOf = ({ chain }: Found): string | null =>
  chain && chain.parts.length > 1 ? chain.parts.map(({ form }) => form).join(' ') : null;

/** First and last part: «رامي عبد الرحمن» and «رامي محمد عبد الرحمن» are held to be one person within a report. */
const endsOf = ({ chain }: Found): string | null =>
  chain && chain.parts.length > 1 ? `${chain.parts[0]!.form} ${chain.parts.at(-1)!.form}` : null;

/** Who is public once in a report is public throughout it. */
export const publicNames = (
  named: readonly { readonly found: Found; readonly mention: PersonMention }[],
): ((one: Found) => boolean) => {
  const keys = new Set<string>();
  for (const { found, mention } of named)
    if (mention.public) for (const key of [keyOf(found), endsOf(found)]) if (key !== null) keys.add(key);
  return (one) => [keyOf(one), endsOf(one)].some((key) => key !== null && keys.has(key));
};
