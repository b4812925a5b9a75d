import { type Patterns, patternsOf } from './patterns.js';
import { type Form, type Root, readRoot } from './root.js';
import { pattern } from './spelling.js';
import { assimilateInfix } from './weak.js';

/** What the lexicon says of a verb; everything else follows from the patterns. */
export interface VerbEntry {
  /** Radicals set apart by spaces: `ق ص ف`. Hamza as ء. */
  readonly root: string;
  readonly form: Form;
  /** Vowel of the perfect of form I: `i` in بقي، لقي، رضي. Default `a`. */
  readonly perfectVowel?: 'a' | 'i' | 'u';
  /**
   * Vowel of the imperfect of form I. It shows in writing only in weak and hamzated roots. Default: `u` for
   * a root with a melting و (يقوم، يدعو), `a` for one with a hamza in the middle or end (يسأل، يقرأ), else `i`.
   */
  readonly imperfectVowel?: 'a' | 'i' | 'u';
  /** Written verbal nouns: all of form I; for other forms those beside the regular ones. */
  readonly masdars?: readonly (string | { readonly singular: string; readonly plural?: readonly string[] })[];
  /** A weak middle that stays a consonant: استحوذ، ازدوج. */
  readonly strongMiddle?: boolean;
  /** `false` for verbs that have no passive (انسحب). Default: every form but VII and IX. */
  readonly passive?: boolean;
  /** Written broken plurals of the active participle (قادة، حراس), beside the regular ones. */
  readonly agents?: readonly string[];
}

/** The stems of a verb in sounds, ready for their endings. */
export interface Stems extends Patterns {
  readonly root: Root;
}

const fill = (template: string, radicals: readonly string[], vowels: Readonly<Record<string, string>>): string =>
  template.replace(/[1-4PVLM]/g, (slot) => radicals[Number(slot) - 1] ?? vowels[slot]!);

const defaultVowel = ({ radicals, class: rootClass }: Root): 'a' | 'i' | 'u' => {
  if (rootClass === 'hollow') return radicals[1] === 'w' ? 'u' : 'i';
  if (rootClass === 'defective') return radicals[2] === 'w' ? 'u' : radicals[1] === "'" ? 'a' : 'i';
  return radicals[1] === "'" || radicals[2] === "'" ? 'a' : 'i';
};

/** رأى drops its hamza wherever the hamza would close a syllable: يرى, أرى. */
const isSeeing = (radicals: readonly string[]): boolean => radicals.join('') === "ر'y";

/** Stems of a verb by voice, tense and noun. */
export const stemsOf = (verb: VerbEntry): Stems => {
  const { form } = verb;
  const root = readRoot(verb.root, form, verb.strongMiddle);
  const patterns = patternsOf(form, root.class, root.radicals[2]!);
  const vowel = verb.imperfectVowel ?? defaultVowel(root);
  const perfectVowel = verb.perfectVowel ?? 'a';
  const vowels = {
    P: perfectVowel,
    V: vowel,
    L: vowel.toUpperCase(),
    M: root.radicals[1] === 'w' ? 'U' : 'I',
  };
  // A weak end keeps its و only in دعا and يدعو; everywhere else it has become ي.
  const strong = root.radicals;
  const yielded = root.class === 'defective' ? [...strong.slice(0, -1), 'y'] : strong;
  const keepsPerfect = form === 1 && perfectVowel === 'a' ? strong : yielded;
  const keepsImperfect = form === 1 && vowel === 'u' ? strong : yielded;
  const build = (template: string, radicals = yielded): string => {
    const stem = fill(template, radicals, vowels);
    return form === 8 ? assimilateInfix(radicals.join('') === "'خذ" ? stem.replace("'ت", 'تت') : stem) : stem;
  };
  const seen = (stem: string): string =>
    isSeeing(strong) && (form === 1 || form === 4) ? stem.replace("ر'", 'ر') : stem;
  const imperfect = build(patterns.imperfect, keepsImperfect);
  const drops = form === 1 && strong[0] === 'w' && root.class !== 'hollow' && verb.imperfectVowel !== 'u';
  return {
    root,
    perfect: form === 4 ? seen(build(patterns.perfect)) : build(patterns.perfect, keepsPerfect),
    imperfect: seen(drops ? imperfect.slice(1) : imperfect),
    passivePerfect: form === 4 ? seen(build(patterns.passivePerfect)) : build(patterns.passivePerfect),
    passiveImperfect: seen(build(patterns.passiveImperfect)),
    active: build(patterns.active),
    passive:
      form === 1 && root.class === 'defective'
        ? build(pattern(strong[2] === 'w' ? 'ma12uww' : 'ma12iyy'))
        : build(patterns.passive),
    masdars: patterns.masdars.map((masdar) => build(masdar)),
  };
};
