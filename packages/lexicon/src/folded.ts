import { fold } from '@isnad/arabic';

/** Anything but letters that are folded to themselves, in words with single blanks between. */
const UNFOLDED = /[^ءابتثجحخدذرزسشصضطظعغفقكلمنهوي\da-zA-Z ]|^ | $| {2}/;

/** `fold`, without the work where there is nothing to fold: most forms come here folded already. */
export const folded = (phrase: string): string => (UNFOLDED.test(phrase) ? fold(phrase) : phrase);
