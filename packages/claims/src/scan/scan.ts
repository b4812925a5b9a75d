import type { Gazetteer, Lexicon, NameEntry, PhraseHit, Phrases } from '@isnad/lexicon';
import type { DateMention, NumberMention, Token } from '@isnad/text';
import type { Speech } from '../source/speech.js';
import type { FunctionWord } from '../words/functions.js';
import type { Senses } from '../words/senses.js';
import type { Item, SideMention } from './item.js';
import { placeAt, relationAt } from './places.js';
import { isNominal, sensesAt, supportsAt } from './words.js';

/** Everything that is matched against the tokens. */
export interface Scanners {
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  readonly senses: Senses;
  readonly functions: Phrases<FunctionWord>;
  /** Words of reported speech, whatever else they are. */
  readonly speech: Phrases<Speech>;
  /** Reporting verbs and cues that are verbs, inflected. */
  readonly verbs: Phrases<NameEntry>;
  /** Verbs and verbal nouns that tell a measure (أصيب, إصابة), inflected. */
  readonly harms: Phrases<string>;
}

/** Numbers and dates of a report by the token at which they begin. */
export interface Marked {
  readonly numbers: ReadonlyMap<number, NumberMention>;
  readonly dates: ReadonlyMap<number, DateMention>;
}

type Hit = PhraseHit<NameEntry>;
type Entry<K extends NameEntry['kind']> = Extract<NameEntry, { kind: K }>;

const longest = (hits: readonly Hit[], kind: NameEntry['kind']): Hit | undefined =>
  hits.find((hit) => hit.value.kind === kind);

const proclitics = (text: string): Pick<Item, 'conjunction' | 'clitic'> => ({
  conjunction: text.startsWith('و') ? 'و' : text.startsWith('ف') ? 'ف' : '',
  clitic: (text.replace(/^[وف]/, '')[0] ?? '') as Item['clitic'],
});

const NONE = { conjunction: '', clitic: '', definite: false, enclitic: '' } as const;

const sideOf = (hit: Hit, tokens: readonly Token[], at: number): SideMention | null => {
  const entry = hit.value;
  const loaded = (register: string) =>
    register === 'hostile' || register === 'own'
      ? [{ start: tokens[at]!.start, end: tokens[at + hit.length - 1]!.end, stance: register } as const]
      : [];
  if (entry.kind === 'actor')
    return { ids: [entry.id], heads: [], register: entry.register, loaded: loaded(entry.register), rejected: [] };
  if (entry.kind === 'adjective')
    return { ids: [entry.id], heads: ['adjective'], register: 'neutral', loaded: [], rejected: [] };
  if (entry.kind === 'ambiguous')
    return { ids: [], heads: [], register: 'short', loaded: [], rejected: [], ambiguous: entry.name };
  return null;
};

/**
 * Cuts a sentence into items: at each token the longest thing that begins there. Everything else a
 * stretch may be is kept beside, so that «مقتل» (killing) is both a word of an event and of a measure.
 */
