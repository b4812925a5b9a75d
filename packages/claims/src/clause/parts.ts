import { entryAt } from '@isnad/text';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { Sense, Support } from '../words/senses.js';

/** «بالتزامن مع» (at the same time as), «وسط» (amid), «رغم» (in spite of): a noun stands behind these. */
const BEFORE_NOUN = spelling('clause/before-noun', 'و?');

const isClauseStart = (previous: Item | undefined): boolean =>
  previous === undefined ||
  previous.kind === 'comma' ||
  previous.kind === 'mark' ||
  (previous.kind === 'connector' && !BEFORE_NOUN.test(previous.form ?? '')) ||
  previous.kind === 'relative' ||
  previous.kind === 'date' ||
  previous.kind === 'complementiser' ||
  previous.kind === 'negator' ||
  previous.kind === 'cue';

/** «بالإضافة إلى», «فضلا عن» (besides): a noun stands behind it. */
const ADDITION = spelling('clause/addition', '[وف]?');

export const isAddition = ({ kind, first, last, form }: Item): boolean =>
  kind === 'connector' && last > first && ADDITION.test(form ?? '');

const ENDING: ReadonlySet<Item['kind']> = new Set(['comma', 'mark', 'preposition', 'connector', 'date']);
const endsPhrase = (item: Item | undefined): boolean => item === undefined || ENDING.has(item.kind);

const isBesides = spelt(spelling('clause/besides', '[وف]?'));

/** Whether an item is added to those before: «فضلا عن قصف», «بالإضافة لقصف» (in addition to shelling). */
export const isAdded = (items: readonly Item[], at: number): boolean => {
  const before = entryAt(items, at - 1);
  return before !== undefined && (isAddition(before) || (isBesides(before) && items[at]!.clitic === 'ل'));
};

/** «مدفعي», «صاروخية»: of artillery, of rockets. */
const isRelative = spelt(/^(?!ال).{3,}(?:ي|يه|يا)$/);

/** «كبير» (great), «عنيف» (fierce), «ملحوظ» (marked): an indefinite adjective of a noun, which no verb has right behind it. */
const isDescribing = spelt(spelling('clause/describing', '', 'ه?'));

/** «سيطرت» (she controlled): a ت that is no plural's. */
const endsAsVerb = spelt(/^.{3,}[^ا]ت$/);

/** «هجوما»: the accusative shows an object. */
const isAccusative = spelt(/^(?!ال).{2,}ا$/);

/** «المدنيين», «المسلحين»: a full plural in the genitive or accusative. */
const isOblique = spelt(/^ال.{3,}ين$/);

/** «هذا», «بهذه», «وذلك» (this, that); «كذلك» (also) and «لذلك» (therefore) point at no noun. */
export const isDemonstrative = (item: Item | undefined): boolean => isThis(item) || isThat(item);
const isThis = spelt(spelling('clause/demonstrative', '[وفبل]?'));
const isThat = spelt(/^[وف]?ذلك$/);

const carries = (item: Item | undefined): boolean => item?.kind === 'support' || (item?.supports?.length ?? 0) > 0;

const WITHOUT_OBJECT: ReadonlySet<number | string> = new Set([6, 7, 9]);

/** Forms VI, VII and IX take no object, so that a pronoun behind them shows the noun: تراجعهم (their retreat). */
const isWithoutObject = ({ entry }: Sense): boolean => entry.form !== undefined && WITHOUT_OBJECT.has(entry.form);

const isVerbalNoun = (item: Item): boolean =>
  !item.definite && (isWounding(item) || ((item.senses?.length ?? 0) > 0 && item.senses!.every(isMasdar)));
/** إصابة (a wound, wounding) counts as a noun too. */
const isWounding = spelt(/^واصابه$/);
const isMasdar = ({ part }: Sense): boolean => part === 'masdar';

const isGoverned = (previous: Item | undefined): boolean =>
  previous?.kind === 'preposition' && previous.enclitic === '' && previous.last === previous.first;

/** Verbs whose own object is what somebody goes on with or means to do: «يواصل», «حاولت», «يعتزم». */
const TAKING_UP: ReadonlySet<string> = new Set(['resume', 'attempt', 'plan']);
/** What may stand between such a verb and its object: who does it, when and where. */
const BETWEEN: ReadonlySet<Item['kind']> = new Set(['actor', 'people', 'date', 'comma', 'preposition', 'place']);
/** How far such a verb reaches, in items. */
const TAKES_UP_WITHIN = 7;

/** «يواصل الجيش نسف المنازل» (the army goes on blowing up houses): what is gone on with is a noun. */
const goesOnWith = (items: readonly Item[], at: number): boolean => {
  if (items[at]!.conjunction) return false;
  for (let k = at - 1; k >= Math.max(0, at - TAKES_UP_WITHIN); k--) {
    const item = items[k]!;
    if (item.supports?.some(({ does, takes, part }) => TAKING_UP.has(does) && !takes && part !== 'masdar'))
      return k < at - 1 && items.slice(k + 1, at).some(({ kind }) => kind === 'actor' || kind === 'people');
    if (!BETWEEN.has(item.kind)) return false;
  }
  return false;
};

/**
 * Whether a written form that may be verb or verbal noun (قصف، قتل) is the verb here. Structure decides, as
 * vowels are absent: article, preposition or an adjective behind make it a noun; a clause that has just
 * opened and a noun phrase behind make it the verb.
 */
