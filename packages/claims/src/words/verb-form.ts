import type { Form } from '@isnad/arabic';

/** The form of a verb as tables write it: 11 and 12 are the first two of four radicals. */
export const verbForm = (form: number | string): Form => (form === 11 ? 'q1' : form === 12 ? 'q2' : (form as Form));
