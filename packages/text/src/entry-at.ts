/**
 * What stands at a place of a list; undefined before its first and behind its last. Asked itself for -1, a list is
 * searched for a property of that name, and the engine answers whoever asks from the same place slowly ever after.
 */
export const entryAt = <T>(list: readonly T[], at: number): T | undefined => (at < 0 ? undefined : list[at]);