export const scanSentence = (
  tokens: readonly Token[],
  original: string,
  first: number,
  last: number,
  scanners: Scanners,
  marked: Marked,
): Item[] => {
  const items: Item[] = [];
  let relations: { readonly precision: 1 | 2 | 3 | 4 }[] = [];
  let relationsUntil = -1;
  let detached = false;
  for (let at = first; at <= last; ) {
    const token = tokens[at]!;
    if (relationsUntil < at) relations = [];
    if (token.kind === 'word' && token.word.form === 'و') {
      detached = true; // «و الشعفة»: the conjunction belongs to the next word
      if (relationsUntil === at) relationsUntil++;
      at++;
      continue;
    }
    const item = itemAt(tokens, original, at, last, scanners, marked, relations);
    if (item === null) {
      const relation = token.kind === 'word' ? relationAt(scanners.gazetteer, tokens, at, last) : null;
      if (relation) {
        relations = [...relations, { precision: relation.precision }];
        relationsUntil = at + relation.length;
        const bring = proclitics(relation.proclitics);
        items.push(plain(tokens, at, at + relation.length - 1, 'word', { ...NONE, ...bring, head: 'relation' }));
        at += relation.length;
        continue;
      }
      if (token.kind === 'mark' && /^["'#]$/.test(token.word.form)) {
        if (relationsUntil === at) relationsUntil++;
        at++;
        continue;
      }
      items.push({ ...bare(tokens, at, scanners), ...speechAt(tokens, at, last, scanners) });
      at++;
      continue;
    }
    items.push({
      ...item,
      ...(detached && !item.conjunction ? { conjunction: 'و' as const } : {}),
      ...speechAt(tokens, at, last, scanners),
    });
    detached = false;
    at = item.last + 1;
  }
  return items;
};

/** The article, also behind clitics and swallowed by ل: الهجوم, بالهجوم, للقوات. */
const DEFINITE = /^(?:[وفبك]{0,2}ال|[وف]?لل)/;

const plain = (
  tokens: readonly Token[],
  first: number,
  last: number,
  kind: Item['kind'],
  more: Partial<Item>,
): Item => ({
  ...NONE,
  kind,
  first,
  last,
  start: tokens[first]!.start,
  end: tokens[last]!.end,
  form: tokens[first]!.word.form,
  ...more,
});

const bare = (tokens: readonly Token[], at: number, scanners: Scanners): Item => {
  const token = tokens[at]!;
  if (token.kind === 'word') {
    const form = token.word.form;
    return plain(tokens, at, at, 'word', {
      ...ownedAt(tokens, at, scanners),
      ...harmAt(tokens, at, scanners),
      conjunction: form.length > 3 && form.startsWith('و') ? 'و' : form === 'و' ? 'و' : '',
      definite: DEFINITE.test(form),
    });
  }
  if (token.kind !== 'mark') return plain(tokens, at, at, token.kind === 'break' ? 'mark' : 'word', {});
  const form = token.word.form;
  // A dash inside a name (F-15) joins; one between spaces parts.
  const joins = form === '-' && !(token.spaced && (tokens[at + 1]?.spaced ?? true));
  return plain(tokens, at, at, joins ? 'word' : /^[،,;؛]$/.test(form) ? 'comma' : 'mark', { mark: joins ? '' : form });
};

const itemAt = (
  tokens: readonly Token[],
  original: string,
  at: number,
  last: number,
  scanners: Scanners,
  marked: Marked,
  relations: Item['place'] extends infer _ ? readonly { readonly precision: 1 | 2 | 3 | 4 }[] : never,
): Item | null => {
  const token = tokens[at]!;
  const date = marked.dates.get(at);
  const number = marked.numbers.get(at);
  if (date && date.lastToken <= last && (!number || date.lastToken >= number.lastToken))
    return plain(tokens, at, date.lastToken, 'date', {
      date,
      ...(number ? { number } : {}),
      conjunction: token.word.form.startsWith('و') ? 'و' : '',
    });
  if (number && numberEnd(tokens, number) <= last) {
    const counted = numberItem(tokens, at, number, scanners);
    if (counted) return counted;
  }
  if (token.kind !== 'word') return null;

  const within = (hit: { length: number }) => at + hit.length - 1 <= last;
  // كانوا (they were) is no ك with a verb of intent, كلم (km) no ك with لم (not).
  const likeness = (hit: Hit) =>
    hit.proclitics.includes('ك') && (hit.value.kind === 'cue' || hit.value.kind === 'reporting');
  const names = scanners.lexicon.names.at(tokens, at).filter((hit) => within(hit) && !likeness(hit));
  const small = scanners.functions.at(tokens, at).filter((hit) => within(hit) && !/[بلكس]/.test(hit.proclitics))[0];
  const senses = sensesAt(scanners.senses, tokens, at, last);
  const supports = supportsAt(scanners.senses, tokens, at, last);
  const isOther = (k: number, asName = false) =>
    (asName && isAdverbial(original, tokens[k]!)) ||
    scanners.lexicon.names.at(tokens, k).length > 0 ||
    scanners.functions.at(tokens, k).length > 0 ||
    sensesAt(scanners.senses, tokens, k, last) !== null;
  const place = placeAt(scanners.gazetteer, tokens, at, last, isOther);

  const nameLength = names.find((hit) => hit.value.kind !== 'cue' && hit.value.kind !== 'metonym')?.length ?? 0;
  const smallLength = small?.length ?? 0;
  const senseLength = senses?.length ?? 0;
  const placeLength = place?.length ?? 0;

  const phrase = longest(names, 'cue');
  if (
    phrase &&
    phrase.length > Math.max(smallLength, nameLength, senseLength, placeLength) &&
    !senses?.values.some((sense) => sense.part === 'phrase')
  )
    return plain(tokens, at, at + phrase.length - 1, 'cue', {
      ...proclitics(phrase.proclitics),
      ...harmAt(tokens, at, scanners),
      enclitic: partPronoun(tokens[at + phrase.length - 1]!),
      cue: (phrase.value as Entry<'cue'>).cue.kind,
    });
  if (
    small &&
    smallLength > Math.max(nameLength, senseLength, placeLength) - (small.proclitics ? 1 : 0) &&
    !(small.proclitics && (nameLength || placeLength))
  )
    return smallItem(tokens, at, small);

  const side = names.find(
    (hit) => hit.value.kind === 'actor' || hit.value.kind === 'ambiguous' || hit.value.kind === 'adjective',
  );
  const metonym = longest(names, 'metonym');
  const group = notDual(
    names.filter(
      (hit) =>
        hit.value.kind === 'group' &&
        !((senses || place?.anaphoric) && isThing(hit.value.id, scanners)) &&
        !holdsTrigger(scanners, tokens, at, hit.length, last),
    ),
  );
  const measure = notDual(
    names.filter((hit) => hit.value.kind === 'measure' && !holdsTrigger(scanners, tokens, at, hit.length, last)),
  );
  const source = longest(names, 'source');
  const head = longest(names, 'head');
  const reporting = longest(names, 'reporting');
  const verbs = scanners.verbs.at(tokens, at).filter((hit) => within(hit) && !likeness(hit));
  const verb = longest(verbs, 'reporting');
  const report = reporting && (!verb || reporting.length >= verb.length) ? reporting : verb;
  const cue = longest(names, 'cue') ?? longest(verbs, 'cue');
  const means = scanners.senses.means.at(tokens, at).find(within);

  const harm = scanners.harms.at(tokens, at, true).find(within);

  const facets: Partial<Item> = {
    ...(harm ? { harm: harm.value } : {}),
    ...(means ? { means: means.value } : {}),
    ...(measure ? { measure: measure.value as Entry<'measure'> } : {}),
    ...(metonym ? { metonym: (metonym.value as Entry<'metonym'>).id } : {}),
    ...(supports ? { supports: supports.values } : {}),
  };
  const definite = DEFINITE.test(token.word.form);
  const make = (kind: Item['kind'], length: number, bring: string, more: Partial<Item>): Item => {
    const told = length > 1 ? meansIn(scanners, tokens, at, length) : means?.value;
    return plain(tokens, at, at + length - 1, kind, {
      ...facets,
      ...(told ? { means: told } : {}),
      definite,
      ...proclitics(bring),
      ...more,
    });
  };

  if (side && side.value.kind === 'ambiguous' && place && !place.anaphoric && placeLength >= side.length)
    return make('place', place.length, place.proclitics, {
      place: { ...place, relations },
      metonymOf: side.value.name,
      ...(source ? { source: { id: (source.value as Entry<'source'>).id, named: true } } : {}),
    });
  if (
    side &&
    side.length >= Math.max(placeLength, senseLength, source?.length ?? 0, group?.length ?? 0, measure?.length ?? 0) &&
    (definite || !senses || (side.length > senseLength && !senses.values.some(isNominal)))
  ) {
    const mention = sideOf(side, tokens, at)!;
    return make('actor', side.length, side.proclitics, {
      side: mention,
      ...(group && (mention.heads[0] === 'adjective' || (side.value.kind === 'ambiguous' && side.value.adjective))
        ? { owned: group.value as Entry<'group'> }
        : {}),
      ...(source
        ? { source: { id: (source.value as Entry<'source'>).id, named: (source.value as Entry<'source'>).named } }
        : {}),
    });
  }
  if (source && metonym && place && !place.anaphoric && placeLength >= source.length)
    return make('place', place.length, place.proclitics, {
      place: { ...place, relations },
      source: { id: (source.value as Entry<'source'>).id, named: true },
    });
  if (source && source.length >= Math.max(placeLength, senseLength, group?.length ?? 0, measure?.length ?? 0)) {
    const { id, named } = source.value as Entry<'source'>;
    return make(
      group && !named && group.length === source.length ? 'people' : 'source',
      source.length,
      source.proclitics,
      { source: { id, named }, ...(group ? { group: group.value as Entry<'group'> } : {}) },
    );
  }
  const verbHere =
    senses?.values.some((sense) => !isNominal(sense)) &&
    place !== null &&
    place.head === null &&
    !place.proclitics &&
    !AFTER_PREPOSITION.test(tokens[at - 1]?.word.form ?? '');
  if (verbHere && senses)
    return make('trigger', senses.length, senses.proclitics, { senses: senses.values, enclitic: senses.enclitic });
  if (
    place &&
    !place.anaphoric &&
    placeLength >= senseLength &&
    placeLength >= (head?.length ?? 0) &&
    !(senses && place.candidates.length === 0)
  )
    return make('place', place.length, place.proclitics, { place: { ...place, relations } });
  if (
    senses &&
    senseLength >= (group?.length ?? 0) &&
    !(group && group.length === senseLength && senses.proclitics.length > group.proclitics.length)
  )
    return make('trigger', senses.length, senses.proclitics, { senses: senses.values, enclitic: senses.enclitic });
  if (measure && measure.length >= (group?.length ?? 0) && measure.length >= (head?.length ?? 0))
    return make('measure', measure.length, measure.proclitics, {});
  if (group) {
    const value = group.value as Entry<'group'>;
    const of = scanners.lexicon.groups.get(value.id)?.of ?? 'people';
    return make(of === 'people' ? 'people' : 'thing', group.length, group.proclitics, {
      group: value,
      ...(of === 'things' ? { things: true } : {}),
      ...(head ? { head: (head.value as Entry<'head'>).head.says } : {}),
    });
  }
  if (supports)
    return make('support', supports.length, supports.proclitics, {
      enclitic: supports.enclitic,
      ...(report ? { reporting: reportingOf(report) } : {}),
    });
  if (report && report.value.kind === 'reporting')
    return make('reporting', report.length, report.proclitics, { reporting: reportingOf(report) });
  if (head) {
    const value = (head.value as Entry<'head'>).head;
    return make('word', head.length, head.proclitics, { head: value.says });
  }
  if (place?.anaphoric) return make('place', place.length, place.proclitics, { place: { ...place, relations } });
  if (cue)
    return make('cue', cue.length, cue.proclitics, {
      enclitic: partPronoun(tokens[at + cue.length - 1]!),
      cue: (cue.value as Entry<'cue'>).cue.kind,
    });
  if (small) return smallItem(tokens, at, small);
  if (means) return make('word', means.length, means.proclitics, {});
  return null;
};

/** The longest hit; where its form is both dual and plural (مدنيين), the plural, which is far more often meant. */
const notDual = (hits: readonly Hit[]): Hit | undefined => {
  const isDual = ({ value }: Hit) => 'number' in value && value.number === 'dual';
  const longest = hits[0];
  return longest && isDual(longest)
    ? (hits.find((hit) => hit.length === longest.length && !isDual(hit)) ?? longest)
    : longest;
};

/** Words behind which a name that is also a verb (تدمر, Palmyra or destroys) is the name. */
const AFTER_PREPOSITION = /^(?:و|ف)?(?:في|من|الي|على|علي|باتجاه|قرب|نحو|شمال|جنوب|شرق|غرب|محيط|داخل|وسط|بين)$/;

const TANWIN = '\u064b';
/** A written tanwin in -an marks an adverb or adjective (لاحقاً, later), never a name. */
const isAdverbial = (original: string, token: Token): boolean =>
  original.slice(token.start, token.end).includes(TANWIN);

const isThing = (group: string, { lexicon }: Scanners): boolean => lexicon.groups.get(group)?.of === 'things';

/** A phrase behind whose first word an event word stands (عمليات اغتيال) is better read word by word. */
const holdsTrigger = (
  { senses }: Scanners,
  tokens: readonly Token[],
  at: number,
  length: number,
  last: number,
): boolean => {
  for (let k = at + 1; k < at + length; k++) if (sensesAt(senses, tokens, k, last)?.values.some(isNominal)) return true;
  return false;
};

/** The first means told by any word of a stretch. */
const meansIn = ({ senses }: Scanners, tokens: readonly Token[], at: number, length: number): string | undefined => {
  let best: string | undefined;
  for (let k = at; k < at + length; k++)
    for (const { value } of senses.means.at(tokens, k))
      if (best === undefined || senses.meansOrder.indexOf(value) < senses.meansOrder.indexOf(best)) best = value;
  return best;
};

const reportingOf = (hit: Hit): NonNullable<Item['reporting']> => {
  const { id, strength, kind, hop } = (hit.value as Entry<'reporting'>).reporting;
  return { id, strength, kind, hop };
};

const smallItem = (tokens: readonly Token[], at: number, hit: PhraseHit<FunctionWord>): Item => {
  const { kind, value } = hit.value;
  const bring = proclitics(hit.proclitics);
  const item = (of: Item['kind'], more: Partial<Item> = {}) =>
    plain(tokens, at, at + hit.length - 1, of, { ...bring, ...more });
  switch (kind) {
    case 'preposition':
      return item('preposition', { preposition: value, enclitic: pronounOf(tokens[at + hit.length - 1]!) });
    case 'not-negator':
      return item('cue', { cue: 'ongoing' });
    default:
      return item(kind);
  }
};

const PRONOUNS = /^(?:علي|في|من|الي|مع|بين|ضد)(ها|هم|هن|ه|هما)$/;
const pronounOf = (token: Token): string => PRONOUNS.exec(token.word.form)?.[1] ?? '';

/** The pronoun of a cue such as من بينهم (among them). */
const partPronoun = (token: Token): string =>
  /(?:بين|ضمن|من|في|اغلب|معظم|غالبيت|جل|نصف|بعض|احد|احدا)(هما|هم|هن|ها)$/.exec(token.word.form)?.[1] ?? '';

/** The measure that a single word tells of people, whatever else the word is: فقد (lost, or went missing). */
const harmAt = (tokens: readonly Token[], at: number, { harms }: Scanners): Partial<Item> => {
  const hit = harms.at(tokens, at, true).find(({ length }) => length === 1);
  return hit ? { harm: hit.value } : {};
};

/** What the word has to do with reported speech: a verb, which may bear a pronoun (ذكرته), before the rest. */
const speechAt = (tokens: readonly Token[], at: number, last: number, { speech }: Scanners): Partial<Item> => {
  const hits = speech
    .at(tokens, at, true)
    .filter(
      (hit) =>
        at + hit.length - 1 <= last &&
        (hit.enclitic === '' || (hit.value.as === 'verb' && THIRD_PERSON.has(hit.enclitic))),
    );
  const fitting = hits.filter(
    ({ value, proclitics }) => (value.as !== 'verb' && value.as !== 'participle') || !/[بلك]/.test(proclitics),
  );
  const hit =
    fitting.find(({ value, length }) => value.as === 'verb' && length === fitting[0]!.length) ?? fitting[0];
  return hit ? { speech: { ...hit.value, object: hit.enclitic !== '' } } : {};
};

/** A group with the pronoun of its side behind: عناصره (its members), أطفالها (her children). */
const ownedAt = (tokens: readonly Token[], at: number, { lexicon }: Scanners): Partial<Item> => {
  const hit = lexicon.names
    .at(tokens, at, true)
    .find(({ value, enclitic }) => value.kind === 'group' && THIRD_PERSON.has(enclitic));
  return hit ? { owned: hit.value as Entry<'group'>, enclitic: hit.enclitic } : {};
};
const THIRD_PERSON = new Set(['ه', 'ها', 'هم', 'هن', 'هما']);

/** Where a number's item begins: at the words that qualify it (نحو, about; ما لا يقل عن, at least), where they stand together. */
export const numberStart = (
  tokens: readonly Token[],
  number: NumberMention,
  scanners: Scanners,
  dates: ReadonlyMap<number, DateMention>,
): number => {
  for (let at = number.phraseFirst; at < number.firstToken; at++)
    if (
      dates.has(at + 1) ||
      tokens[at]!.kind === 'break' ||
      scanners.lexicon.names.at(tokens, at).some((hit) => hit.value.kind !== 'cue' && hit.value.kind !== 'reporting')
    )
      return number.firstToken;
  return number.phraseFirst;
};

/** Where it ends: behind «على الأقل» (at least), where that follows at once. */
const numberEnd = (tokens: readonly Token[], number: NumberMention): number =>
  number.phraseLast > number.lastToken &&
  number.phraseLast - number.lastToken <= 2 &&
  tokens[number.phraseLast]!.kind === 'word' &&
  !number.percent
    ? number.phraseLast
    : number.lastToken;

/** A number with what is counted in the same word, if it is one (duals, قتيلان). */
const numberItem = (tokens: readonly Token[], at: number, number: NumberMention, scanners: Scanners): Item | null => {
  if (number.kind === 'ordinal') return null;
  const form = tokens[at]!.word.form;
  const names = scanners.lexicon.names.at(tokens, number.firstToken);
  const clitics = /^و(?!احد)/.test(form) && tokens[at]!.kind === 'word' ? ('و' as const) : ('' as const);
  const clitic = /^(?:و|ف)?([بل])/.exec(form)?.[1] as 'ب' | 'ل' | undefined;
  return plain(tokens, at, numberEnd(tokens, number), 'number', {
    number,
    conjunction: clitics,
    ...(clitic && tokens[at]!.kind === 'word' ? { clitic } : {}),
    ...(names.length > 0 && number.firstToken === number.lastToken ? groupOf(names) : {}),
  });
};

const groupOf = (names: readonly Hit[]): Partial<Item> => {
  const group = longest(names, 'group');
  return group ? { group: group.value as Entry<'group'> } : {};
};

export { isNominal };