export const isFiniteVerb = (items: readonly Item[], at: number): boolean => {
  const item = items[at]!;
  const senses = item.senses ?? [];
  const finite = senses.some((sense) => !isNominal(sense));
  if (!finite) return false;
  // منذ تدخل روسيا (since Russia stepped in): no imperfect stands behind a preposition.
  if (isGoverned(entryAt(items, at - 1)) && senses.every(({ part }) => part === 'imperfect')) return false;
  if (!senses.some(isNominal)) return true;
  if (item.definite || item.clitic === 'ب' || item.clitic === 'ل' || item.clitic === 'ك') return false;
  const previous = entryAt(items, at - 1);
  const next = items[at + 1];
  // «قواته سيطرت على»: no noun ends so but before a pronoun.
  if (item.enclitic === '' && endsAsVerb(item) && !isGoverned(previous)) return true;
  if (previous?.kind === 'preposition' || previous?.kind === 'number') return false;
  if (previous && isAddition(previous)) return false;
  if (previous?.kind === 'word' && previous.head === 'relation') return false;
  if (next?.kind === 'actor' && next.side?.heads[0] === 'adjective' && !next.definite) return false;
  if (next?.kind === 'word' && next.means !== undefined && !next.definite) return false;
  // وقصف بالهاون (and shelling by mortars): behind a verb stands who does it, or whom it hits.
  if (next?.clitic === 'ب' && next.means !== undefined && item.conjunction && endsPhrase(items[at + 2])) return false;
  // تراجع كبير للقوات (a great retreat of the forces)
  if (next?.kind === 'word' && isDescribing(next)) return false;
  // غارات وقصف مدفعي: a weapon's adjective describes a noun.
  if (next?.kind === 'thing' && next.means !== undefined && !next.definite && isRelative(next)) return false;
  // «قتل وإصابة العديد» (killing and wounding of many): what a verbal noun is joined to right behind is one too.
  if (next?.conjunction === 'و' && isVerbalNoun(next)) return false;
  if (carries(previous) && !item.conjunction) return false;
  // «عبوة ناسفة زرعها مسلحون» (a device that gunmen planted): behind an indefinite weapon the pronoun stands for it.
  if (item.enclitic && !item.conjunction && previous?.kind === 'thing' && previous.means && !previous.definite)
    return true;
  if (
    item.enclitic &&
    senses.some((sense) => sense.part === 'masdar') &&
    (!isClauseStart(previous) || senses.every(isWithoutObject))
  )
    return false;
  if (item.conjunction && previous?.kind === 'trigger' && !isFiniteVerb(items, at - 1)) return false;
  if (previous?.kind === 'trigger' && !item.conjunction) return false;
  if (goesOnWith(items, at)) return false;
  // أعلنت العشائر صد هجوم: what is announced is a noun.
  if (previous?.kind === 'actor' && entryAt(items, at - 2)?.reporting?.kind === 'verb' && !item.conjunction)
    return false;
  if (previous?.kind === 'actor' || previous?.kind === 'people') return true;
  // «قتل المدنيين العزل» (the killing of unarmed civilians): no plural in this case is the subject of a verb.
  if (next && !item.conjunction && (next.kind === 'people' || next.kind === 'actor') && isOblique(next)) return false;
  if (isClauseStart(previous)) {
    const behind = next?.kind;
    return (
      behind === 'actor' ||
      behind === 'people' ||
      behind === 'number' ||
      behind === 'place' ||
      behind === 'thing' ||
      behind === 'date' ||
      behind === 'word' ||
      behind === 'preposition' ||
      behind === 'measure' ||
      (behind === 'trigger' && isAccusative(next)) ||
      behind === undefined
    );
  }
  return item.conjunction !== '';
};

/** The senses that fit the part of speech the structure shows. */
export const partSenses = (items: readonly Item[], at: number): readonly Sense[] => {
  const senses = items[at]!.senses ?? [];
  if (isGoverned(entryAt(items, at - 1)) && senses.every(({ part }) => part === 'imperfect')) return [];
  const finite = isFiniteVerb(items, at);
  const fitting = senses.filter((sense) => isNominal(sense) !== finite);
  return fitting.length > 0 ? fitting : senses;
};

/** «يدعى» (is called) only tells a name. */
const isNaming = ({ does, voice }: Support): boolean => does === 'call' && voice === 'passive';

const NOUN_BEHIND = new Set(['عن', 'من', 'في', 'إلى', 'على']);

const isNounHere = (items: readonly Item[], at: number): boolean => {
  const before = entryAt(items, at - 1);
  return (
    before?.kind === 'preposition' &&
    !before.enclitic &&
    NOUN_BEHIND.has(before.preposition ?? '') &&
    (items[at]!.supports?.some(({ part }) => part === 'masdar') ?? false)
  );
};

/** Whether an item is the finite verb of a clause: an event verb, a carrying verb or a reporting verb. */
export const isVerb = (items: readonly Item[], at: number): boolean => {
  const item = items[at]!;
  if (item.kind === 'trigger') return isFiniteVerb(items, at);
  // عن تعرض القرية لحملة: behind a preposition stands the verbal noun.
  if (item.kind === 'support' && isNounHere(items, at)) return false;
  if (item.kind === 'support')
    return (item.supports ?? []).some((support) => support.part !== 'masdar' && !isNaming(support)) && !item.clitic;
  return item.kind === 'reporting' && item.reporting?.kind === 'verb';
};
