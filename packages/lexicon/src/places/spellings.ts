import { fold } from '@isnad/arabic';

/** First parts of compound names that writers join to the next word: ديرالزور, كفرنبل, تلأبيض. */
const JOINED = new Set([
  'دير',
  'كفر',
  'تل',
  'عين',
  'ابو',
  'ام',
  'راس',
  'بيت',
  'خان',
  'جسر',
  'معره',
  'باب',
  'حمام',
  'طير',
  'بير',
]);

/** Adjectives behind a name, which take or leave the article with it: باغوز تحتاني / الباغوز التحتاني. */
const SIDES = new Set(
  'شرقي شرقيه غربي غربيه شمالي شماليه جنوبي جنوبيه فوقاني تحتاني فوقا تحتا وسطي وسطاني كبير كبيره صغير صغيره'.split(
    ' ',
  ),
);

/** Whether a folded word is but an adjective of side or size: الشرقي (the eastern). */
export const isSide = (word: string): boolean => SIDES.has(word.startsWith('ال') ? word.slice(2) : word);

const CLAN = /^(?:البو ?|ال بو )(\S.{2,})$/;

const joined = (form: string): string[] => {
  const found: string[] = [];
  const words = form.split(' ');
  for (let i = 0; i + 1 < words.length; i++) {
    if (!JOINED.has(words[i]!)) continue;
    found.push([...words.slice(0, i), words[i]! + words[i + 1]!, ...words.slice(i + 2)].join(' '));
  }
  if (words.length === 1 && form.startsWith('كفر') && form.length >= 6) found.push(`كفر ${form.slice(3)}`);
  return found;
};

/** أبو … as it is declined: ابو, ابي, ابا; and البو… (the clan's name) written apart or together. */
const fathers = (form: string): string[] => {
  if (form.startsWith('ابو ')) return [`ابي ${form.slice(4)}`, `ابا ${form.slice(4)}`];
  const clan = CLAN.exec(form)?.[1];
  return clan ? [`البو${clan}`, `البو ${clan}`, `ال بو ${clan}`] : [];
};

const sides = (form: string): string[] => {
  const words = form.split(' ');
  const last = words[words.length - 1]!;
  const bare = last.startsWith('ال') ? last.slice(2) : last;
  if (words.length < 2 || !SIDES.has(bare)) return [];
  const front = words.slice(0, -1).join(' ');
  const bareFront = front.startsWith('ال') ? front.slice(2) : front;
  return [`${front} ${bare}`, `${front} ال${bare}`, `${bareFront} ${bare}`];
};

/** ل before a name, which swallows the alef of the article: لدير الزور, للرقة. */
const toward = (name: string): string => (name.startsWith('ال') ? `لل${name.slice(2)}` : `ل${name}`);

/** ريف إدلب الجنوبي ⇒ الريف الجنوبي لإدلب, ريف محافظة إدلب الجنوبي; ريف البوكمال ⇒ ريف مدينة البوكمال. */
const countrysides = (form: string): string[] => {
  const match = /^(ريف|باديه) (.+?)((?: ال(?:شرقي|غربي|شمالي|جنوبي|اوسط)ه?){0,2})$/.exec(form);
  if (!match) return [];
  const [, head, name, side] = match as unknown as [string, string, string, string];
  const of = ['محافظه', 'مدينه'].map((word) => `${head} ${word} ${name}${side}`);
  return side ? [...of, `ال${head}${side} ${toward(name)}`, `ال${head}${side} ${toward(`محافظه ${name}`)}`] : of;
};

const DIRECTION = /^(شمال|جنوب|شرق|غرب|وسط)( (?:شرق|غرب))? (\S.*)$/;

/** شمال سوريا ⇒ شمالي سوريا; شمال شرق سوريا ⇒ شمال شرقي سوريا, شمالي شرق سوريا. */
const directions = (form: string): string[] => {
  const match = DIRECTION.exec(form);
  if (!match) return [];
  const [, main, second, name] = match as unknown as [string, string, string | undefined, string];
  if (second)
    return [
      `${main}${second}ي ${name}`,
      `${main}ي${second} ${name}`,
      `${main}ي${second}ي ${name}`,
      `${main}${second} ${name}`,
    ];
  return main === 'وسط' ? [] : [`${main}ي ${name}`];
};

const RULES = [joined, fathers, sides, countrysides, directions];

/**
 * The spellings of a written form that follow by rule, the form itself first; all folded, without quotation
 * marks. Nobody lists them in the tables.
 */
export const spellings = (written: string): readonly string[] => {
  const found = new Set([fold(written.replace(/["'“”«»]/g, ''))]);
  // A Set is walked in the order of insertion and sees what is added on the way: rules feed each other.
  for (const form of found)
    for (const rule of RULES) for (const variant of rule(form)) if (found.size < 64) found.add(variant);
  return [...found];
};

/**
 * Looser spellings of a folded form: the first article dropped or added (سوسة ↔ السوسة), البو… as أبو….
 * Only to be trusted behind a head noun: without one أبو عمر is a man, not the village البوعمر.
 */
export const looseSpellings = (form: string): readonly string[] => {
  const found = [form.startsWith('ال') ? form.slice(2) : `ال${form}`];
  const clan = CLAN.exec(form)?.[1];
  if (clan) found.push(`ابو ${clan}`, `ابو${clan}`);
  return found.filter((variant) => variant.length >= 3);
};

/** An English name as it is compared: letters and digits only, no article in front. */
export const foldEnglish = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(al|ad|as|ash|ar|an|at|az)(?=[a-z]{4})/, '');
