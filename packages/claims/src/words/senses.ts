import { type Form, fold, type Inflection, inflectNoun, inflectVerb } from '@isnad/arabic';
import { Phrases } from '@isnad/lexicon';
import { wordsBehind } from './behind.js';
import type { EventWords } from './load.js';
import { PartedVerbs } from './parted.js';
import type { SupportEntry, WordEntry } from './schema.js';

/** What one written form may mean as a word that tells an event. */
export interface Sense {
  /** An event type, or the name of a shared word whose type the means decide. */
  readonly word: { readonly type: string } | { readonly shared: string };
  readonly frame: string;
  readonly part: Inflection['part'] | 'phrase';
  readonly voice: Inflection['voice'];
  readonly gender: 'm' | 'f' | null;
  readonly number: 's' | 'd' | 'p' | null;
  readonly definite: boolean;
  /** Several words together, so that none of them means something else. */
  readonly phrase: boolean;
  readonly entry: WordEntry;
}

/** What one written form may mean as a verb that carries another word's event. */
export interface Support {
  readonly does: SupportEntry['does'];
  readonly takes: string | null;
  readonly part: Inflection['part'];
  readonly voice: Inflection['voice'];
}

/** The automata over all words that tell or carry events. */
export interface Senses {
  readonly triggers: Phrases<Sense>;
  /** By folded verb, what it means with a noun behind its subject. */
  readonly parted: PartedVerbs;
  readonly supports: Phrases<Support>;
  /** Means by folded word or phrase. */
  readonly means: Phrases<string>;
  /** Tags in the order in which they decide. */
  readonly meansOrder: readonly string[];
}

const DEFAULT_PARTS: readonly string[] = ['perfect', 'imperfect', 'masdar'];

const isVerbal = (part: string) => part === 'perfect' || part === 'imperfect';

const inflect = (word: WordEntry): readonly Inflection[] => {
  if (word.noun !== undefined)
    return inflectNoun({
      singular: word.noun,
      gender: word.noun.endsWith('ة') ? 'f' : 'm',
      kind: word.plural?.length ? 'thing' : 'mass',
      ...(word.plural?.length ? { plural: word.plural } : {}),
    });
  const parts = partsOf(word);
  const verb = inflectVerb(
    { root: word.verb!, form: word.form as Form, ...(word.masdars ? { masdars: word.masdars } : {}) },
    (part, person) => isTeller(part, person) && (parts?.includes(part) ?? true),
  );
  const plurals = (word.plural ?? []).map(
    (form): Inflection => ({ ...PLURAL_NOUN, form: fold(form), part: 'masdar', number: 'p', gender: 'f' }),
  );
  return [...verb, ...plurals];
};

const PLURAL_NOUN = {
  voice: 'either',
  person: null,
  moods: [],
  state: 'either',
  case: null,
  article: true,
  stands: 'alone',
} as const;

const partsOf = (word: WordEntry): readonly string[] | null =>
  word.parts ?? (word.verb === undefined ? null : DEFAULT_PARTS);

/** Reports tell in the third person; what they quote in the perfect of «we» too: «قصفنا» (we shelled). */
const isTeller = (part: Inflection['part'], person: Inflection['person']): boolean =>
  person === null || person === 3 || (person === 1 && part === 'perfect');

/** Forms that reports tell events in. */
const isTold = ({ person, part, number, state, moods }: Inflection): boolean => {
  if (person === 2 || (person === 1 && (part !== 'perfect' || number !== 'p'))) return false;
  // قتلي is no construct dual of قتل, nor حوالي (some) one of a noun of حاول (tried).
  if (part === 'masdar' && number === 'd' && state === 'construct') return false;
  // يستعد is «prepares», not a shortened يستعيد (wins back), which stands behind لم alone.
  return part !== 'imperfect' || moods.length === 0 || moods.some((mood) => mood !== 'jussive');
};

