import { Memo } from '@isnad/lexicon';
import type { Token, Word } from '@isnad/text';
import type { Sense } from '../words/senses.js';
import { longest, notDual, ownedAt, sideOf, unlike } from './choose.js';
import { freeStandingAt } from './imported.js';
import { type Item, type ItemDraft, newItem } from './item.js';
import { type Entry, type HitOf, namedHere } from './named-here.js';
import { numberEnd, numberItem } from './numbers.js';
import { relationAt } from './place-heads.js';
import { needsHead, type PlaceHit, placeAt } from './places.js';
import type { Marked, Scanners } from './scanners.js';
import { bring, cueItem, dateItem, partPronoun, smallItem } from './small-items.js';
import { speechAt } from './speech-at.js';
import { spelt } from './spelt.js';
import { harmAt, holdsTrigger, meansIn } from './told-in.js';
import { isNominal, type Readings, sensesAt, supportsAt, within } from './words.js';

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
  let relations: Relations = NO_RELATIONS;
  let relationsUntil = -1;
  let detached = false;
  let clitic: Item['clitic'] = '';
  for (let at = first; at <= last; ) {
    const token = tokens[at]!;
    if (relationsUntil < at) relations = NO_RELATIONS;
    if (token.kind === 'word' && token.word.form === 'و') {
      detached = true; // «و الشعفة»: the conjunction belongs to the next word
      if (relationsUntil === at) relationsUntil++;
      at++;
      continue;
    }
    const parted = token.kind === 'word' && isParted(token) ? PARTED.exec(token.word.form) : null;
    if (parted && at < last && !marked.numbers.has(at)) {
      // لـ"قسد": the preposition belongs to the name in quotation marks.
      if (parted[1]) detached = true;
      clitic = parted[2] as Item['clitic'];
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
        const word = bring(newItem('word', tokens, at, at + relation.length - 1), relation.proclitics);
        word.head = 'relation';
        items.push(word);
        at += relation.length;
        continue;
      }
      if (token.kind === 'mark' && isQuote(token.word.form)) {
        if (relationsUntil === at) relationsUntil++;
        at++;
        continue;
      }
      const unknown = bare(tokens, at, scanners);
      unknown.speech = speechAt(tokens, at, last, scanners);
      const named = importedItem(tokens, original, at, last, scanners, marked, relations, unknown);
      const next = named ?? unknown;
      if (clitic && !next.clitic && next.kind !== 'mark') next.clitic = clitic;
      clitic = '';
      items.push(next);
      if (named && detached && !named.conjunction) named.conjunction = 'و';
      detached &&= named === null;
      at = (named ?? unknown).last + 1;
      continue;
    }
    if (detached && !item.conjunction) item.conjunction = 'و';
    if (clitic && !item.clitic) item.clitic = clitic;
    clitic = '';
    item.speech = speechAt(tokens, at, last, scanners);
    items.push(item);
    detached = false;
    at = item.last + 1;
  }
  return items;
};

/** A word that nothing else claims as the name of an imported place, to be borne out by the report. */
const importedItem = (
  tokens: readonly Token[],
  original: string,
  at: number,
  last: number,
  scanners: Scanners,
  marked: Marked,
  relations: Relations,
  unknown: ItemDraft,
): ItemDraft | null => {
  if (scanners.imported === null || tokens[at]!.kind !== 'word' || unknown.speech || unknown.harm) return null;
  const isClaimed = (k: number): boolean => itemAt(tokens, original, k, last, scanners, marked, NO_RELATIONS) !== null;
  const found = freeStandingAt(scanners.imported, tokens, at, last, isClaimed);
  if (!found) return null;
  const end = at + found.length - 1;
  const instead: Item[] = [unknown];
  for (let k = at + 1; k <= end; k++) {
    const word = bare(tokens, k, scanners);
    word.speech = speechAt(tokens, k, last, scanners);
    if (word.kind !== 'mark') instead.push(word);
  }
  const item = bring(newItem('place', tokens, at, end), found.proclitics);
  item.place = {
    candidates: found.candidates,
    head: null,
    headWord: null,
    relations,
    nameStart: tokens[at]!.start + found.proclitics.length,
    nameEnd: tokens[end]!.end,
    anaphoric: false,
    instead,
  };
  return item;
};

/** A preposition written apart from what it governs. */
const PARTED = /^(و)?([بل])$/;
const isParted = spelt(PARTED);

