import type { RecordedClaim, RecordedReport } from '@isnad/model';
import { dateInWords } from '../../dossier/dates.js';
import { term } from '../../dossier/naming.js';
import { quoteOf } from '../../dossier/quote.js';
import type { FormInput } from '../form.js';
import { column, type PeopleTable } from './column.js';

/** One row a claim: its words, and what they were read as. */
export const claims = ({ published: { record, policy } }: FormInput): PeopleTable<RecordedClaim> => {
  const numbers = new Map(record.reports.map(({ id }, i) => [id, i + 1]));
  return {
    name: { ar: 'الأقوال', en: 'Claims' },
    rows: record.claims,
    columns: [
      column('رقم التقرير', 'Report', 9, ({ report }) => numbers.get(report) ?? null),
      column('اللفظ', 'The words', 60, (claim) => quoteOf(claim, undefined, policy.quoteWords).said),
      column('قُرئ على أنه', 'Read as', 20, (claim, { language, name }) =>
        claim.kind === 'event'
          ? name.type(claim.type)[language]
          : `${name.measure(claim.measure)[language]} · ${name.group(claim.group)[language]}`,
      ),
      column('أدنى العدد', 'Lowest', 9, (claim) => (claim.kind === 'figure' ? claim.min : null)),
      column('أعلى العدد', 'Highest', 9, (claim) => (claim.kind === 'figure' ? claim.max : null)),
      column('التاريخ', 'Date', 18, (claim, { language }) => {
        const date = claim.kind === 'event' ? claim.date : claim.to;
        return date === null ? null : dateInWords(date)[language];
      }),
      column('الأمكنة', 'Places', 24, ({ places }, { name, listed }) => listed(places.map(name.place))),
      column('الفاعل', 'By', 22, (claim, { name, listed }) =>
        claim.kind === 'event' ? listed(claim.actors.map(name.actor)) : null,
      ),
      column('المستهدف', 'Against', 22, (claim, { name, listed }) =>
        claim.kind === 'event' ? listed(claim.targets.map(name.actor)) : null,
      ),
      column('كيف يروى', 'How it is told', 14, (claim, { language }) =>
        claim.kind === 'event' ? term('modality', claim.modality)[language] : null,
      ),
      column('سلسلة الإسناد', 'Chain of sources, nearest first', 34, ({ attribution }, { language, name }) =>
        attribution.map((source) => name.source(source)[language]).join(language === 'ar' ? ' ← ' : ' → '),
      ),
      column('المعرّف', 'Id', 14, ({ id }) => id),
    ],
  };
};

/** One row a report. */
export const reports = ({ published: { record } }: FormInput): PeopleTable<RecordedReport> => {
  const numbers = new Map(record.reports.map(({ id }, i) => [id, i + 1]));
  return {
    name: { ar: 'التقارير', en: 'Reports' },
    rows: record.reports,
    columns: [
      column('الرقم', 'Number', 8, ({ id }) => numbers.get(id) ?? null),
      column('الجهة الناشرة', 'Outlet', 24, ({ outlet }) => outlet),
      column('العنوان', 'Title', 60, ({ title }) => title),
      column('تاريخ النشر', 'Published', 18, ({ published: { edtf } }, { language }) => dateInWords(edtf)[language]),
      column(
        'على أي أساس',
        'How the date is known',
        22,
        ({ published: { basis } }, { language }) => term('basis', basis)[language],
      ),
      column('المصادر الأصلية', 'Root sources', 34, ({ root_sources }, { name, listed }) =>
        listed(root_sources.map(name.source)),
      ),
      column('صيغته مكررة عن', 'Repeats the wording of', 16, ({ copies_of }) =>
        copies_of.map((id) => numbers.get(id) ?? '?').join(', '),
      ),
      column('الملف', 'File', 24, ({ path }) => path),
      column('العنوان الشبكي', 'Address', 40, ({ url }) => url ?? null),
      column('البصمة', 'Id: SHA-256 of its bytes', 20, ({ id }) => id),
    ],
  };
};