const allowed = (word: WordEntry, inflection: Inflection): boolean => {
  if (!isTold(inflection)) return false;
  const parts = partsOf(word);
  if (!parts) return true;
  if (inflection.part !== 'noun') return parts.includes(inflection.part);
  const number = { s: 'singular', d: 'dual', p: 'plural' }[inflection.number ?? 's'];
  return parts.includes(number) || parts.includes('masdar');
};

type Inflected = Pick<Sense, 'part' | 'voice' | 'gender' | 'number'>;
const UNINFLECTED: Inflected = { part: 'phrase', voice: 'either', gender: null, number: null };

type Automata = { readonly triggers: Phrases<Sense>; readonly parted: PartedVerbs };

const addWord = ({ triggers, parted }: Automata, word: WordEntry, frame: string, meaning: Sense['word']): void => {
  const behind = wordsBehind(word);
  // All fields written out, so that senses have one shape and are quickly read.
  const senseOf = ({ part, voice, gender, number }: Inflected, definite: boolean): Sense => ({
    word: meaning,
    frame: word.frame ?? frame,
    part,
    voice,
    gender,
    number,
    definite,
    phrase: behind !== null || word.phrase !== undefined,
    entry: word,
  });
  if (word.phrase !== undefined) {
    triggers.add(word.phrase, senseOf(UNINFLECTED, fold(word.phrase).startsWith('ال')));
    return;
  }
  const seen = new Set<string>();
  for (const form of inflect(word)) {
    if (!allowed(word, form)) continue;
    const key = `${form.form} ${form.part} ${form.voice} ${form.number}${behind ? ` ${form.state}` : ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (behind) {
      for (const { first, tails } of behind.of(form)) {
        triggers.addWhenMet(first, behind.all, () =>
          tails().map(({ next, definite }) => ({ next, value: senseOf(form, definite) })),
        );
        if (isVerbal(form.part)) parted.add(first, tails, ({ definite }) => senseOf(form, definite));
      }
      continue;
    }
    triggers.add(form.form, senseOf(form, false));
    if (form.article && !isVerbal(form.part) && form.state !== 'construct')
      triggers.add(`ال${form.form}`, senseOf(form, true));
  }
};

/** Builds the automata from the data. */
export const buildSenses = (words: EventWords): Senses => {
  const triggers = new Phrases<Sense>();
  const parted = new PartedVerbs();
  const told = { triggers, parted };
  for (const event of words.events.values())
    for (const word of event.words ?? []) addWord(told, word, event.frame, { type: event.type });
  for (const [name, shared] of words.shared)
    for (const word of shared.forms) addWord(told, word, shared.frame, { shared: name });
  const supports = new Phrases<Support>();
  for (const entry of words.support) {
    const parts: readonly string[] = entry.parts ?? DEFAULT_PARTS;
    const seen = new Set<string>();
    for (const form of inflectVerb(
      { root: entry.verb, form: entry.form as Form, ...(entry.masdars ? { masdars: entry.masdars } : {}) },
      (part, person) => parts.includes(part) && (person === null || person === 3),
    )) {
      if (!isTold(form)) continue;
      const key = `${form.form} ${form.part}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const support: Support = { does: entry.does, takes: entry.takes ?? null, part: form.part, voice: form.voice };
      supports.add(form.form, support);
      if (form.part === 'masdar') supports.add(`ال${form.form}`, support);
    }
  }
  const means = new Phrases<string>();
  for (const { tag, words: forms } of words.means)
    for (const form of forms) {
      means.add(form, tag);
      const folded = fold(form);
      // ألغام (mines) only looks as if it had the article.
      if (!form.startsWith('ال'))
        means.add(
          folded
            .split(' ')
            .map((w, i) => (i === 0 || folded.split(' ').length <= 2 ? `ال${w}` : w))
            .join(' '),
          tag,
        );
    }
  return { triggers, parted, supports, means, meansOrder: words.means.map(({ tag }) => tag) };
};
