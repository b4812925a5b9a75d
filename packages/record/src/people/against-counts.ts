import type { Check, FigureClaim, HarmedPerson, PersonRole } from '@isnad/model';
import type { Case } from '../case.js';
import { check } from '../checks/check.js';
import { isExact } from '../figures/agree.js';
import type { Happening } from '../incidents/happening.js';
import { groupBy } from '../order.js';

/** What those of a role are counted as; a victim is dead or wounded. */
const COUNTED: readonly {
  readonly role: PersonRole;
  readonly as: readonly string[];
  readonly ar: string;
  readonly en: string;
}[] = [
  { role: 'victim', as: ['killed', 'wounded', 'casualties'], ar: 'القتلى والجرحى', en: 'killed and wounded' },
  { role: 'detainee', as: ['detained'], ar: 'المحتجزون', en: 'detained' },
  { role: 'missing', as: ['missing'], ar: 'المفقودون', en: 'missing' },
];

/** `list-length` of people: the register held against the counts of its incident, and lists of names against theirs. */
export const peopleAgainstCounts = (
  people: readonly HarmedPerson[],
  happenings: readonly Happening[],
  inCase: Case,
): readonly Check[] => {
  const harmed = groupBy(
    people.flatMap((person) => person.incidents.map((incident) => ({ incident, person }))),
    ({ incident }) => incident,
  );
  return happenings.flatMap((one) => {
    const known = (harmed.get(one.id) ?? []).map(({ person }) => person);
    return known.length === 0 ? [] : [...registerChecks(known, one), ...listChecks(one, inCase)];
  });
};

/** More people of an incident in the register than any of its counts allows: somebody was left out of the counts. */
const registerChecks = (people: readonly HarmedPerson[], one: Happening): readonly Check[] =>
  COUNTED.flatMap(({ role, as, ar, en }) => {
    const counts = one.figures.filter(
      ({ measure, partOf, scope }) => as.includes(measure) && partOf === null && scope === 'incident',
    );
    const highest = mostOf(counts);
    const least = leastOf(people.filter(({ roles }) => roles.includes(role)));
    if (highest === null || least === 0 || least <= highest) return [];
    const claims = counts.map(({ id }) => id);
    return [
      check('list-length', false, claims, {
        en: `${en}: the reports name or describe at least ${least} people, their counts allow for ${highest} at most`,
        ar: `${ar}: تسمّي التقارير أو تصف ${least} على الأقل، وأعلى ما تذكره من عدد ${highest}`,
      }),
    ];
  });

/**
 * The most people that an incident's counts allow for: the highest count of each group and measure, added up, or that of
 * all together. Null where nothing is counted, or a count is open («at least five»).
 */
const mostOf = (counts: readonly FigureClaim[]): number | null => {
  const highest = new Map<string, number>();
  for (const { measure, group, max } of counts) {
    if (max === null) return null;
    const key = `${measure} ${group}`;
    highest.set(key, Math.max(highest.get(key) ?? 0, max));
  }
  const most = (together: boolean) =>
    [...highest].reduce((sum, [key, max]) => (key.startsWith('casualties ') === together ? sum + max : sum), 0);
  return highest.size === 0 ? null : Math.max(most(true), most(false));
};

/**
 * The least number of people whom the entries can be: all who are named, or all of one report. Someone whom one report
 * only describes may be the one whom another names.
 */
const leastOf = (people: readonly HarmedPerson[]): number => {
  const reports = new Map<string, number>();
  for (const { mentions } of people)
    for (const report of new Set(mentions.map((mention) => mention.report)))
      reports.set(report, (reports.get(report) ?? 0) + 1);
  return Math.max(people.filter(({ name }) => name !== null).length, 0, ...reports.values());
};

/** «ثلاثة مدنيين، وهم:» (three civilians, namely): what announces a list of all those counted. */
const ALL_OF_THEM = /^[^.؟!]{0,40}?[\s،,(]و?(?:هم|هما|هن|أسماؤهم|أسماؤهما)(?=[\s:：،,])/u;
/** Characters from a count to its list, and from one of the list to the next. */
const TO_LIST = 60;
const TO_NEXT = 60;

/** A list of people that is said to be of all those counted, against that count. */
const listChecks = (one: Happening, inCase: Case): readonly Check[] =>
  one.figures
    .filter((figure) => figure.partOf === null && isExact(figure) && figure.min! >= 2)
    .flatMap((figure) => {
      const report = inCase.reportOf(figure);
      const text = inCase.texts.get(report);
      if (text === undefined || !COUNTED.some(({ as }) => as.includes(figure.measure))) return [];
      const opening = ALL_OF_THEM.exec(text.slice(figure.span.end, figure.span.end + TO_LIST));
      if (!opening) return [];
      const listed = listedFrom(figure.span.end + opening[0].length, report, text, inCase);
      if (listed < 2) return [];
      return [
        check('list-length', listed === figure.min, [figure.id], {
          en: `${figure.min} people counted, ${listed} listed as all of them`,
          ar: `ذُكر عدد ${figure.min} وضمّت القائمة ${listed}`,
        }),
      ];
    });

/** How many people follow one another from a place in the text, none of them more than a few words behind the one before. */
const listedFrom = (from: number, report: string, text: string, inCase: Case): number => {
  let at = from;
  let listed = 0;
  const people = [...inCase.reading(report).persons].sort((a, b) => a.start - b.start);
  for (const { start, end } of people) {
    if (start < from) continue;
    if (start - at > TO_NEXT || /[.؟!\n]\s/u.test(text.slice(at, start))) break;
    listed++;
    at = end;
  }
  return listed;
};
