import type { PublishInput } from '../input.js';
import { publicCase } from '../policy/publicCase.js';
import type { Exported, Form, FormWords } from './form.js';
import { termsOf } from './terms.js';

export interface ExportInput extends PublishInput {
  readonly words: FormWords;
  /** The publisher's licence and citation, where it gives them. */
  readonly licence?: string;
  readonly citation?: string;
}

/** A case in a form that others read, made of nothing but what the publication policy lets through. */
export const exportCase = async (form: Form, name: string, input: ExportInput): Promise<Exported> => {
  const published = publicCase(input);
  return form.write({ published, words: input.words, terms: termsOf(published, input), name });
};
