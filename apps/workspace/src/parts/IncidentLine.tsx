import type { Incident, IncidentRow } from '@isnad/client';
import type { ComponentChildren } from 'preact';
import { href } from '../app/router.js';
import { dateInWords } from '../words/dates.js';
import { familyOf, groupName, listed, measureName, nameOfPlace, sideName, term, typeName } from '../words/names.js';
import { written } from '../words/plural.js';
import { said, words } from '../words/words.js';
import { uncoveredText } from './Covered.js';
import { Mark } from './Mark.js';

type Range = IncidentRow['figures'][number];

/** The numbers of a range: its best one, and low to high where these differ. */
export const Range = ({ of: { low, best, high, measure, group } }: { readonly of: Range }) => (
  <span class={`range ${measure === 'killed' ? 'is-killed' : ''}`}>
    <b class="n">{best === null ? '?' : written(best)}</b> {measureName(measure)} · {groupName(group)}
    {(low !== best || high !== best) && (
      <span class="faint n">
        {' '}
        <bdi dir="ltr">
          ({low === null ? '?' : written(low)}–{high === null ? '?' : written(high)})
        </bdi>
      </span>
    )}
  </span>
);

/** An incident as a list shows it. */
export const rowOf = (incident: Incident): IncidentRow => ({ ...incident, disputes: incident.disputes.length });

const MOST_RANGES = 2;

/** An incident in a list. */
export const IncidentLine = ({
  incident,
  children,
}: {
  readonly incident: IncidentRow;
  readonly children?: ComponentChildren;
}) => {
  const {
    id,
    type,
    title,
    date,
    place,
    actors,
    targets,
    figures,
    reports,
    independent,
    disputes,
    modality,
    lookAlikes,
  } = incident;
  const t = words.value;
  return (
    <article class="incident-line">
      <div class="incident-line-head">
        <Mark family={familyOf(type)} />
        <h3>
          <a href={href(['incidents', id])} title={uncoveredText(said(title))}>
            {typeName(type)}
            <span class="incident-place">{nameOfPlace(place)}</span>
          </a>
        </h3>
        <span class="incident-date n">
          <bdi>{dateInWords(date)}</bdi>
        </span>
      </div>
      <p class="incident-line-facts">
        {figures.slice(0, MOST_RANGES).map((range) => (
          <Range key={`${range.measure} ${range.group}`} of={range} />
        ))}
        {figures.length > MOST_RANGES && <span class="faint n">+{figures.length - MOST_RANGES}</span>}
        {(actors.length > 0 || targets.length > 0) && (
          <span class="sides">
            {actors.length > 0 && (
              <>
                <span class="faint">{t.incident.by}</span> {listed(actors.map(sideName))}{' '}
              </>
            )}
            {targets.length > 0 && (
              <>
                <span class="faint">{t.incident.against}</span> {listed(targets.map(sideName))}
              </>
            )}
          </span>
        )}
      </p>
      <p class="incident-line-foot faint">
        <span>{t.count.reports(reports)}</span>
        <span>{t.count.roots(independent)}</span>
        {modality !== 'asserted' && <span class="tag warn">{term('modality', modality)}</span>}
        {disputes > 0 && <span class="tag warn">{t.incidents.disputed}</span>}
        {lookAlikes > 0 && <span class="tag">{t.incidents.lookAlike}</span>}
        {children}
      </p>
    </article>
  );
};
