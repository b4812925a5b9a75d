import type { Incident } from '@isnad/model';
import { knownDays } from '@isnad/model';
import { sayVeils } from '../policy/veil.js';
import { dateInWords } from './dates.js';
import { anchor, type DossierCase } from './dossierCase.js';
import { IncidentLink } from './IncidentLink.js';
import { Mark } from './Mark.js';
import { Say } from './Said.js';
import { Section } from './Section.js';
import { TimeFrame } from './TimeFrame.js';
import { layOutDensity } from './timelineDensity.js';
import { layOutTimeline, type Placed } from './timelineLayout.js';
import { MOST } from './weightiest.js';

const WIDTH = 1000;
/** Longer spans are drawn thin: they say little about when. */
const LONG = 120;
/** Above this many incidents marks would hide each other. */
const MOST_MARKS = 1_500;

const plain = ({ title, date }: Incident): string => {
  const when = dateInWords(date);
  return `${title.ar} (${when.ar}) · ${title.en} (${when.en})`;
};

const One = ({ incident, family, x0, x1, y, opensLeft, opensRight, isApproximate }: Placed) => (
  <a href={`#${anchor('incident', incident.id)}`} class={`tick f-${family}`} tabIndex={-1}>
    <title>{sayVeils(plain(incident))}</title>
    {x1 - x0 > 1 && (
      <line
        x1={x0}
        x2={x1}
        y1={y}
        y2={y}
        class={`span ${x1 - x0 > LONG ? 'long' : ''} ${isApproximate ? 'about' : ''}`}
        {...(opensLeft || opensRight ? { 'stroke-dasharray': '1 3' } : {})}
      />
    )}
    <Mark family={family} x={opensLeft ? x1 : opensRight ? x0 : (x0 + x1) / 2} y={y} />
  </a>
);

const Apart = (props: {
  readonly of: DossierCase;
  readonly incidents: readonly Incident[];
  readonly label: 'undated' | 'outsideTimeline';
}) =>
  props.incidents.length === 0 ? null : (
    <details class="apart">
      <summary>
        <Say of={props.label} /> <bdi class="n">{props.incidents.length}</bdi>
      </summary>
      <ul class="links">
        {props.incidents.slice(0, MOST.rows).map((incident) => (
          <li key={incident.id}>
            <IncidentLink of={props.of} incident={incident} />
          </li>
        ))}
      </ul>
    </details>
  );

const Marks = ({ of, incidents }: { readonly of: DossierCase; readonly incidents: readonly Incident[] }) => {
  const layout = layOutTimeline(incidents, WIDTH, of.name);
  if (!layout) return <Apart of={of} incidents={incidents} label="undated" />;
  return (
    <>
      <TimeFrame of={layout}>
        {layout.placed.map((one) => (
          <One key={one.incident.id} {...one} />
        ))}
      </TimeFrame>
      <Apart of={of} incidents={layout.undated} label="undated" />
      <Apart of={of} incidents={layout.outside} label="outsideTimeline" />
    </>
  );
};

const Bars = ({ of, incidents }: { readonly of: DossierCase; readonly incidents: readonly Incident[] }) => {
  const layout = layOutDensity(incidents, WIDTH, of.name);
  const undated = incidents.filter(({ date }) => knownDays(date) === null);
  return (
    <>
      {layout && (
        <TimeFrame of={layout}>
          {layout.lanes.flatMap(({ family, y, height, bars }) =>
            bars.map((bar) => (
              <rect
                key={`${family} ${bar.x}`}
                class={`density f-${family}`}
                x={bar.x.toFixed(1)}
                y={(y + height - bar.height).toFixed(1)}
                width={bar.width.toFixed(1)}
                height={bar.height.toFixed(1)}
              />
            )),
          )}
        </TimeFrame>
      )}
      <Apart of={of} incidents={undated} label="undated" />
    </>
  );
};

/** Incidents in time: a mark each, or counted in bars where there are too many. */
export const Timeline = ({ of }: { readonly of: DossierCase }) => {
  const { incidents } = of.published.record;
  const areMany = incidents.length > MOST_MARKS;
  return (
    <Section id="timeline" title="timelineTitle" note={areMany ? 'densityNote' : 'timelineNote'}>
      {areMany ? <Bars of={of} incidents={incidents} /> : <Marks of={of} incidents={incidents} />}
    </Section>
  );
};
