import type { PublishInput } from '../input.js';
import { type PublicCase, publicCase } from '../policy/publicCase.js';
import { type CodePoints, codePointsOf } from './codePoints.js';
import type { Exported, Form, FormWords } from './form.js';
import { termsOf } from './terms.js';

export interface ExportInput extends PublishInput {
  readonly words: FormWords;
  /** The publisher's licence and citation, where it gives them. */
  /** Texts of the files as decoded, where they differ from `texts` by what is blanked out; only positions are taken. */
  readonly originals?: ReadonlyMap<string, string>;
  readonly licence?: string;
  readonly citation?: string;
}

/** A case in a form that others read, made of nothing but what the publication policy lets through. */
export const exportCase = (form: Form, name: string, input: ExportInput): Promise<Exported> =>
  exportPublished(form, name, publicCase(input), input);

/** The same of a case that the policy was applied to before, for whoever needs several forms of it. */
export const exportPublished = async (
  form: Form,
  name: string,
  published: PublicCase,
  input: ExportInput,
): Promise<Exported> => {
  const counted = new Map<string, CodePoints>();
  const codePoints = (report: string): CodePoints | null => {
    const text = input.originals?.get(report) ?? input.texts.get(report);
    if (text === undefined) return null;
    if (!counted.has(report)) counted.set(report, codePointsOf(text));
    return counted.get(report)!;
  };
  return form.write({ published, words: input.words, codePoints, terms: termsOf(published, input), name });
};
