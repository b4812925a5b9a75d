import { fold } from '@isnad/arabic';
import { loadPersons, type NamePart, type PersonLexicon, type PersonTitle, Phrases } from '@isnad/lexicon';

export type Sex = 'female' | 'male';

/** What a word or phrase says about the people around it. */
export type PersonWord =
  | { readonly kind: 'title'; readonly title: PersonTitle; readonly sex: Sex | null; readonly many: boolean }
  /** `pronoun`: a kinsman only with a pronoun behind (أبوه, his father; أبو is «father of» in a by-name). */
  | { readonly kind: 'kin'; readonly sex: Sex; readonly pronoun: boolean }
  | { readonly kind: 'mark'; readonly mark: 'named' | 'nickname' | 'list' | 'among' | 'byline' }
  /** What a name behind it is the name of: a street, a unit. */
  | { readonly kind: 'bearer'; readonly what: string }
  | { readonly kind: 'figure'; readonly role: 'official' | 'leader'; readonly alone: boolean };

/** A given name as listed. `last` holds its last letter as written, which tells منى (Mona) from مني (suffered). */
export interface GivenName {
  readonly sex: Sex | null;
  readonly plain: boolean;
  readonly foreign: boolean;
  readonly last: string;
}

export interface AgeTable {
  readonly years: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  readonly lead: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
  /** `nth` and `decade` with their years; the wording's first age. */
  readonly phrases: Phrases<{ readonly tell: 'nth' | 'decade' | 'of-life'; readonly years: number }>;
}

/** Everything that the reader knows of people as words; built once. */
export interface PersonWords {
  readonly phrases: Phrases<PersonWord>;
  readonly given: ReadonlyMap<string, GivenName>;
  readonly parts: ReadonlyMap<string, ReadonlySet<NamePart['part']>>;
  /** What the ending of a word tells of it: a family name for sure, or where more speaks for one. */
  readonly endingOf: (form: string) => 'sure' | 'likely' | null;
  /** Names of women begin with these parts (أم, بنت). */
  readonly femaleParts: ReadonlySet<string>;
  /** Words behind a name that are no part of it. */
  readonly after: ReadonlySet<string>;
  readonly ages: AgeTable;
  /** What became of the people beside a word. */
  readonly fates: Phrases<'victim' | 'detainee' | 'missing' | 'witness' | 'undergoes'>;
}

/** Languages whose names are followed by family names of Arabic shape. */
const FAMILIAR: ReadonlySet<string> = new Set(['Arabic', 'Kurdish', 'Persian', 'Turkish']);

const givenNames = ({ givenNames: groups }: PersonLexicon): ReadonlyMap<string, GivenName> => {
  const names = new Map<string, GivenName>();
  for (const { sex, kind, of, names: listed } of groups)
    for (const name of listed) {
      const form = fold(name);
      const known = names.get(form);
      // In doubt a name is an ordinary word as well, and is borne by both.
      names.set(form, {
        sex: known && known.sex !== sex ? null : sex,
        plain: kind === 'plain' && (known?.plain ?? true),
        foreign: !FAMILIAR.has(of) && (known?.foreign ?? true),
        last: (known?.last ?? '') + name.at(-1)!,
      });
    }
  return names;
};

/** A noun phrase with the article: on the first word, on all, or on the last (المتحدث باسم, المتحدث الرسمي, رجل الأعمال). */
const definites = (phrase: string): readonly string[] => {
  const words = phrase.split(' ');
  if (words[0]!.startsWith('ال')) return [phrase];
  const article = (word: string) => (word.startsWith('ال') ? word : `ال${word}`);
  return [
    phrase,
    [article(words[0]!), ...words.slice(1)].join(' '),
    words.map(article).join(' '),
    [...words.slice(0, -1), article(words.at(-1)!)].join(' '),
  ];
};

const duals = (noun: string): readonly string[] => {
  if (noun.includes(' ')) return [];
  const stem = noun.endsWith('ة') ? `${noun.slice(0, -1)}ت` : noun;
  return [`${stem}ان`, `${stem}ين`];
};

const plurals = (noun: string): readonly string[] => (noun.endsWith('ون') ? [noun, `${noun.slice(0, -2)}ين`] : [noun]);

