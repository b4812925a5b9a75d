import type { Check, Dispute } from '@isnad/model';
import { term } from '../../dossier/naming.js';
import type { FormInput } from '../form.js';
import { column, type PeopleTable } from './column.js';

/** One row a disagreement. */
export const disputes = ({ published: { record } }: FormInput): PeopleTable<Dispute> => ({
  name: { ar: 'الخلافات', en: 'Disputes' },
  rows: record.disputes,
  columns: [
    column('الخلاف في', 'About', 20, ({ kind }, { language }) => term('dispute', kind)[language]),
    column('الشرح', 'Explanation', 90, ({ explain }, { language, name }) => name.inSentence(explain)[language]),
    column('الأقوال', 'Claims', 9, ({ claims }) => claims.length),
    column('المعرّف', 'Id', 14, ({ id }) => id),
  ],
});

/** One row a check that was made, held or not. */
export const checks = ({ published: { record } }: FormInput): PeopleTable<Check> => ({
  name: { ar: 'الفحوص', en: 'Checks' },
  rows: record.checks,
  columns: [
    column('الفحص', 'Check', 24, ({ kind }, { language }) => term('check', kind)[language]),
    column('استقام', 'Held', 9, ({ ok }) => ok),
    column('الشرح', 'Explanation', 90, ({ explain }, { language, name }) => name.inSentence(explain)[language]),
    column('المعرّف', 'Id', 14, ({ id }) => id),
  ],
});
