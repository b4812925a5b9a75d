import type { FileForm } from '../arrival.js';
import { csv } from './csv/csv.js';
import { jsonLines } from './json-lines/json-lines.js';
import { telegram } from './telegram/telegram.js';
import { zip } from './zip/zip.js';

/** Asked in this order; a file that none of them accepts is one text (see text-form.ts). */
export const fileForms: readonly FileForm[] = [zip, csv, telegram, jsonLines];
