import { inflectVerb, type Wanted } from '@isnad/arabic';
import { type Gazetteer, type Lexicon, Memo, type NameEntry, Phrases, type Verb } from '@isnad/lexicon';
import type { Word } from '@isnad/text';
import type { PersonWords } from './person/words.js';
import { mayBeCountryPart } from './scan/country-part.js';
import { freeStanding } from './scan/imported.js';
import { isHead } from './scan/place-heads.js';
import type { Beginning, Scanners } from './scan/scanners.js';
import { buildSpeech } from './source/speech.js';
import { buildFunctions } from './words/functions.js';
import type { EventWords } from './words/load.js';
import { buildSenses } from './words/senses.js';
import { verbForm } from './words/verb-form.js';

/** Without participles; نصف (half) is hardly ever «we describe»: reports tell of others. */
const isTold: Wanted = (part, person) =>
  part !== 'active-participle' && part !== 'passive-participle' && (part !== 'imperfect' || person === 3);

/** Written forms of a verb of the lexicon, verbal nouns included. */
const formsOf = ({ root, form, masdars }: Verb): ReadonlySet<string> => {
  const forms = new Set<string>();
  for (const inflection of inflectVerb({ root, form: verbForm(form), masdars }, isTold)) {
    forms.add(inflection.form);
    if (inflection.part === 'masdar') forms.add(`ال${inflection.form}`);
  }
  return forms;
};

/** Builds all automata once, from the lexicon and the words of events. */
export const buildScanners = (
  lexicon: Lexicon,
  gazetteer: Gazetteer,
  words: EventWords,
  persons: PersonWords,
): Scanners => {
  const verbs = new Phrases<NameEntry>();
  const harms = new Phrases<string>();
  for (const reporting of lexicon.reporting)
    for (const verb of reporting.verbs)
      for (const form of formsOf(verb)) verbs.add(form, { kind: 'reporting', reporting });
  for (const cue of lexicon.cues)
    for (const verb of cue.verbs) for (const form of formsOf(verb)) verbs.add(form, { kind: 'cue', cue });
  for (const measure of lexicon.measures.values())
    for (const word of measure.words) {
      for (const verb of word.verbs) for (const form of formsOf(verb)) harms.add(form, measure.id);
      for (const phrase of word.phrases) harms.add(phrase, measure.id);
    }
  const senses = buildSenses(words);
  const functions = buildFunctions(words.functions);
  const automata: readonly Phrases<unknown>[] = [
    lexicon.names,
    gazetteer.phrases,
    functions,
    senses.triggers,
    senses.supports,
    senses.means,
    verbs,
    harms,
  ];
  const isPlace = (word: Word): boolean =>
    gazetteer.phrases.mayBegin(word) || isHead(gazetteer, word) || mayBeCountryPart({ word });
  const bits = (test: (phrases: Phrases<unknown>) => boolean): number =>
    automata.reduce((sum, phrases, at) => (test(phrases) ? sum | (1 << at) : sum), 0);
  const begins = new Memo<Word, Beginning | null>((word) =>
    automata.some((phrases) => phrases.mayBegin(word)) || isHead(gazetteer, word)
      ? { longer: bits((phrases) => phrases.mayGoOn(word)), place: isPlace(word), alone: undefined }
      : null,
  );
  const follows = new Memo<Word, number>((word) => bits((phrases) => phrases.mayFollow(word)));
  const speech = buildSpeech(lexicon, words.speech);
  const imported = freeStanding(gazetteer, persons);
  return { lexicon, gazetteer, senses, functions, speech, verbs, harms, imported, automata, begins, follows };
};
