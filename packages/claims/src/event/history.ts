import { parseEdtf } from '@isnad/model';
import type { EventRead } from './mention.js';

/** Days after which what a report looks back on is history, no event that it reports (guide, additions). */
const HISTORY_DAYS = 366;

/** «سيطر التنظيم عام 2014» in a report of 2018: told as what was long before; a headline tells what the report is on. */
export const isHistory = ({ dated, title }: EventRead, published: string | null): boolean => {
  const news = parseEdtf(published);
  const told = parseEdtf(dated.edtf);
  return !title && dated.basis === 'told' && news !== null && told !== null && told.last < news.first - HISTORY_DAYS;
};
