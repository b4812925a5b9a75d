import type { RecordedClaim } from '@isnad/model';
import { quoteOf } from '../dossier/quote.js';
import { type Column, joined } from './csv.js';

type Cell = Column<RecordedClaim>['cell'];
const column = (name: string, ar: string, en: string, cell: Cell): Column<RecordedClaim> => ({
  name,
  holds: { ar, en },
  cell,
});
const event =
  (of: (claim: RecordedClaim & { readonly kind: 'event' }) => ReturnType<Cell>): Cell =>
  (claim) =>
    claim.kind === 'event' ? of(claim) : null;
const figure =
  (of: (claim: RecordedClaim & { readonly kind: 'figure' }) => ReturnType<Cell>): Cell =>
  (claim) =>
    claim.kind === 'figure' ? of(claim) : null;

/** The columns of `claims.csv`, one row a claim; columns of the other kind stay empty. At most `quoteWords` are quoted. */
export const claimColumns = (quoteWords: number): readonly Column<RecordedClaim>[] => [
  column('id', 'معرّف القول', 'id of the claim', ({ id }) => id),
  column('report', 'معرّف التقرير', 'id of the report', ({ report }) => report),
  column('kind', 'حدث أو رقم', 'event or figure', ({ kind }) => kind),
  column('start', 'بداية اللفظ (وحدات UTF-16)', 'start of the words, UTF-16 code units', ({ span }) => span.start),
  column('end', 'نهاية اللفظ', 'end of the words, exclusive', ({ span }) => span.end),
  column('text', 'اللفظ', 'the words', (claim) => quoteOf(claim, undefined, quoteWords).said),
  column('attribution', 'سلسلة الإسناد', 'chain of sources, nearest first', ({ attribution }) => joined(attribution)),
  column('places', 'معرّفات الأمكنة', 'ids of places', ({ places }) => joined(places.map(({ id }) => id))),
  column('rule', 'القاعدة', 'rule that read it', ({ rule }) => rule),
  column(
    'type',
    'نوع الحدث',
    'event type',
    event(({ type }) => type),
  ),
  column(
    'date',
    'التاريخ (EDTF)',
    'date (EDTF)',
    event(({ date }) => date),
  ),
  column(
    'actors',
    'الفاعلون',
    'actor ids',
    event(({ actors }) => joined(actors)),
  ),
  column(
    'targets',
    'المستهدفون',
    'target ids',
    event(({ targets }) => joined(targets)),
  ),
  column(
    'modality',
    'كيف يروى',
    'how it is told',
    event(({ modality }) => modality),
  ),
  column(
    'repeats',
    'القول الأول المكرر',
    'first claim of which it is a repetition',
    event(({ repeats }) => repeats),
  ),
  column(
    'measure',
    'ما يُعدّ',
    'what is counted',
    figure(({ measure }) => measure),
  ),
  column(
    'group',
    'الفئة',
    'group',
    figure(({ group }) => group),
  ),
  column(
    'min',
    'أدنى العدد',
    'lowest count',
    figure(({ min }) => min),
  ),
  column(
    'max',
    'أعلى العدد',
    'highest count',
    figure(({ max }) => max),
  ),
  column(
    'approximate',
    'عدد تقريبي',
    'count is approximate',
    figure(({ approximate }) => approximate),
  ),
  column(
    'scope',
    'لحادثة أو تراكمي أو قائم',
    'incident, cumulative or standing',
    figure(({ scope }) => scope),
  ),
  column(
    'from',
    'بداية النافذة (EDTF)',
    'start of the window (EDTF)',
    figure(({ from }) => from),
  ),
  column(
    'to',
    'نهاية النافذة (EDTF)',
    'end of the window (EDTF)',
    figure(({ to }) => to),
  ),
  column(
    'part_of',
    'جزء من',
    'figure of which it is a part',
    figure(({ partOf }) => partOf),
  ),
  column(
    'event',
    'معرّف الحدث',
    'event whose result it is',
    figure((claim) => claim.event),
  ),
];
