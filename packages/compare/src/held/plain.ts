import { fold } from '@isnad/arabic';
import { remembering } from '@isnad/model';

/** Articles in transliteration, the assimilated ones included: al-, el-, ash-, as-, ad- … */
const ARTICLE = /(?:^|\s)(?:al|el|ul|ash|as|at|ad|an|ar|az)[-'’\s]+(?=\p{L})/gu;

/**
 * A name as two tables may be compared: Arabic folded without articles, Latin without marks, case, articles and doubled
 * letters. `Abu Hamam`, `Abū Ḥammām` and `Abu-Hamam` are one.
 */
export const plain = remembering((name: string): string =>
  fold(name.normalize('NFKD').replace(/[\u0300-\u036f]/g, ''))
    .toLowerCase()
    .replace(ARTICLE, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/^ال(?=..)/, ''))
    .join('')
    .replace(/([a-z])\1/g, '$1'),
);
