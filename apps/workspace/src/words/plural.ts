import type { Language } from '../app/settings.js';

/** Forms of a counted noun; `#` stands for the number. Forms that are not given are those of `other`. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const RULES = { ar: new Intl.PluralRules('ar'), en: new Intl.PluralRules('en') } as const;
const GROUPED = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** A number as it is written in both languages: Western digits, thousands set apart. */
export const written = (number: number): string => GROUPED.format(number);

/** A function that counts a noun: «حادثة واحدة», «3 حوادث», “3 incidents”. */
export const counting =
  (language: Language, forms: Forms) =>
  (count: number): string =>
    (forms[RULES[language].select(count)] ?? forms.other).replace('#', written(count));