const addTitle = (phrases: Phrases<PersonWord>, title: PersonTitle): void => {
  const add = (forms: readonly string[], sex: Sex | null, many: boolean) => {
    for (const form of new Set(forms.flatMap(definites))) phrases.add(form, { kind: 'title', title, sex, many });
  };
  add(title.forms, 'male', false);
  if (title.is === 'rank')
    add(
      title.forms.map((form) => `برتبة ${form}`),
      'male',
      false,
    );
  add(title.feminine, 'female', false);
  if (title.is === 'office' || title.is === 'spokesman') return;
  add(title.forms.flatMap(duals), 'male', true);
  add(title.feminine.flatMap(duals), 'female', true);
  add(title.plural.flatMap(plurals), null, true);
};

const endingsOf = ({ nameEndings }: PersonLexicon): PersonWords['endingOf'] => {
  const known = nameEndings
    .flatMap(({ endings, least, sure }) => endings.map((ending) => ({ ending: fold(ending), least, sure })))
    .sort((a, b) => Number(b.sure) - Number(a.sure));
  return (form) => {
    const found = known.find(({ ending, least }) => form.length >= least && form.endsWith(ending));
    return found ? (found.sure ? 'sure' : 'likely') : null;
  };
};

/** Without ه, which is folded from the ة of names: عرفه (knew him), عرفة. */
const PERFECT_ENDINGS = ['', 'ت', 'ا', 'وا', 'ها', 'هم', 'نا', 'تا', 'ته', 'تها'];

const wordsBehind = ({ afterNames }: PersonLexicon): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const { forms, inflected } of afterNames)
    for (const form of forms) for (const ending of inflected ? PERFECT_ENDINGS : ['']) words.add(fold(form + ending));
  return words;
};

const ageTable = ({ ages }: PersonLexicon): AgeTable => {
  const phrases: AgeTable['phrases'] = new Phrases();
  const plain = (wanted: string) =>
    new Set(ages.flatMap(({ tell, forms }) => (tell === wanted ? forms.map(fold) : [])));
  for (const { tell, forms } of ages)
    if (tell === 'nth' || tell === 'decade' || tell === 'of-life')
      for (const form of forms) {
        const [wording, years] = form.split('=');
        phrases.add(wording!, { tell, years: Number(years ?? 0) });
      }
  return { years: plain('years'), months: plain('months'), lead: plain('lead'), told: plain('told'), phrases };
};

/** Builds the words of people from their tables. */
export const buildPersonWords = (lexicon: PersonLexicon = loadPersons()): PersonWords => {
  const phrases = new Phrases<PersonWord>();
  for (const title of lexicon.titles) addTitle(phrases, title);
  for (const { sex, forms, pronoun } of lexicon.kinship)
    for (const form of new Set(forms.flatMap((one) => (pronoun === 'required' ? [one] : definites(one)))))
      phrases.add(form, { kind: 'kin', sex, pronoun: pronoun === 'required' });
  for (const { mark, forms } of lexicon.marks) for (const form of forms) phrases.add(form, { kind: 'mark', mark });
  for (const { what, forms } of lexicon.notPersons)
    for (const form of forms) phrases.add(form, { kind: 'bearer', what });
  for (const { role, names, alone } of lexicon.publicFigures) {
    for (const name of names) phrases.add(name, { kind: 'figure', role, alone: false });
    for (const name of alone) phrases.add(name, { kind: 'figure', role, alone: true });
  }
  const fates: PersonWords['fates'] = new Phrases();
  for (const { role, forms } of lexicon.fates)
    for (const form of new Set(forms.flatMap(definites))) fates.add(form, role);
  const parts = new Map<string, Set<NamePart['part']>>();
  const femaleParts = new Set<string>();
  for (const { part, sex, forms } of lexicon.nameParts)
    for (const form of forms.map(fold)) {
      parts.set(form, (parts.get(form) ?? new Set()).add(part));
      if (sex === 'female') femaleParts.add(form);
    }
  return {
    phrases,
    given: givenNames(lexicon),
    parts,
    endingOf: endingsOf(lexicon),
    femaleParts,
    after: wordsBehind(lexicon),
    ages: ageTable(lexicon),
    fates,
  };
};
