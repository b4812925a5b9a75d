import type { RecordedClaim } from '@isnad/model';

/**
 * The words of a claim, at most `most` of them: around its trigger if the claim is longer, with an ellipsis
 * where it was cut.
 */
export const quotedWords = (claim: RecordedClaim, most: number): string => {
  const words = Array.from(claim.span.text.matchAll(/\S+/g));
  if (words.length <= most) return claim.span.text.trim();
  const focus = claim.kind === 'event' ? claim.trigger.start - claim.span.start : 0;
  const at = Math.max(
    0,
    words.findLastIndex(({ index }) => index <= focus),
  );
  const from = Math.max(0, Math.min(at - Math.floor(most / 3), words.length - most));
  const kept = words.slice(from, from + most);
  const last = kept[kept.length - 1]!;
  const text = claim.span.text.slice(kept[0]!.index, last.index + last[0].length);
  return `${from > 0 ? '… ' : ''}${text}${from + most < words.length ? ' …' : ''}`;
};
