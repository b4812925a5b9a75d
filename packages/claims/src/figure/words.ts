import { type Form, fold, inflectVerb } from '@isnad/arabic';
import type { FigureEntries } from '../words/schema.js';

type Single =
  | 'units'
  | 'others'
  | 'nobody'
  | 'counters'
  | 'rising'
  | 'amounting'
  | 'stretch'
  | 'documenting'
  | 'women'
  | 'repeated'
  | 'forces'
  | 'averted'
  | 'list'
  | 'period'
  | 'same'
  | 'designated'
  | 'additions'
  | 'pointing'
  | 'months'
  | 'plural'
  | 'herald'
  | 'reaching'
  | 'joint'
  | 'topic'
  | 'adverb'
  | 'superlatives'
  | 'standing'
  | 'indefinite'
  | 'since'
  | 'during';

/** A verb whose meaning a later word decides: «لقي … مصرعهم» (met their death). */
export interface Split {
  readonly measure: string;
  /** Folded forms of the verb. */
  readonly verbs: ReadonlySet<string>;
  /** Folded nouns behind it, pronouns left aside. */
  readonly nouns: readonly string[];
}

/** The small words around counts, ready to be asked. */
export interface FigureWords {
  /** Whether a folded word, with or without proclitics and article, is one of a list of figures.yaml. */
  readonly is: (list: Single, form: string | undefined) => boolean;
  readonly splits: readonly Split[];
  /** Verbs by which a side loses people, with the measure they tell. */
  readonly losing: ReadonlyMap<string, string>;
  /** Groups that are counted as a more general one. */
  readonly general: ReadonlyMap<string, string>;
  readonly attacks: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly armed: ReadonlySet<string>;
  readonly civil: ReadonlySet<string>;
  readonly unarmed: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
}

interface Counting {
  readonly verb: string;
  readonly form: number | string;
  readonly masdars?: readonly string[] | undefined;
}

const formsOf = ({ verb, form, masdars }: Counting): string[] =>
  inflectVerb({ root: verb, form: form as Form, ...(masdars ? { masdars } : {}) })
    .filter(({ part }) => part === 'perfect' || part === 'imperfect' || part === 'masdar')
    .map((inflection) => inflection.form);

/** A folded word, and what is left of it without conjunction, preposition and article. */
export const stems = (form: string): readonly string[] => {
  const found = [form];
  for (const cut of [/^[وف]/, /^[بلكس]/, /^ال|^ل(?=ل)/])
    for (const one of [...found]) if (one.length > 3 && cut.test(one)) found.push(one.replace(cut, ''));
  return found;
};

/** Prepares the words of figures.yaml. */
export const buildFigureWords = (entries: FigureEntries): FigureWords => {
  const folded = (words: readonly string[]) => new Set(words.map(fold));
  const verbs = (list: readonly Counting[]) => new Set(list.flatMap(formsOf));
  const sets: Readonly<Record<Single, ReadonlySet<string>>> = {
    units: folded(entries.units),
    others: folded(entries.others),
    nobody: folded(entries.nobody),
    counters: folded(entries.counters),
    rising: verbs(entries.rising),
    amounting: verbs(entries.amounting),
    stretch: folded(entries.stretch),
    documenting: verbs(entries.documenting),
    women: folded(entries.women),
    repeated: folded(entries.repeated),
    forces: folded(entries.forces),
    averted: folded(entries.averted),
    list: folded(entries.list),
    period: folded(entries.period),
    same: folded(entries.same),
    designated: folded(entries.designated),
    additions: folded(entries.additions),
    pointing: folded(entries.pointing),
    months: folded(entries.months),
    superlatives: folded(entries.superlatives),
    standing: verbs(entries.standing),
    indefinite: folded(entries.indefinite),
    since: folded(entries.since),
    during: folded(entries.during),
    plural: folded(entries.phrases.plural),
    herald: folded(entries.phrases.herald),
    reaching: verbs(entries.reaching),
    joint: folded(entries.phrases.joint),
    topic: folded(entries.phrases.topic),
    adverb: folded(entries.phrases.adverb),
  };
  return {
    is: (list, form) =>
      form !== undefined && (sets[list].has(form) || stems(form).some((stem) => sets[list].has(stem))),
    splits: entries.split.map((entry) => ({
      measure: entry.measure,
      verbs: verbs([entry]),
      nouns: entry.with.map(fold),
    })),
    losing: new Map(entries.losing.flatMap((entry) => formsOf(entry).map((form) => [form, entry.measure] as const))),
    general: new Map(Object.entries(entries.general)),
    attacks: new Set(entries.attacks),
    places: new Set(entries.places),
    armed: new Set(entries.armed),
    civil: new Set(entries.civil),
    unarmed: new Set(entries.unarmed),
    speakers: new Set(entries.speakers),
  };
};
