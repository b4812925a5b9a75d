import type { Incident, RecordedClaim } from '@isnad/model';
import { Chain, chainsOf } from './Chain.js';
import { ClaimLink } from './ClaimLink.js';
import { dateInWords } from './dates.js';
import { anchor, type DossierCase } from './dossierCase.js';
import { Figures } from './Figures.js';
import { IncidentLink } from './IncidentLink.js';
import { InlineMark } from './Mark.js';
import { term } from './naming.js';
import { Quote } from './Quote.js';
import { Both, Composed, Say, Text } from './Said.js';

const MOST_CHAINS = 4;

/** The incident's claims, then the figures that rest on them, each once. */
const claimsOf = (of: DossierCase, incident: Incident): readonly RecordedClaim[] => {
  const ids = [
    ...incident.claims,
    ...incident.claims.flatMap((id) => of.figuresOf.get(id)?.map((figure) => figure.id) ?? []),
    ...incident.figures.flatMap(({ claims }) => claims ?? []),
  ];
  return [...new Set(ids)].flatMap((id) => of.claims.get(id) ?? []);
};

const Where = ({ of, incident }: { readonly of: DossierCase; readonly incident: Incident }) => {
  const { place } = incident;
  if (!place) return <Say of="noPlace" />;
  return <Composed {...of.name.place(place)} />;
};

const Exactness = ({ of, incident }: { readonly of: DossierCase; readonly incident: Incident }) => {
  const precision = incident.place?.precision ?? null;
  if (of.published.coarsened.has(incident.id))
    return (
      <span class="badge quiet">
        <Say of="coarsened" />
      </span>
    );
  return precision === null || precision < 2 ? null : (
    <span class="precision">
      <Both {...term('precision', String(precision))} />
    </span>
  );
};

const Sides = ({ of, incident }: { readonly of: DossierCase; readonly incident: Incident }) => {
  const names = (ids: readonly string[], separator: Readonly<Record<'ar' | 'en', string>>) => ({
    ar: ids.map((id) => of.name.actor(id).ar).join(separator.ar),
    en: ids.map((id) => of.name.actor(id).en).join(separator.en),
  });
  const separator = { ar: '، ', en: ', ' };
  return (
    <>
      {incident.actors.length > 0 && (
        <span>
          <i>
            <Say of="by" />
          </i>{' '}
          <Both {...names(incident.actors, separator)} />
        </span>
      )}
      {incident.targets.length > 0 && (
        <span>
          <i>
            <Say of="against" />
          </i>{' '}
          <Both {...names(incident.targets, separator)} />
        </span>
      )}
    </>
  );
};

const Links = ({
  of,
  incident: { related: links, why },
}: {
  readonly of: DossierCase;
  readonly incident: Incident;
}) => {
  const related = links.flatMap(({ incident: id, how }) => {
    const incident = of.incidents.get(id);
    return incident ? [{ incident, how }] : [];
  });
  return (
    <>
      {related.length > 0 && (
        <div class="more">
          <h4>
            <Say of="related" />
          </h4>
          <ul class="links">
            {related.map(({ incident, how }) => (
              <li key={incident.id}>
                <i>
                  <Both {...term('related', how)} />
                </i>{' '}
                <IncidentLink of={of} incident={incident} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {!of.isCompact && why.length > 0 && (
        <div class="more">
          <h4>
            <Say of="whyLinked" />
          </h4>
          <ul class="why">
            {why.map(({ a, b, because }) => (
              <li key={`${a} ${b}`}>
                {[a, b].map((id, i) => (
                  <>
                    {i === 1 && ' = '}
                    <ClaimLink of={of} id={id} />
                  </>
                ))}{' '}
                <span dir="auto">
                  <Text text={because.join(' · ')} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
};

const Counts = ({ incident }: { readonly incident: Incident }) => (
  <dl class="three">
    {(['reports', 'outlets', 'independent'] as const).map((key) => (
      <div key={key} class={key}>
        <dt>
          <Say of={key} />
        </dt>
        <dd class="n">{incident[key]}</dd>
      </div>
    ))}
  </dl>
);

/** One incident: what, when, where, how many, by whose word. */
export const IncidentCard = ({ of, incident }: { readonly of: DossierCase; readonly incident: Incident }) => {
  const family = of.name.family(incident.type);
  const claims = claimsOf(of, incident);
  const chains = chainsOf(of, claims);
  return (
    <article
      id={anchor('incident', incident.id)}
      class="incident"
      tabIndex={-1}
      data-type={incident.type}
      data-place={incident.place?.id ?? ''}
      data-disputed={incident.disputes.length > 0 ? '' : undefined}
    >
      <p class="when">
        <time title={incident.date ?? ''}>
          <Both {...dateInWords(incident.date)} />
        </time>
      </p>
      <div class="what">
        <h3>
          <InlineMark family={family} />
          <Both {...of.name.type(incident.type)} />
          <span class="where">
            <Where of={of} incident={incident} />
          </span>
        </h3>
        <p class="line">
          <Sides of={of} incident={incident} />
          <Exactness of={of} incident={incident} />
          {incident.modality !== 'asserted' && (
            <span class={`badge ${incident.modality}`}>
              <Both {...term('modality', incident.modality)} />
            </span>
          )}
          {incident.grade && (
            <span class="badge grade">
              <Say of="grade" />: <Both {...term('grade', incident.grade.value)} />{' '}
              {incident.grade.by === 'suggested' ? (
                <>
                  (<Say of="suggested" />)
                </>
              ) : (
                <>
                  (<Say of="gradedBy" /> {incident.grade.by})
                </>
              )}
            </span>
          )}
          {incident.disputes.map((id) => (
            <a key={id} class="badge disputed" href={`#${anchor('dispute', id)}`}>
              <Say of="disputed" />
            </a>
          ))}
        </p>
        <Figures of={of} figures={incident.figures} />
        <div class="sources">
          {!of.isCompact && chains.length > 0 && (
            <ul class="chains">
              {chains.slice(0, MOST_CHAINS).map((chain) => (
                <li key={`${chain.outlet?.en} ${chain.hops.join(' ')}`}>
                  <Chain of={of} chain={chain} />
                </li>
              ))}
            </ul>
          )}
          {of.isCompact ? (
            <Links of={of} incident={incident} />
          ) : (
            <details class="evidence">
              <summary>
                <Say of="words" /> <bdi class="n">{claims.length}</bdi>
              </summary>
              {claims.map((claim) => (
                <Quote key={claim.id} of={of} claim={claim} />
              ))}
              <Links of={of} incident={incident} />
            </details>
          )}
        </div>
      </div>
      <Counts incident={incident} />
    </article>
  );
};
