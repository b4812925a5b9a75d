import type { ComponentChildren } from 'preact';
import { axisLabel } from './dates.js';
import { Label } from './Label.js';
import { type Family, familyName } from './naming.js';
import { both, phrase } from './Said.js';
import { Scroll } from './Scroll.js';

const EDGE = 40;

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly family: Family; readonly y: number; readonly count: number }[];
  readonly ticks: readonly { readonly x: number; readonly day: number; readonly unit: 'day' | 'month' | 'year' }[];
}

/** Time from left to right, a lane for each family of types; what stands in the lanes is given. */
export const TimeFrame = ({ of, children }: { readonly of: Frame; readonly children: ComponentChildren }) => (
  <Scroll labelledBy="timeline-title">
    <svg class="timeline" viewBox={`0 0 ${of.width} ${of.height}`}>
      <title>{both(phrase('timelineTitle'))}</title>
      {of.ticks.map(({ x, day, unit }) => (
        <g key={day}>
          <line class="grid" x1={x} x2={x} y1={0} y2={of.height - 22} />
          <Label
            x={x}
            y={of.height - 6}
            anchor={x < EDGE ? 'start' : x > of.width - EDGE ? 'end' : 'middle'}
            class="axis"
            text={axisLabel(day, unit)}
          />
        </g>
      ))}
      {children}
      {of.lanes.map(({ family, y, count }) => {
        const name = familyName(family);
        return (
          <g key={family}>
            <line class="rule" x1={0} x2={of.width} y1={y + 0.5} y2={y + 0.5} />
            <text class="t lane-name" lang="ar" x={of.width} y={y + 14} text-anchor="end">
              {name.ar} {count}
            </text>
            <text class="t lane-name" lang="en" x={0} y={y + 14}>
              {name.en} {count}
            </text>
          </g>
        );
      })}
    </svg>
  </Scroll>
);