type Relations = readonly { readonly precision: 1 | 2 | 3 | 4 }[];
const NO_RELATIONS: Relations = [];

const isQuote = (form: string): boolean => form === '"' || form === "'" || form === '#';

/** The article, also behind clitics and swallowed by ل: الهجوم, بالهجوم, للقوات. */
const DEFINITE = /^(?:[وفبك]{0,2}ال|[وف]?لل)/;
const definite = new Memo<Word, boolean>(({ form }) => DEFINITE.test(form));

const bare = (tokens: readonly Token[], at: number, scanners: Scanners): ItemDraft => {
  const token = tokens[at]!;
  if (token.kind === 'word') {
    const { form } = token.word;
    const item = newItem('word', tokens, at, at);
    const owned = ownedAt(tokens, at, scanners);
    if (owned) {
      item.owned = owned.value as Entry<'group'>;
      item.enclitic = owned.enclitic;
    }
    item.harm = harmAt(tokens, at, scanners);
    if (form.startsWith('و') && (form.length > 3 || form === 'و')) item.conjunction = 'و';
    item.definite = definite.of(token.word);
    return item;
  }
  if (token.kind !== 'mark') return newItem(token.kind === 'break' ? 'mark' : 'word', tokens, at, at);
  const form = token.word.form;
  // A dash inside a name (F-15) joins; one between spaces parts.
  const joins = form === '-' && !(token.spaced && (tokens[at + 1]?.spaced ?? true));
  const item = newItem(joins ? 'word' : /^[،,;؛]$/.test(form) ? 'comma' : 'mark', tokens, at, at);
  item.mark = joins ? '' : form;
  return item;
};

const itemAt = (
  tokens: readonly Token[],
  original: string,
  at: number,
  last: number,
  scanners: Scanners,
  marked: Marked,
  relations: Relations,
): ItemDraft | null => {
  const token = tokens[at]!;
  const date = marked.dates.get(at);
  const number = marked.numbers.get(at);
  if (date && date.lastToken <= last && (!number || date.lastToken >= number.lastToken))
    return dateItem(tokens, at, date, number);
  if (number && numberEnd(tokens, number) <= last) {
    const counted = numberItem(tokens, at, number, scanners);
    if (counted) return counted;
  }
  if (token.kind !== 'word' || !scanners.begins.of(token.word)) return null;

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
  // معركة (a battle) and عدوان (an aggression) are villages only where something says so.
  const place = found && (senses ?? supports ?? means) && needsHead(found, relations) ? null : found;

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

  const { side, metonym, source, head, reporting } = named;
  const group = named.hasGroup
    ? (notDual(
        names,
        (hit) =>
          hit.value.kind === 'group' &&
          !((senses || place?.anaphoric) && isThing(hit.value.id, scanners)) &&
          !holdsTrigger(scanners, tokens, at, hit.length, last),
      ) as HitOf<'group'> | undefined)
    : undefined;
  const measure = named.hasMeasure
    ? (notDual(names, (hit) => hit.value.kind === 'measure' && !holdsTrigger(scanners, tokens, at, hit.length, last)) as
        | HitOf<'measure'>
        | undefined)
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
    if (relations.length > 0) item.metonym = undefined;
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
    !place.proclitics &&
    !AFTER_PREPOSITION.test(tokens[at - 1]?.word.form ?? '');
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
    !(group && group.length === senseLength && senses.proclitics.length > group.proclitics.length)
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

/** Words behind which a name that is also a verb (تدمر, Palmyra or destroys) is the name. */
const AFTER_PREPOSITION = /^(?:و|ف)?(?:في|من|الي|على|علي|باتجاه|قرب|نحو|شمال|جنوب|شرق|غرب|محيط|داخل|وسط|بين)$/;

const TANWIN = '\u064b';
/** A written tanwin in -an marks an adverb or adjective (لاحقاً, later), never a name. */
const isAdverbial = (original: string, token: Token): boolean =>
  original.slice(token.start, token.end).includes(TANWIN);

const isThing = (group: string, { lexicon }: Scanners): boolean => lexicon.groups.get(group)?.of === 'things';

const reportingOf = (hit: HitOf<'reporting'>): NonNullable<Item['reporting']> => {
  const { id, strength, kind, hop } = hit.value.reporting;
  return { id, strength, kind, hop };
};
