/** What must come out of this episode and does not yet, with the reason. An entry that starts to hold fails the run. */
export const knownFailures: Readonly<Record<string, string>> = {};
