import { Memo } from '@isnad/lexicon';
import { entryAt, type Token, type Word } from '@isnad/text';
import { spelling } from '../words/classes.js';
import type { Sense } from '../words/senses.js';
import { longest, notDual, sideOf, unlike } from './choose.js';
import { type Item, type ItemDraft, newItem } from './item.js';
import { type HitOf, namedHere } from './named-here.js';
import { needsHead, type PlaceHit, placeAt } from './places.js';
import type { Scanners } from './scanners.js';
import { bring, cueItem, partPronoun, smallItem } from './small-items.js';
import { speechAt } from './speech-at.js';
import { spelt } from './spelt.js';
import { harmAt, holdsTrigger, meansIn } from './told-in.js';
import { isNominal, type Readings, sensesAt, supportsAt, within } from './words.js';

/** Precision of the relation words before a place. */
export type Relations = readonly { readonly precision: 1 | 2 | 3 | 4 }[];

/** The article, also behind clitics and swallowed by ل: الهجوم, بالهجوم, للقوات. */
const DEFINITE = /^(?:[وفبك]{0,2}ال|[وف]?لل)/;
/** Whether a word has the article. */
export const definite = new Memo<Word, boolean>(({ form }) => DEFINITE.test(form));

/** «، متهما الجيش بقصفها» (accusing the army of shelling it): behind a comma a word that tells is no man accused. */
const isParticiple = (tokens: readonly Token[], at: number, last: number, scanners: Scanners): boolean =>
  speechAt(tokens, at, last, scanners)?.as === 'participle';
const isBehindComma = (tokens: readonly Token[], at: number): boolean =>
  /^[،,]$/.test(entryAt(tokens, at - 1)?.word.form ?? '');

