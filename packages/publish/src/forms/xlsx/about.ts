import type { Bilingual } from '@isnad/model';
import type { FormInput, Loss } from '../form.js';
import { sayLoss } from '../losses.js';
import { column, type PeopleTable } from './column.js';

interface Line {
  readonly what: Bilingual;
  readonly said: string | number;
}

const line = (ar: string, en: string, said: string | number): Line => ({ what: { ar, en }, said });

/** What the workbook is, under which terms, and what it cannot hold. */
export const about = ({ published, terms }: FormInput, losses: readonly Loss[]): PeopleTable<Line> => ({
  name: { ar: 'عن الملف', en: 'About' },
  rows: [
    line('القضية', 'Case', published.record.case),
    line('حتى تاريخ', 'As of', published.asOf),
    line('التقارير', 'Reports', published.record.reports.length),
    line('الحوادث', 'Incidents', published.record.incidents.length),
    line('الترخيص', 'Licence', terms.licence),
    line('الاستشهاد', 'Citation', terms.citation),
    line('مصادر أخرى', 'Credits', terms.credits),
    ...losses.map((loss) => line('ما لا يحويه هذا الملف', 'What this file cannot hold', sayLoss(loss))),
  ],
  columns: [
    column('البيان', 'What', 26, ({ what }, { language }) => what[language]),
    column('القيمة', 'Value', 100, ({ said }) => said),
  ],
});
