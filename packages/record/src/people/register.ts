import { fold } from '@isnad/arabic';
import { derivedId, type HarmedPerson, type PersonMention, type PersonRole } from '@isnad/model';
import type { Case, DatedReading } from '../case.js';
import type { Happening } from '../incidents/happening.js';
import { byText, groupBy, sorted } from '../order.js';

/** Roles in which a person is one of those harmed. */
const HARMED: readonly PersonRole[] = ['victim', 'detainee', 'missing'];
/** Names of so many words are one person's wherever they are told within a case; shorter ones only of one incident. */
const FULL_NAME = 3;
/** A person is of the event told so many characters from the mention, at most. */
const NEAR_IN_TEXT = 300;

interface Mention {
  readonly report: string;
  readonly told: PersonMention;
  readonly incident: Happening | null;
  readonly root: string;
  /** Words of the name, folded; none for someone only described. */
  readonly words: readonly string[];
}

/**
 * The register of those harmed whom the texts name or describe, one entry a person. Mentions are one person when one
 * name holds the words of the other in their order, of one incident or in full, and neither age nor sex excludes it.
 * Someone only described («طفل عمره 9 سنوات», a child of 9) is matched to nobody: two such children are two.
 */
export const harmedPeople = (happenings: readonly Happening[], inCase: Case): readonly HarmedPerson[] => {
  const homes = new Map(happenings.flatMap((one) => one.claims.map(({ id }) => [id, one] as const)));
  const mentions = inCase.readings.flatMap((reading) => mentionsIn(reading, homes, inCase));
  const named = mentions.filter(({ words }) => words.length > 0);
  const described = mentions.filter(({ words }) => words.length === 0).map((one) => [one]);
  const blocks = groupBy(named, ({ incident, words }) => incident?.id ?? words.join(' '));
  const within = [...blocks.values()].flatMap(joined);
  // The same full name of two incidents, or of none, is one person told twice.
  const byName = groupBy(within, (some) => {
    const { words } = fullest(some);
    return words.length >= FULL_NAME ? words.join(' ') : some[0]!.told.start + some[0]!.report;
  });
  const people = [...byName.values()].flatMap((groups) => joinGroups(groups));
  return [...people, ...described].map((some) => personOf(some, inCase)).sort((a, b) => byText(a.id, b.id));
};

const mentionsIn = (
  { report, claims, persons }: DatedReading,
  homes: ReadonlyMap<string, Happening>,
  inCase: Case,
): readonly Mention[] => {
  const events = claims.filter((claim) => claim.kind === 'event' && homes.get(claim.id)?.kind.harms !== null);
  return persons
    .filter(({ role }) => HARMED.includes(role))
    .map((told) => {
      const away = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) =>
        Math.max(0, span.start - told.end, told.start - span.end);
      const near = events.filter((event) => away(event) <= NEAR_IN_TEXT);
      const nearest = near.reduce<(typeof near)[number] | null>(
        (best, next) => (best === null || away(next) < away(best) ? next : best),
        null,
      );
      return {
        report: report.id,
        told,
        incident: nearest ? homes.get(nearest.id)! : null,
        root: nearest ? inCase.root(nearest) : inCase.outlets(report.id)[0]!,
        words: told.described ? [] : wordsOf(told.name ?? told.text),
      };
    });
};

const wordsOf = (name: string): readonly string[] =>
  fold(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 0);

const fullest = (some: readonly Mention[]): Mention =>
  some.reduce((best, next) => (next.words.length > best.words.length ? next : best));

/** Mentions of one incident, the fullest names first; each joins the first person whose name holds its own. */
const joined = (mentions: readonly Mention[]): readonly (readonly Mention[])[] => {
  const people: Mention[][] = [];
  const ordered = [...mentions].sort(
    (a, b) => b.words.length - a.words.length || byText(a.report, b.report) || a.told.start - b.told.start,
  );
  for (const mention of ordered) {
    const fitting = people.filter(
      (some) => holds(some[0]!.words, mention.words) && some.every((one) => agree(one, mention)),
    );
    // A short name that fits two people is neither's.
    if (fitting.length === 1) fitting[0]!.push(mention);
    else people.push([mention]);
  }
  return people;
};

const joinGroups = (groups: readonly (readonly Mention[])[]): readonly (readonly Mention[])[] =>
  groups.reduce<Mention[][]>((people, some) => {
    const home = people.find((one) => one.every((a) => some.every((b) => agree(a, b))));
    if (home) home.push(...some);
    else people.push([...some]);
    return people;
  }, []);

/** Whether a name holds the words of another in their order: «عبده عقلان» in «عبده احمد قائد عقلان». */
const holds = (full: readonly string[], part: readonly string[]): boolean => {
  let at = 0;
  for (const word of full) if (word === part[at]) at++;
  return at === part.length;
};

const agree = ({ told: a }: Mention, { told: b }: Mention): boolean =>
  (a.sex === null || b.sex === null || a.sex === b.sex) &&
  (a.age === null || b.age === null || Math.abs(a.age - b.age) <= 1);

const personOf = (some: readonly Mention[], inCase: Case): HarmedPerson => {
  const ordered = [...some].sort(
    (a, b) =>
      order(inCase.firstDay(a.report), inCase.firstDay(b.report)) ||
      byText(a.report, b.report) ||
      a.told.start - b.told.start,
  );
  const first = ordered[0]!;
  const { told } = fullest(ordered);
  const find = <T>(of: (mention: PersonMention) => T | null | undefined): T | null =>
    ordered.map((mention) => of(mention.told)).find((value) => value !== null && value !== undefined) ?? null;
  return {
    id: derivedId('p', first.report, `${first.told.start}`, first.told.text),
    name: told.described ? null : (told.name ?? told.text),
    described: told.described ? told.text : null,
    public: ordered.every((mention) => mention.told.public),
    sex: find(({ sex }) => sex),
    age: find(({ age }) => age),
    roles: sorted(ordered.map((mention) => mention.told.role)) as readonly PersonRole[],
    incidents: sorted(ordered.flatMap(({ incident }) => (incident ? [incident.id] : []))),
    roots: sorted(ordered.map(({ root }) => root)),
    reports: new Set(ordered.map(({ report }) => report)).size,
    mentions: ordered.map(({ report, told: { start, end } }) => ({ report, start, end })),
  };
};

const order = (a: number, b: number): number => (a === b ? 0 : a - b);