/** What the automata say of the token: the longest thing that begins there. */
export const matchedAt = (
  tokens: readonly Token[],
  original: string,
  at: number,
  last: number,
  scanners: Scanners,
  relations: Relations,
): ItemDraft | null => {
  const token = tokens[at]!;
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

  const nameLength = named.length;
  const smallLength = small?.length ?? 0;
  const senseLength = senses?.length ?? 0;
  const placeLength = place?.length ?? 0;

  const phrase = named.cue;
  if (
    phrase &&
    phrase.length > Math.max(smallLength, nameLength, senseLength, placeLength) &&
    !senses?.values.some((sense) => sense.phrase)
  ) {
    const item = cueItem(tokens, at, phrase);
    item.harm = harmAt(tokens, at, scanners);
    return item;
  }
  // «بهدف» (with the aim of) is no target: the whole written word says more than one read behind a preposition.
  if (small?.value.kind === 'purpose' && !small.proclitics && smallLength >= Math.max(nameLength, senseLength))
    return smallItem(tokens, at, small);
  if (
    small &&
    smallLength > Math.max(nameLength, senseLength, placeLength) - (small.proclitics ? 1 : 0) &&
    !(small.proclitics && (nameLength || placeLength))
  )
    return smallItem(tokens, at, small);

  const { metonym, source, head, reporting } = named;
  const side = named.side && beginsThing(tokens, at + named.side.length - 1, scanners) ? undefined : named.side;
  const group =
    named.hasGroup && !(isBehindComma(tokens, at) && isParticiple(tokens, at, last, scanners))
      ? (notDual(
          names,
          (hit) =>
            hit.value.kind === 'group' &&
            !((senses || place?.anaphoric) && isThing(hit.value.id, scanners)) &&
            !holdsTrigger(scanners, tokens, at, hit.length, last),
        ) as HitOf<'group'> | undefined)
      : undefined;
  const measure = named.hasMeasure
    ? (notDual(
        names,
        // «كفار سعد» (Kfar Saad) is no «like a fugitive»: nobody is counted behind ك.
        (hit) =>
          hit.value.kind === 'measure' &&
          !hit.proclitics.includes('ك') &&
          !holdsTrigger(scanners, tokens, at, hit.length, last),
      ) as HitOf<'measure'> | undefined)
    : undefined;
  const verbs = unlike(within(scanners.verbs.at(tokens, at), room));
  const verb = longest(verbs, 'reporting');
  const report = reporting && (!verb || reporting.length >= verb.length) ? reporting : verb;
  const cue = named.cue ?? longest(verbs, 'cue');
  const harm = within(scanners.harms.at(tokens, at, true), room)[0];
  const isDefinite = definite.of(token.word);

  const make = (kind: Item['kind'], length: number, proclitics: string): ItemDraft => {
    const item = bring(newItem(kind, tokens, at, at + length - 1), proclitics);
    item.definite = isDefinite;
    item.harm = harm?.value;
    item.means = (length > 1 ? meansIn(scanners, tokens, at, length) : undefined) ?? means?.value;
    item.measure = measure?.value;
    item.metonym = metonym?.value.id;
    item.supports = supports?.values;
    return item;
  };
  const placeItem = (found: PlaceHit): ItemDraft => {
    const item = make('place', found.length, found.proclitics);
    const { candidates, head, headWord, nameStart, nameEnd, anaphoric } = found;
    item.place = {
      candidates,
      head,
      headWord,
      relations,
      nameStart,
      nameEnd,
      anaphoric,
      countryPart: found.countryPart,
    };
    // «جنوب دمشق» (south of Damascus) is where something is, never a government.
    if (relations.length > 0 || isSeat(entryAt(tokens, at - 1))) item.metonym = undefined;
    if (head !== null && group?.value.number === 'plural') item.group = group.value; // «أربع قرى شرق النهر»
    return item;
  };
  const trigger = (found: Readings<Sense>): ItemDraft => {
    const item = make('trigger', found.length, found.proclitics);
    item.senses = found.values;
    item.enclitic = found.enclitic;
    // «أطلقوا النار» (opened fire) tells the event itself, though «أطلق» alone may carry another's.
    if (found.values.some((sense) => sense.phrase && !isNominal(sense))) item.supports = undefined;
    return item;
  };

  if (side && side.value.kind === 'ambiguous' && place && !place.anaphoric && placeLength >= side.length) {
    const item = placeItem(place);
    if (relations.length === 0) item.metonymOf = side.value.name;
    if (source) item.source = { id: source.value.id, named: true };
    return item;
  }
  if (side && senses?.values.some(isShared) && isAct(tokens, at, Math.max(senseLength, side.length), senseLength))
    return trigger(senses);
  if (
    side &&
    side.length >= Math.max(placeLength, senseLength, source?.length ?? 0, group?.length ?? 0, measure?.length ?? 0) &&
    (isDefinite || !senses || (side.length > senseLength && !senses.values.some(isNominal)))
  ) {
    const item = make('actor', side.length, side.proclitics);
    item.side = sideOf(side, tokens, at)!;
    if (side.value.kind === 'ambiguous' && side.length === senseLength) item.senses = senses?.values;
    if (group && (item.side.heads[0] === 'adjective' || (side.value.kind === 'ambiguous' && side.value.adjective)))
      item.owned = group.value;
    if (source) item.source = { id: source.value.id, named: source.value.named };
    return item;
  }
  // نقلا عن (citing) is no carrying.
  const isCarried = (length: number): boolean =>
    [side, source, group, measure].every((hit) => (hit?.length ?? 0) < length) &&
    placeLength < length &&
    senseLength < length;
  if (reporting && reporting.length > 1 && isCarried(reporting.length)) {
    const item = make('reporting', reporting.length, reporting.proclitics);
    item.reporting = reportingOf(reporting);
    return item;
  }
  if (source && metonym && place && !place.anaphoric && placeLength >= source.length) {
    const item = placeItem(place);
    item.source = { id: source.value.id, named: true };
    return item;
  }
  if (source && source.length >= Math.max(placeLength, senseLength, group?.length ?? 0, measure?.length ?? 0)) {
    const { id, named } = source.value;
    const item = make(
      group && !named && group.length === source.length ? 'people' : 'source',
      source.length,
      source.proclitics,
    );
    item.source = { id, named };
    item.group = group?.value;
    return item;
  }
  const verbHere =
    senses?.values.some((sense) => !isNominal(sense)) &&
    place !== null &&
    place.head === null &&
    // «كسرت» (broke) is no «كـ سرت» (like Sirte).
    (!place.proclitics || senses.proclitics.length < place.proclitics.length) &&
    !AFTER_PREPOSITION.test(entryAt(tokens, at - 1)?.word.form ?? '');
  if (verbHere && senses) return trigger(senses);
  if (
    place &&
    !place.anaphoric &&
    placeLength >= senseLength &&
    placeLength >= (head?.length ?? 0) &&
    !(senses && place.candidates.length === 0)
  )
    return placeItem(place);
  if (
    senses &&
    senseLength >= (group?.length ?? 0) &&
    !(group && group.length === senseLength && isMoreTaken(senses, group, entryAt(tokens, at - 1)))
  )
    return trigger(senses);
  if (measure && measure.length >= (group?.length ?? 0) && measure.length >= (head?.length ?? 0))
    return make('measure', measure.length, measure.proclitics);
  if (group) {
    const of = scanners.lexicon.groups.get(group.value.id)?.of ?? 'people';
    const item = make(of === 'people' ? 'people' : 'thing', group.length, group.proclitics);
    item.group = group.value;
    if (of === 'things') item.things = true;
    item.head = head?.value.head.says;
    return item;
  }
  if (supports) {
    const item = make('support', supports.length, supports.proclitics);
    item.enclitic = supports.enclitic;
    if (report) item.reporting = reportingOf(report);
    return item;
  }
  if (report) {
    const item = make('reporting', report.length, report.proclitics);
    item.reporting = reportingOf(report);
    return item;
  }
  if (head) {
    const item = make('word', head.length, head.proclitics);
    item.head = head.value.head.says;
    return item;
  }
  if (place?.anaphoric) return placeItem(place);
  if (cue) {
    const item = make('cue', cue.length, cue.proclitics);
    item.enclitic = partPronoun(tokens[at + cue.length - 1]!);
    item.cue = cue.value.cue.kind;
    return item;
  }
  if (small) return smallItem(tokens, at, small);
  return means ? make('word', means.length, means.proclitics) : null;
};

