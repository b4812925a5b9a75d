import type { PersonMention, PersonRole, Span } from '@isnad/model';
import type { Parsed } from '../parse.js';
import { type Age, ageFrom } from './age.js';
import { titleBehind } from './apposition.js';
import { referBack } from './back.js';
import { listIsOpen, procliticsOf } from './between.js';
import { describedPeople } from './described.js';
import { findNames } from './find.js';
import type { Found, TitleFound } from './mention.js';
import { publicNames } from './publicness.js';
import { type ToldRole, toldRole } from './role.js';
import { viewOf } from './view.js';
import type { PersonWords } from './words.js';

/** What becomes of a person by context; `null` where the text does not tell. */
export interface Told {
  readonly role: ReturnType<typeof toldRole>;
  readonly age: Age | null;
}

/**
 * The people whom a report names or describes, in the order of the text. Private is the default; public are
 * those in public office or command and who signs the report. Never throws over a text.
 */
export const readPersons = (
  parsed: Parsed,
  words: PersonWords,
  bylines: readonly Span[] = parsed.report.bylines,
): readonly PersonMention[] => {
  const view = viewOf(parsed, words);
  const findings = findNames(view);
  if (findings.found.length === 0 && findings.bareTitles.length === 0 && findings.kin.length === 0) return [];
  const { numbers } = parsed.report;
  const inByline = (start: number, end: number) => bylines.some((line) => line.start <= start && end <= line.end);

  const told = (first: number, last: number, proclitics: string): Told['role'] => {
    const sentence = parsed.sentences[view.sentenceAt[first]!];
    if (!sentence || view.sentenceAt[last] !== view.sentenceAt[first]) return null;
    return toldRole(sentence, {
      first: view.itemIndexAt[first]!,
      last: view.itemIndexAt[last]!,
      governed: /[لب]/.exec(proclitics)?.[0] ?? '',
      leads: (item) => {
        const { after, definite } = view.factsAt(item.first);
        return (after && !definite) || view.words.phrases.mayBegin(view.tokens[item.first]!.word);
      },
      fate: (item) =>
        view.words.fates.at(view.tokens, item.first).find(({ proclitics }) => !/[بلك]/.test(proclitics))?.value ?? null,
    });
  };
  const found = referBack(view, findings.found).map((one) => {
    const behind = one.back ? null : titleBehind(view, one);
    return behind ? { ...one, titles: [...one.titles, behind] } : one;
  });
  const toldOf = (one: Found): Told['role'] => {
    if (one.asKin) return null;
    const title = one.back ? undefined : one.titles.find(({ first }) => first < one.first);
    const first = title?.first ?? one.first;
    const proclitics = title ? procliticsOf(view, title) : (one.chain?.proclitics ?? '');
    const here = told(first, one.last, proclitics);
    return here ?? (one.listOf === null ? null : told(one.listOf, one.listOf, ''));
  };
  const toldAll = found.map(toldOf);
  for (let k = 1; k < found.length; k++)
    if (toldAll[k] === null && found[k]!.listed && !found[k]!.asKin) toldAll[k] = toldAll[k - 1]!;
  // «فلان (8 أعوام) وفلان (6 أعوام) فقدا حياتهما»: what is told behind a list is told of all.
  for (let k = found.length - 2; k >= 0; k--)
    if (toldAll[k] === null && found[k + 1]!.listed && !found[k]!.asKin) toldAll[k] = toldAll[k + 1]!;
  const named = found.map((one, index): { readonly found: Found; readonly mention: PersonMention } => {
    const role = roleOf(one, toldAll[index]!);
    const title = one.back ? undefined : one.titles.findLast(({ last }) => last < one.first);
    const age =
      ageFrom(view, one.last + 1, numbers) ?? (title ? ageFrom(view, title.last + 1, numbers, one.first) : null);
    const byline = one.byline || inByline(one.start, one.end);
    const text = view.text.slice(one.start, one.end);
    return {
      found: one,
      mention: {
        start: one.start,
        end: one.end,
        text,
        role,
        public: byline || isPublic(one, role),
        age: age?.years ?? null,
        sex: one.sex,
        name: text,
        ...(age?.between ? { ageBetween: age.between } : {}),
      },
    };
  });
  const publicRole = publicNames(named);
  const mentions = named.map(({ found: one, mention }) => asPublic(mention, publicRole(one)));
  const described = describedPeople(view, findings, found, {
    told,
    age: (from) => ageFrom(view, from, numbers),
    beside: (at) => {
      const before = found.findLastIndex(({ last }) => last < at);
      return before >= 0 && listIsOpen(view, found[before]!.last, at) ? harmOf(mentions[before]!) : null;
    },
  });
  return [...mentions, ...described].sort((a, b) => a.start - b.start || a.end - b.end);
};

/** A person who is public elsewhere in the report, with what they are there. */
const asPublic = (mention: PersonMention, role: PersonRole | null): PersonMention =>
  role === null
    ? mention
    : { ...mention, public: true, role: mention.role === 'other' || mention.role === 'witness' ? role : mention.role };

const harmOf = ({ role }: PersonMention): ToldRole | null =>
  role === 'victim' || role === 'detainee' || role === 'missing' ? role : null;

const titleRole = (titles: readonly TitleFound[], wanted: (title: TitleFound) => boolean): PersonRole | null =>
  titles.find((title) => wanted(title) && title.title.role !== 'other')?.title.role ?? null;

const roleOf = (one: Found, told: Told['role']): PersonRole => {
  const privately = titleRole(one.titles, ({ title }) => title.is === 'person');
  if (told !== null && told !== 'witness') return told;
  if (privately === 'victim' || privately === 'detainee' || privately === 'missing') return privately;
  return one.figure ?? titleRole(one.titles, ({ title }) => title.is !== 'person') ?? told ?? privately ?? 'other';
};

const HARMED = new Set<PersonRole>(['victim', 'detainee', 'missing']);

/** Reporters act in public while they report; of others only our own, and only unharmed. */
const isPublic = (one: Found, role: PersonRole): boolean =>
  one.figure !== null ||
  one.titles.some(({ title }) => {
    if (title.id === 'correspondent') return role === 'witness';
    return title.public && !(title.id === 'our-correspondent' && HARMED.has(role));
  });
