import type { PhraseHit } from '@isnad/lexicon';
import { Memo } from '@isnad/lexicon';
import { entryAt, type Token, type Word } from '@isnad/text';
import type { FunctionWord } from '../words/functions.js';
import type { Sense, Support } from '../words/senses.js';
import { inNumber, longest, unlike } from './choose.js';
import { type Hit, type HitOf, type NamedHere, namedHere } from './named-here.js';
import { needsHead, type PlaceHit, placeAt } from './places.js';
import type { Scanners } from './scanners.js';
import { speechAt } from './speech-at.js';
import { holdsTrigger } from './told-in.js';
import { type Readings, sensesAt, supportsAt, within } from './words.js';

/** Precision of the relation words before a place. */
export type Relations = readonly { readonly precision: 1 | 2 | 3 | 4 }[];

/** The article, also behind clitics and swallowed by ل: الهجوم, بالهجوم, للقوات. */
const DEFINITE = /^(?:[وفبك]{0,2}ال|[وف]?لل)/;
/** Whether a word has the article. */
export const definite = new Memo<Word, boolean>(({ form }) => DEFINITE.test(form));

/** A token of a sentence, and where that ends. */
export interface Spot {
  readonly tokens: readonly Token[];
  readonly original: string;
  readonly at: number;
  readonly last: number;
  readonly scanners: Scanners;
  /** Relation words before it. */
  readonly relations: Relations;
}

/** The longest thing of each kind that begins at a token, with their lengths in tokens: 0 where there is none. */
export interface Matches {
  readonly names: readonly Hit[];
  readonly named: NamedHere;
  readonly small: PhraseHit<FunctionWord> | undefined;
  readonly senses: Readings<Sense> | null;
  readonly supports: Readings<Support> | null;
  readonly means: PhraseHit<string> | undefined;
  readonly place: PlaceHit | null;
  readonly nameLength: number;
  readonly smallLength: number;
  readonly senseLength: number;
  readonly placeLength: number;
}

/** Those kinds too that are looked for only where no small word and no set phrase stands. */
export interface AllMatches extends Matches {
  readonly side: NamedHere['side'];
  readonly group: HitOf<'group'> | undefined;
  readonly measure: HitOf<'measure'> | undefined;
  readonly report: HitOf<'reporting'> | undefined;
  readonly cue: HitOf<'cue'> | undefined;
  readonly harm: PhraseHit<string> | undefined;
  readonly isDefinite: boolean;
}

const TANWIN = '\u064b';
/** A written tanwin in -an marks an adverb or adjective (لاحقاً, later), never a name. */
const isAdverbial = (original: string, token: Token): boolean =>
  original.slice(token.start, token.end).includes(TANWIN);

/** What the automata say of a token. */
export const matchesAt = ({ tokens, original, at, last, scanners, relations }: Spot): Matches => {
  const room = last - at + 1;
  const names = unlike(within(scanners.lexicon.names.at(tokens, at), room));
  const named = namedHere(names);
  const small = within(scanners.functions.at(tokens, at), room).find(
    ({ proclitics }) => proclitics === '' || !/[بلكس]/.test(proclitics),
  );
  const senses = sensesAt(scanners.senses, tokens, at, last);
  const supports = supportsAt(scanners.senses, tokens, at, last);
  const isOther = (k: number, asName = false) =>
    (asName && isAdverbial(original, tokens[k]!)) ||
    scanners.lexicon.names.at(tokens, k).length > 0 ||
    scanners.functions.at(tokens, k).length > 0 ||
    sensesAt(scanners.senses, tokens, k, last) !== null;
  const means = within(scanners.senses.means.at(tokens, at), room)[0];
  const found = placeAt(scanners.gazetteer, tokens, at, last, isOther);
  // معركة (a battle), عدوان (an aggression) and وانه (and that he) are places only where something says so.
  const place = found && (senses ?? supports ?? means ?? small) && needsHead(found, relations) ? null : found;
  return {
    names,
    named,
    small,
    senses,
    supports,
    means,
    place,
    nameLength: named.length,
    smallLength: small?.length ?? 0,
    senseLength: senses?.length ?? 0,
    placeLength: place?.length ?? 0,
  };
};

const isThing = (group: string, { lexicon }: Scanners): boolean => lexicon.groups.get(group)?.of === 'things';

/** «الطائرات القاعدة الجوية» (the aircraft … the air base): its last word begins the name of a thing, so that no side is named. */
const beginsThing = (tokens: readonly Token[], at: number, scanners: Scanners): boolean =>
  scanners.lexicon.names
    .at(tokens, at)
    .some(({ value, length }) => value.kind === 'group' && length > 1 && isThing(value.id, scanners));

/** «، متهما الجيش بقصفها» (accusing the army of shelling it): behind a comma a word that tells is no man accused. */
const isAccusing = ({ tokens, at, last, scanners }: Spot): boolean =>
  /^[،,]$/.test(entryAt(tokens, at - 1)?.word.form ?? '') && speechAt(tokens, at, last, scanners)?.as === 'participle';

/** A word as it stands in the text, with its vowel signs. */
const written = ({ original, tokens, at }: Spot): string => original.slice(tokens[at]!.start, tokens[at]!.end);

const groupAt = (spot: Spot, { names, named, senses, place }: Matches): HitOf<'group'> | undefined => {
  if (!named.hasGroup || isAccusing(spot)) return undefined;
  const { tokens, at, last, scanners } = spot;
  const isAct = senses !== null || place?.anaphoric === true;
  return inNumber(
    names,
    written(spot),
    ({ value, length }) =>
      value.kind === 'group' &&
      !(isAct && isThing(value.id, scanners)) &&
      !holdsTrigger(scanners, tokens, at, length, last),
  ) as HitOf<'group'> | undefined;
};

const measureAt = (spot: Spot, { names, named }: Matches): HitOf<'measure'> | undefined => {
  if (!named.hasMeasure) return undefined;
  const { tokens, at, last, scanners } = spot;
  return inNumber(
    names,
    written(spot),
    // «كفار سعد» (Kfar Saad) is no «like a fugitive»: nobody is counted behind ك.
    ({ value, length, proclitics }) =>
      value.kind === 'measure' && !proclitics.includes('ك') && !holdsTrigger(scanners, tokens, at, length, last),
  ) as HitOf<'measure'> | undefined;
};

/** The rest of what the automata say of a token. */
export const allMatchesAt = (spot: Spot, matches: Matches): AllMatches => {
  const { tokens, at, last, scanners } = spot;
  const { named } = matches;
  const room = last - at + 1;
  const verbs = unlike(within(scanners.verbs.at(tokens, at), room));
  const verb = longest(verbs, 'reporting');
  return {
    names: matches.names,
    named,
    small: matches.small,
    senses: matches.senses,
    supports: matches.supports,
    means: matches.means,
    place: matches.place,
    nameLength: matches.nameLength,
    smallLength: matches.smallLength,
    senseLength: matches.senseLength,
    placeLength: matches.placeLength,
    side: named.side && beginsThing(tokens, at + named.side.length - 1, scanners) ? undefined : named.side,
    group: groupAt(spot, matches),
    measure: measureAt(spot, matches),
    report: named.reporting && (!verb || named.reporting.length >= verb.length) ? named.reporting : verb,
    cue: named.cue ?? longest(verbs, 'cue'),
    harm: within(scanners.harms.at(tokens, at, true), room)[0],
    isDefinite: definite.of(tokens[at]!.word),
  };
};