const isShared = (sense: Sense): boolean => 'shared' in sense.word && isNominal(sense);

/** What only an act stands behind (خلال، during; جراء، because of) or before (على، on; الذي، which). */
const BEFORE_ACT = spelling('scan/before-act', '(?:و|ف)?');
const BEHIND_ACT = spelling('scan/behind-act');

/** «خلال العدوان»: a word that also names the side (العدوان، the aggressor) tells its act here. */
const isAct = (tokens: readonly Token[], at: number, length: number, own: number): boolean =>
  BEFORE_ACT.test(entryAt(tokens, at - 1)?.word.form ?? '') ||
  BEHIND_ACT.test(tokens[at + length]?.word.form ?? '') ||
  BEHIND_ACT.test(tokens[at + own]?.word.form ?? '');

/** Words behind which a name that is also a verb (تدمر, Palmyra or destroys) is the name. */
const AFTER_PREPOSITION = spelling('scan/before-name', '(?:و|ف)?');

/** «المرصد ومقره بريطانيا» (whose seat is in Britain): where somebody sits, no government. */
const isSeat = spelt(/^و?مقر(?:ه|ها|هم)$/);

const TANWIN = '\u064b';
/** A written tanwin in -an marks an adverb or adjective (لاحقاً, later), never a name. */
const isAdverbial = (original: string, token: Token): boolean =>
  original.slice(token.start, token.end).includes(TANWIN);

/** «وجنود» as soldiers, «أسرة» as a family: the whole written word says more than one read with a pronoun or more before it. */
const isMoreTaken = (senses: Readings<Sense>, group: HitOf<'group'>, before: Token | undefined): boolean =>
  senses.proclitics.length > group.proclitics.length ||
  (senses.enclitic !== '' && !RELATIVE.test(before?.word.form ?? ''));
/** «الذي أسره التنظيم» (whom the group captured): a verb stands behind these. */
const RELATIVE = spelling('scan/relative');

/** «الطائرات القاعدة الجوية» (the aircraft … the air base): its last word begins the name of a thing, so that no side is named. */
const beginsThing = (tokens: readonly Token[], at: number, scanners: Scanners): boolean =>
  scanners.lexicon.names
    .at(tokens, at)
    .some(({ value, length }) => value.kind === 'group' && length > 1 && isThing(value.id, scanners));

const isThing = (group: string, { lexicon }: Scanners): boolean => lexicon.groups.get(group)?.of === 'things';

const reportingOf = (hit: HitOf<'reporting'>): NonNullable<Item['reporting']> => {
  const { id, strength, kind, hop } = hit.value.reporting;
  return { id, strength, kind, hop };
};
