import type { Bilingual } from '@isnad/model';
import { dateInWords } from '@isnad/publish';
import type { Change, ChangeKind } from './change.js';
import type { ReleaseDiff, Released } from './diff.js';
import { decisionNamed, fill, reportNamed, words } from './say.js';

type Language = keyof Bilingual;
type Section = keyof typeof words.sections;

const SECTION: Readonly<Record<ChangeKind, Section>> = {
  'incident-new': 'incidents',
  'incident-gone': 'incidents',
  'incident-merged': 'incidents',
  'incident-split': 'incidents',
  figure: 'figures',
  date: 'facts',
  place: 'facts',
  sides: 'facts',
  type: 'facts',
  telling: 'facts',
  grade: 'facts',
  sources: 'facts',
  'toll-new': 'tolls',
  'toll-gone': 'tolls',
  toll: 'tolls',
  control: 'control',
  'dispute-new': 'disputes',
  'dispute-gone': 'disputes',
  dispute: 'disputes',
  'check-failed': 'disputes',
  'check-mended': 'disputes',
  check: 'disputes',
};

const numbered = (number: number | null): Bilingual =>
  number === null ? words.unnumbered : { ar: String(number), en: String(number) };

const changeLine = ({ say, because }: Change, language: Language): string => {
  const causes = because.map(({ explain }) => explain[language]).join(language === 'ar' ? '؛ ' : '; ');
  return `- ${say[language]}${causes === '' ? '' : ` ${words.because[language]}${language === 'ar' ? ': ' : ' '}${causes}.`}`;
};

const list = (heading: Bilingual, lines: readonly Bilingual[], language: Language): readonly string[] =>
  lines.length === 0 ? [] : [`## ${heading[language]}`, '', ...lines.map((line) => `- ${line[language]}`), ''];

const state = ({ number, asOf, record }: Released): Bilingual =>
  fill(
    words.state,
    numbered(number),
    dateInWords(asOf),
    record.reports.length,
    record.incidents.length,
    record.disputes.length,
  );

/** What changed, as a page of Markdown in one language. */
export const diffPage = (diff: ReleaseDiff, from: Released, to: Released, language: Language): string => {
  const { reports, decisions, changes } = diff;
  const lines = [
    `# ${fill(words.head, diff.case, numbered(from.number), numbered(to.number))[language]}`,
    '',
    `${state(from)[language]}  `,
    state(to)[language],
    '',
    ...list(words.reportsNew, reports.added.map(reportNamed), language),
    ...list(words.reportsChanged, reports.changed.map(reportNamed), language),
    ...list(words.reportsGone, reports.gone.map(reportNamed), language),
    ...list(words.decisionsNew, decisions.map(decisionNamed), language),
  ];
  for (const section of Object.keys(words.sections) as Section[]) {
    const own = changes.filter(({ kind }) => SECTION[kind] === section);
    if (own.length === 0) continue;
    lines.push(`## ${words.sections[section][language]}`, '', ...own.map((change) => changeLine(change, language)), '');
  }
  if (changes.length === 0) lines.push(words.nothing[language], '');
  return `${lines.join('\n').trimEnd()}\n`;
};
