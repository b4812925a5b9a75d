import { entryAt } from '@isnad/text';
import type { Item } from '../scan/item.js';
import type { Chain } from './heard.js';
import { cover, hear, hearTogether, type Listening } from './listening.js';
import { unique } from './named.js';
import {
  chainAt,
  clauseStart,
  endOfRest,
  endOfSaid,
  lastTurn,
  regionStart,
  type Scope,
  tellsBetween,
} from './scope.js';
import type { Teller } from './teller.js';
import type { Telling } from './telling.js';

/** Says who tells what stands around «وفق المرصد» (according to the observatory). `hop`: the marker cites a citation. */
export const coverByMarker = (listening: Listening, marker: Telling, hop: boolean): void => {
  const { at, content } = marker;
  const outer = outerOf(listening, at);
  const opens = opensClause(listening.items, at);
  hear(listening, marker, true);
  if (content !== null || opens || !tellsBetween(listening.reading.sentence, listening.covered, at - 1))
    coverAhead(listening, marker, opens ? null : outer);
  else coverAround(listening, marker, hop, outer);
};

/** In whose words a marker stands. Behind a quotation, what closes it still speaks of it. */
const outerOf = ({ scopes, covered }: Listening, at: number): Scope | null =>
  chainAt(scopes, at) ??
  scopes.findLast((scope) => scope.first >= covered && scope.last < at && at - scope.last <= CLOSES_WITHIN) ??
  null;
/** How far behind what it closes a marker may stand, in items. */
const CLOSES_WITHIN = 2;

/** «، ووفق المرصد، …» (and according to the observatory): the marker begins what it covers. */
const opensClause = (items: readonly Item[], at: number): boolean => {
  const previous = entryAt(items, at - 1);
  return items[at]!.conjunction !== '' && (!previous || previous.kind === 'comma' || previous.kind === 'mark');
};

/** «وفق المرصد، قُتل …»: what stands behind. */
const coverAhead = (listening: Listening, { chain, last, content }: Telling, outer: Scope | null): void => {
  const from = content ?? last + 1;
  if (outer && outer.strength !== null) cover(listening, unique([...outer.chain, ...chain]), from, listening.end, null);
  else cover(listening, chain, from, endOfSaid(listening.reading, from), null);
};

/** «قُتل …، وفق المرصد»: what stands before, up to what is covered, and the rest of the clause. */
const coverAround = (listening: Listening, { at, chain, last }: Telling, hop: boolean, outer: Scope | null): void => {
  const { covered } = listening;
  const { sentence, teller } = listening.reading;
  const to = Math.max(last, endOfRest(sentence, last + 1));
  const turn = outer ? lastTurn(sentence, outer.first, at) : null;
  if (turn !== null) cover(listening, chain, turn + 1, to, null);
  else if (outer && outer.chain.length > 0) {
    const both = unique(
      citesOuter(chain, outer.chain, hop, teller) ? [...chain, ...outer.chain] : [...outer.chain, ...chain],
    );
    cover(listening, both, Math.max(outer.first, covered), to, outer.strength);
    hearTogether(listening, both);
  } else {
    const from = regionStart(sentence, covered, at);
    cover(listening, chain, to > last ? Math.max(from, clauseStart(sentence, from, at)) : from, to, null);
  }
  listening.covered = to + 1;
};

/** «قال القائد …، وفق وكالة» (the commander said …, according to an agency): the agency cites whoever spoke. */
const citesOuter = (chain: Chain, outer: Chain, hop: boolean, teller: Teller): boolean =>
  !hop && isRelay(chain, teller) && !isRelay(outer, teller);

const isRelay = (chain: Chain, { kindOf }: Teller): boolean => ['agency', 'outlet'].includes(kindOf(chain[0]!) ?? '');
