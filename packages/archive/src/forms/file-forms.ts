import type { FileForm } from '../arrival.js';
import { addresses } from './addresses/addresses.js';
import { csv } from './csv/csv.js';
import { feed } from './feed/feed.js';
import { jsonLines } from './json-lines/json-lines.js';
import { pdf } from './pdf/pdf.js';
import { telegram } from './telegram/telegram.js';
import { warc } from './warc/warc.js';
import { zip } from './zip/zip.js';

/** Asked in this order; a file that none of them accepts is one text (see text-form.ts). */
export const fileForms: readonly FileForm[] = [zip, warc, pdf, feed, csv, telegram, jsonLines, addresses];
