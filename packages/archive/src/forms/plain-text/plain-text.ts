import type { InputForm } from '../text-form.js';

/** Text that is nothing but wording. */
export const plainText: InputForm = {
  form: 'plain',
  accepts: () => true,
  mask: () => ({ masked: [], notes: [] }),
};
