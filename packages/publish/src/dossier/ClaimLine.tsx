import type { RecordedClaim } from '@isnad/model';
import { Chain } from './Chain.js';
import { dateInWords } from './dates.js';
import { anchor, type DossierCase } from './dossierCase.js';
import { InlineMark } from './Mark.js';
import { term } from './naming.js';
import { Both, both, Composed, Count, phrase, Say } from './Said.js';

const names = (ids: readonly string[], name: (id: string) => { readonly ar: string; readonly en: string }) => ({
  ar: ids.map((id) => name(id).ar).join('، '),
  en: ids.map((id) => name(id).en).join(', '),
});

/** One claim as read: what it says in the program's terms, and the incident it went into. */
export const ClaimLine = ({ of, claim }: { readonly of: DossierCase; readonly claim: RecordedClaim }) => {
  const number = of.claimNumber.get(claim.id);
  const incident = of.incidentOf.get(claim.kind === 'event' ? claim.id : (claim.event ?? ''));
  const places = claim.places.filter(({ role }) => role !== 'within');
  return (
    <li id={`k${anchor('claim', claim.id)}`} data-claim={number} tabIndex={-1}>
      <a class="no" href={`#${anchor('claim', claim.id)}`}>
        {number}
      </a>{' '}
      {claim.kind === 'event' ? (
        <>
          <InlineMark family={of.name.family(claim.type)} />
          <b>
            <Both {...of.name.type(claim.type)} />
          </b>
          {claim.actors.length > 0 && (
            <>
              {' '}
              <Both {...names(claim.actors, of.name.actor)} />
            </>
          )}
          {claim.targets.length > 0 && (
            <>
              {' '}
              <i>
                <Say of="against" />
              </i>{' '}
              <Both {...names(claim.targets, of.name.actor)} />
            </>
          )}
          {claim.modality !== 'asserted' && (
            <>
              {' '}
              <span class={`badge ${claim.modality}`}>
                <Both {...term('modality', claim.modality)} />
              </span>
            </>
          )}
        </>
      ) : (
        <>
          <b>
            <Count low={claim.min} high={claim.max} />
          </b>{' '}
          <Both {...of.name.measure(claim.measure)} /> · <Both {...of.name.group(claim.group)} />
        </>
      )}
      {places.map((place) => (
        <span key={place.start} class="sep">
          <Composed {...of.name.place(place)} />
        </span>
      ))}
      {claim.kind === 'event' && claim.date !== null && (
        <span class="sep" title={claim.dateReason}>
          <Both {...dateInWords(claim.date)} />
        </span>
      )}
      {claim.attribution.length > 0 && (
        <span class="sep">
          <Chain of={of} chain={{ outlet: null, hops: claim.attribution, times: 1 }} />
        </span>
      )}
      {incident && of.isShown(incident.id) && (
        <a class="to-incident" href={`#${anchor('incident', incident.id)}`} aria-label={both(phrase('incident'))}>
          ↑
        </a>
      )}
    </li>
  );
};
