import { entryAt, type Token } from '@isnad/text';
import { spelling } from '../words/classes.js';
import type { Sense } from '../words/senses.js';
import { sideOf } from './choose.js';
import type { ItemDraft } from './item.js';
import { make, placeItem, reportingItem, reportingOf, triggerItem } from './made.js';
import { type AllMatches, allMatchesAt, type Matches, matchesAt, type Spot } from './matches.js';
import type { HitOf } from './named-here.js';
import { cueItem, partPronoun, smallItem } from './small-items.js';
import { harmAt } from './told-in.js';
import { isNominal, type Readings } from './words.js';

/** A set phrase that is a cue, or a small word, longer than whatever else begins there. */
const smallOrCue = ({ tokens, at, scanners }: Spot, matches: Matches): ItemDraft | null => {
  const { named, small, senses, means, smallLength, nameLength, senseLength, placeLength } = matches;
  const phrase = named.cue;
  if (
    phrase &&
    phrase.length > Math.max(smallLength, nameLength, senseLength, placeLength) &&
    phrase.length >= (means?.length ?? 0) &&
    !senses?.values.some((sense) => sense.phrase)
  ) {
    const item = cueItem(tokens, at, phrase);
    item.harm = harmAt(tokens, at, scanners);
    return item;
  }
  // «بدون طيار» (unmanned) denies nothing.
  if (!small || (means && means.length > smallLength)) return null;
  // «بهدف» (with the aim of) is no target: the whole written word says more than one read behind a preposition.
  const isPurpose =
    small.value.kind === 'purpose' && !small.proclitics && smallLength >= Math.max(nameLength, senseLength);
  const isLongest =
    smallLength > Math.max(nameLength, senseLength, placeLength) - (small.proclitics ? 1 : 0) &&
    !(small.proclitics && (nameLength || placeLength));
  return isPurpose || isLongest ? smallItem(tokens, at, small) : null;
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

/** A side, or the place or the act that a name of several meanings stands for here. */
const sideHere = (spot: Spot, matches: AllMatches): ItemDraft | null => {
  const { tokens, at, relations } = spot;
  const { side, named, place, senses, group, measure, senseLength, placeLength, isDefinite } = matches;
  if (!side) return null;
  const { source } = named;
  if (side.value.kind === 'ambiguous' && place && !place.anaphoric && placeLength >= side.length) {
    const item = placeItem(spot, matches, place);
    if (relations.length === 0) item.metonymOf = side.value.name;
    if (source) item.source = { id: source.value.id, named: true };
    return item;
  }
  if (senses?.values.some(isShared) && isAct(tokens, at, Math.max(senseLength, side.length), senseLength))
    return triggerItem(spot, matches, senses);
  const others = Math.max(placeLength, senseLength, source?.length ?? 0, group?.length ?? 0, measure?.length ?? 0);
  const isNamed = isDefinite || !senses || (side.length > senseLength && !senses.values.some(isNominal));
  if (side.length < others || !isNamed) return null;
  const item = make(spot, matches, 'actor', side);
  item.side = sideOf(side, tokens, at)!;
  if (side.value.kind === 'ambiguous' && side.length === senseLength) item.senses = senses?.values;
  if (group && (item.side.heads[0] === 'adjective' || (side.value.kind === 'ambiguous' && side.value.adjective)))
    item.owned = group.value;
  // «طالبان»: the movement, or two students where the report has nothing to do with it.
  else if (group && side.value.kind === 'ambiguous' && group.length === side.length) item.group = group.value;
  if (source) item.source = { id: source.value.id, named: source.value.named };
  return item;
};

/** «نقلا عن» (citing) is no carrying. */
const citingHere = (spot: Spot, matches: AllMatches): ItemDraft | null => {
  const { side, named, group, measure, placeLength, senseLength } = matches;
  const { reporting, source } = named;
  if (!reporting || reporting.length < 2) return null;
  const isLongest =
    [side, source, group, measure].every((hit) => (hit?.length ?? 0) < reporting.length) &&
    placeLength < reporting.length &&
    senseLength < reporting.length;
  return isLongest ? reportingItem(spot, matches, reporting) : null;
};

/** A source, which may be a place or people as well. */
const sourceHere = (spot: Spot, matches: AllMatches): ItemDraft | null => {
  const { named, place, group, measure, placeLength, senseLength } = matches;
  const { source, metonym } = named;
  if (!source) return null;
  if (metonym && place && !place.anaphoric && placeLength >= source.length) {
    const item = placeItem(spot, matches, place);
    item.source = { id: source.value.id, named: true };
    return item;
  }
  if (source.length < Math.max(placeLength, senseLength, group?.length ?? 0, measure?.length ?? 0)) return null;
  const { id, named: isNamed, side } = source.value;
  const arePeople = group && !isNamed && group.length === source.length;
  const item = make(spot, matches, arePeople ? 'people' : 'source', source);
  item.source = { id, named: isNamed, side };
  item.group = group?.value;
  return item;
};

/** Words behind which a name that is also a verb (تدمر, Palmyra or destroys) is the name. */
const AFTER_PREPOSITION = spelling('scan/before-name', '(?:و|ف)?');

/** Whether a word that is also the name of a place is the verb here. */
const isVerbHere = ({ tokens, at }: Spot, { senses, place }: AllMatches): boolean =>
  senses?.values.some((sense) => !isNominal(sense)) === true &&
  place?.head === null &&
  // «كسرت» (broke) is no «كـ سرت» (like Sirte).
  (!place.proclitics || senses.proclitics.length < place.proclitics.length) &&
  !AFTER_PREPOSITION.test(entryAt(tokens, at - 1)?.word.form ?? '');

/** «الذي أسره التنظيم» (whom the group captured): a verb stands behind these. */
const RELATIVE = spelling('scan/relative');

/** «وجنود» as soldiers, «أسرة» as a family: the whole written word says more than one read with a pronoun or more before it. */
const isMoreTaken = (senses: Readings<Sense>, group: HitOf<'group'>, before: Token | undefined): boolean =>
  senses.proclitics.length > group.proclitics.length ||
  (senses.enclitic !== '' && !RELATIVE.test(before?.word.form ?? ''));

/** A place or a word of an event. */
const placeOrEventHere = (spot: Spot, matches: AllMatches): ItemDraft | null => {
  const { senses, place, group, named, senseLength, placeLength } = matches;
  if (senses && isVerbHere(spot, matches)) return triggerItem(spot, matches, senses);
  if (
    place &&
    !place.anaphoric &&
    placeLength >= senseLength &&
    placeLength >= (named.head?.length ?? 0) &&
    !(senses && place.candidates.length === 0)
  )
    return placeItem(spot, matches, place);
  if (
    senses &&
    senseLength >= (group?.length ?? 0) &&
    !(group && group.length === senseLength && isMoreTaken(senses, group, entryAt(spot.tokens, spot.at - 1)))
  )
    return triggerItem(spot, matches, senses);
  return null;
};

/** Those whom something befell, people and things of a kind. */
const countedHere = (spot: Spot, matches: AllMatches): ItemDraft | null => {
  const { measure, group, named } = matches;
  const { head } = named;
  if (measure && measure.length >= (group?.length ?? 0) && measure.length >= (head?.length ?? 0))
    return make(spot, matches, 'measure', measure);
  if (!group) return null;
  const of = spot.scanners.lexicon.groups.get(group.value.id)?.of ?? 'people';
  const item = make(spot, matches, of === 'people' ? 'people' : 'thing', group);
  item.group = group.value;
  if (of === 'things') item.things = true;
  item.head = head?.value.head.says;
  return item;
};

/** What only goes with something else: a carrying verb, a report, a head noun, «المدينة» (the city), a cue, means. */
const restHere = (spot: Spot, matches: AllMatches): ItemDraft | null => {
  const { tokens, at } = spot;
  const { supports, report, named, place, cue, small, means, smallLength } = matches;
  if (supports) {
    const item = make(spot, matches, 'support', supports);
    item.enclitic = supports.enclitic;
    if (report) item.reporting = reportingOf(report);
    return item;
  }
  if (report) return reportingItem(spot, matches, report);
  if (named.head) {
    const item = make(spot, matches, 'word', named.head);
    item.head = named.head.value.head.says;
    return item;
  }
  if (place?.anaphoric) return placeItem(spot, matches, place);
  if (means && means.length > Math.max(smallLength, cue?.length ?? 0, 1)) return make(spot, matches, 'word', means);
  if (cue) {
    const item = make(spot, matches, 'cue', cue);
    item.enclitic = partPronoun(tokens[at + cue.length - 1]!);
    item.cue = cue.value.cue.kind;
    return item;
  }
  if (small) return smallItem(tokens, at, small);
  return means ? make(spot, matches, 'word', means) : null;
};

/** What the automata say of the token: the longest thing that begins there. */
export const matchedAt = (spot: Spot): ItemDraft | null => {
  const matches = matchesAt(spot);
  const small = smallOrCue(spot, matches);
  if (small) return small;
  const all = allMatchesAt(spot, matches);
  return (
    sideHere(spot, all) ??
    citingHere(spot, all) ??
    sourceHere(spot, all) ??
    placeOrEventHere(spot, all) ??
    countedHere(spot, all) ??
    restHere(spot, all)
  );
};
