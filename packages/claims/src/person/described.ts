import type { PersonMention } from '@isnad/model';
import type { Age } from './age.js';
import { procliticsOf } from './between.js';
import type { Findings } from './find.js';
import type { Found, TitleFound } from './mention.js';
import type { ToldRole } from './role.js';
import { startBehind, type View } from './view.js';

interface Around {
  readonly told: (first: number, last: number, proclitics: string) => ToldRole | null;
  readonly age: (from: number) => Age | null;
  /** What became of the person named right before a token. */
  readonly beside: (at: number) => ToldRole | null;
}

const MOST_ADJECTIVES = 3;

/**
 * People without a name: «طفل عمره 9 سنوات» (by an age), «زوجته», «والد الشاب فلان» (by kinship, where the text
 * says what became of them).
 */
export const describedPeople = (
  view: View,
  { bareTitles, kin }: Findings,
  named: readonly Found[],
  around: Around,
): readonly PersonMention[] => {
  const people: PersonMention[] = [];
  const mention = (
    first: number,
    last: number,
    proclitics: string,
    role: PersonMention['role'],
    age: Age | null,
    sex: PersonMention['sex'],
  ) => {
    const start = startBehind(view, view.tokens[first]!, proclitics);
    const end = view.tokens[last]!.end;
    people.push({
      start,
      end,
      text: view.text.slice(start, end),
      role,
      public: false,
      age: age?.years ?? null,
      sex,
      name: null,
      described: true,
      ...(age?.between ? { ageBetween: age.between } : {}),
    });
  };
  for (const title of bareTitles) {
    if (title.many || (title.title.is !== 'person' && title.title.is !== 'calling' && title.title.is !== 'rank'))
      continue;
    const age = ageBehind(view, title, around);
    if (!age || named.some(({ first, last }) => first <= age.last && title.first <= last)) continue;
    const own = title.title.role === 'other' ? null : title.title.role;
    mention(
      title.first,
      age.last,
      procliticsOf(view, title),
      around.told(title.first, age.last, procliticsOf(view, title)) ?? own ?? 'other',
      age,
      title.sex,
    );
  }
  for (const { first, last, sex, pronoun, proclitics } of kin) {
    const of = pronoun ? undefined : named.find((one) => one.asKin && one.first > last && one.first - last < 12);
    if (!pronoun && !of) continue;
    const end = of?.last ?? last;
    const age = around.age(end + 1);
    const role = around.told(first, last, proclitics) ?? (proclitics.startsWith('و') ? around.beside(first) : null);
    if (!role && !age && !of) continue;
    if (role === 'witness' && !age && !of) continue;
    mention(first, age && pronoun ? age.last : end, proclitics, role ?? 'other', age, sex);
  }
  return people;
};

const ageBehind = (view: View, { last }: TitleFound, { age }: Around): Age | null => {
  for (let from = last + 1; from <= last + 1 + MOST_ADJECTIVES; from++) {
    const found = age(from);
    if (found) return found;
    const kind = view.itemAt(from)?.kind;
    if (
      view.tokens[from]?.kind !== 'word' ||
      (kind !== undefined && kind !== 'word' && kind !== 'actor' && kind !== 'people')
    )
      return null;
  }
  return null;
};
