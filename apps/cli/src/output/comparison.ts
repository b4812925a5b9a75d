import type { ComparisonReport } from '@isnad/compare';
import { columns } from './table.js';

export type Language = 'ar' | 'en';

/** A comparison for people: how many agree, then what differs or is missing, and why. */
export const comparisonTable = (report: ComparisonReport, language: Language): string => {
  const { counts, table, record } = report;
  const head =
    language === 'ar'
      ? `${table.rows} سطراً من جدول ${table.form} إزاء ${record.incidents} حادثة: متفق ${counts.agree}، مختلف ${counts.differ}، في الجدول وحده ${counts.onlyInTable}، في السجل وحده ${counts.onlyInRecord}، لا يتناوله الجدول ${counts.notForTable}.`
      : `${table.rows} rows of ${table.form} against ${record.incidents} incidents: ${counts.agree} agree, ${counts.differ} differ, ${counts.onlyInTable} only in the table, ${counts.onlyInRecord} only in the record, ${counts.notForTable} not for such a table.`;
  const words =
    language === 'ar'
      ? { same: 'متفق', differs: 'مختلف', table: 'في الجدول وحده', record: 'في السجل وحده', out: 'لا يتناوله' }
      : { same: 'agrees', differs: 'differs', table: 'only in table', record: 'only in record', out: 'not for it' };
  const rows = [
    ...report.matched.map(({ row, incident, agrees, differences }) => [
      agrees ? words.same : words.differs,
      `${row.row}`,
      row.date ?? incident.date ?? '–',
      incident.title[language],
      differences
        .filter(({ slight }) => agrees || !slight)
        .map(({ explain }) => explain[language])
        .join(' · '),
    ]),
    ...report.onlyInTable.map(({ row, explain }) => [
      words.table,
      `${row.row}`,
      row.date ?? '–',
      row.place ?? row.id ?? '–',
      explain[language],
    ]),
    ...report.onlyInRecord.map(({ incident, explain }) => [
      words.record,
      '–',
      incident.date ?? '–',
      incident.title[language],
      explain[language],
    ]),
    ...report.notForTable.map(({ why, incidents }) => [words.out, '–', '–', `${incidents.length} ×`, why]),
  ];
  return `${head}\n\n${columns(rows)}`;
};
