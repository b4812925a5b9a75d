import type { Incident } from '@isnad/model';
import { sayVeils } from '../policy/veil.js';
import { axisLabel, dateInWords } from './dates.js';
import { anchor, type DossierCase } from './dossierCase.js';
import { Label } from './Label.js';
import { Mark } from './Mark.js';
import { familyName } from './naming.js';
import { both, Composed, phrase, Say } from './Said.js';
import { Scroll } from './Scroll.js';
import { Section } from './Section.js';
import { layOutTimeline, type Placed } from './timelineLayout.js';

const WIDTH = 1000;
/** Longer spans are drawn thin: they say little about when. */
const LONG = 120;

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

const Apart = ({ of, label }: { readonly of: readonly Incident[]; readonly label: 'undated' | 'outsideTimeline' }) =>
  of.length === 0 ? null : (
    <details class="apart">
      <summary>
        <Say of={label} /> <bdi class="n">{of.length}</bdi>
      </summary>
      <ul class="links">
        {of.map((incident) => (
          <li key={incident.id}>
            <a href={`#${anchor('incident', incident.id)}`}>
              <Composed {...incident.title} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  );

/** Incidents in time: a lane for each family of types. */
export const Timeline = ({ of }: { readonly of: DossierCase }) => {
  const { incidents } = of.published.record;
  const layout = layOutTimeline(incidents, WIDTH);
  return (
    <Section id="timeline" title="timelineTitle" note="timelineNote">
      {layout && (
        <Scroll labelledBy="timeline-title">
          <svg class="timeline" viewBox={`0 0 ${layout.width} ${layout.height}`}>
            <title>{both(phrase('timelineTitle'))}</title>
            {layout.ticks.map(({ x, day, unit }) => (
              <g key={day}>
                <line class="grid" x1={x} x2={x} y1={0} y2={layout.height - 22} />
                <Label x={x} y={layout.height - 6} anchor="middle" class="axis" text={axisLabel(day, unit)} />
              </g>
            ))}
            {layout.lanes.map(({ family, y, count }) => {
              const name = familyName(family);
              return (
                <g key={family} class="lane">
                  <line class="rule" x1={0} x2={layout.width} y1={y + 0.5} y2={y + 0.5} />
                  <text class="t lane-name" lang="ar" x={layout.width} y={y + 14} text-anchor="end">
                    {name.ar} {count}
                  </text>
                  <text class="t lane-name" lang="en" x={0} y={y + 14}>
                    {name.en} {count}
                  </text>
                </g>
              );
            })}
            {layout.placed.map((one) => (
              <One key={one.incident.id} {...one} />
            ))}
          </svg>
        </Scroll>
      )}
      <Apart of={layout?.undated ?? incidents} label="undated" />
      <Apart of={layout?.outside ?? []} label="outsideTimeline" />
    </Section>
  );
};
