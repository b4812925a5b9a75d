import type { Claim } from '@isnad/client';
import type { ComponentChildren } from 'preact';
import { href } from '../app/router.js';
import { dateInWords } from '../words/dates.js';
import {
  familyOf,
  groupName,
  listed,
  measureName,
  nameOfPlace,
  placeName,
  sideName,
  sourceName,
  term,
  typeName,
} from '../words/names.js';
import { written } from '../words/plural.js';
import { words } from '../words/words.js';
import { Covered } from './Covered.js';
import { Hops } from './Hops.js';
import { Mark } from './Mark.js';

/** A number as a claim gives it: `20–99`, `about 12`, `at least 3`. */
export const numberOf = ({
  min,
  max,
  approximate,
}: {
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
}): string => {
  const about = approximate ? `${words.value.about} ` : '';
  if (min === null && max === null) return '?';
  if (min === max) return about + written(min!);
  if (max === null) return `${about}≥ ${written(min!)}`;
  if (min === null) return `${about}≤ ${written(max)}`;
  return `${about}${written(min)}–${written(max)}`;
};

/** What a claim says, in the words of the program. */
export const ClaimGist = ({ claim }: { readonly claim: Claim }) => {
  const { incident } = words.value;
  if (claim.kind === 'figure') {
    return (
      <span class="gist">
        <b class="n">
          <bdi>{numberOf(claim)}</bdi>
        </b>{' '}
        {measureName(claim.measure)} · {groupName(claim.group)}
        {claim.scope === 'incident' ? null : <span class="tag">{words.value.fields.scopes[claim.scope]}</span>}
      </span>
    );
  }
  const where = claim.places.find(({ role }) => role !== 'within') ?? claim.places[0];
  return (
    <span class="gist">
      <Mark family={familyOf(claim.type)} /> <b>{typeName(claim.type)}</b>
      {where && <span>{placeOf(where)}</span>}
      <span class="soft">{dateInWords(claim.date)}</span>
      {claim.actors.length > 0 && (
        <span class="soft">
          {incident.by} {listed(claim.actors.map(sideName))}
        </span>
      )}
      {claim.targets.length > 0 && (
        <span class="soft">
          {incident.against} {listed(claim.targets.map(sideName))}
        </span>
      )}
      {claim.modality !== 'asserted' && <span class="tag warn">{term('modality', claim.modality)}</span>}
    </span>
  );
};

const placeOf = ({ id, name }: { readonly id: string; readonly name: string }): string => {
  const known = placeName(id);
  return known === '' ? nameOfPlace({ id, name, nameAr: null }) : known;
};

/** One claim: its words, what was read in them, who says it, where it stands. */
export const ClaimQuote = ({
  claim,
  text,
  children,
}: {
  readonly claim: Claim;
  readonly text?: ComponentChildren;
  readonly children?: ComponentChildren;
}) => (
  <article class={`claim ${claim.rejected ? 'is-rejected' : ''}`}>
    <p class="quote" dir="auto" lang="ar">
      {text ?? <Covered text={claim.span.text.replace(/\s+/g, ' ')} />}
    </p>
    <p class="small claim-gist">
      <ClaimGist claim={claim} />
    </p>
    <p class="small soft row claim-from">
      <Hops outlet={claim.outlet ?? sourceName(claim.root)} hops={claim.attribution} />
      <a href={href(['reports', claim.report], { claim: claim.id })}>
        {words.value.incident.inReport}
        <span class="unseen"> {dateInWords(claim.published)}</span>
      </a>
      {claim.rejected && <span class="tag warn">{words.value.incident.rejected}</span>}
      {children}
    </p>
  </article>
);
