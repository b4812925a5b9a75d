import type { Bilingual } from '@isnad/model';
import { computed } from '@preact/signals';
import { language } from '../app/settings.js';
import { ar } from './ar.js';
import { en } from './en.js';
import type { Same } from './same.js';

/** The shape of a table of words: that of the English one. */
export type Words = Same<typeof en>;

const TABLES: Readonly<Record<'ar' | 'en', Words>> = { ar, en };

/** The words of the language that is chosen. */
export const words = computed<Words>(() => TABLES[language.value]);

/** Of words in both languages those of the language that is chosen. */
export const said = (both: Bilingual): string => both[language.value];
