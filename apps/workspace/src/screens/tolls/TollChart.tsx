import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { href } from '../../app/router.js';
import { forward } from '../../app/settings.js';
import { numberOf } from '../../parts/ClaimQuote.js';
import { uncoveredText } from '../../parts/Covered.js';
import { useSize } from '../../parts/useSize.js';
import { axisDate, dateInWords } from '../../words/dates.js';
import { written } from '../../words/plural.js';
import { timeScale } from '../incidents/timeScale.js';
import type { Series, Spot } from './layTolls.js';

const HEIGHT = 190;
const TOP = 22;
const BOTTOM = 24;
const SIDE = 46;
/** Values nearer than this, in pixels, are not both written. */
const ROOM = 34;

/** Counts in time as steps: a number stands until the next one. */
export const TollChart = ({
  series,
  label,
  look,
}: {
  readonly series: readonly Series[];
  readonly label: string;
  readonly look: (spot: Spot | null) => void;
}) => {
  const { element, width } = useSize<HTMLDivElement>();
  const all = series.flatMap(({ spots }) => spots);
  const [first = 0, last = 0] = extent(all, ({ day }) => day);
  const [, most = 1] = extent(all, ({ value }) => value);
  const y = scaleLinear([0, most * 1.08], [HEIGHT - BOTTOM, TOP]).nice(3);
  const span = Math.max(1, last - first);
  const time = timeScale(first - span * 0.02, last + span * 0.04, Math.max(1, width - SIDE - 24), forward());
  const shift = forward() === 1 ? SIDE : 24;
  const x = (day: number) => shift + time.x(day);
  const edge = forward() === 1 ? SIDE - 8 : width - SIDE + 8;
  const named: { x: number; y: number }[] = [];
  const isClear = (at: { x: number; y: number }) => {
    const clear = !named.some((one) => Math.abs(one.x - at.x) < ROOM && Math.abs(one.y - at.y) < 13);
    if (clear) named.push(at);
    return clear;
  };
  return (
    <div class="toll-chart" ref={element}>
      {width > 0 && (
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT}>
          <title>{label}</title>
          {y.ticks(3).map((tick) => (
            <g key={tick}>
              <line class="grid" x1={shift} x2={width - (SIDE + 24 - shift)} y1={y(tick)} y2={y(tick)} />
              <text class="axis" x={edge} y={y(tick) + 4} text-anchor={forward() === 1 ? 'end' : 'start'}>
                {written(tick)}
              </text>
            </g>
          ))}
          {[...new Set([first, last])].map((day) => (
            <text key={day} class="axis" x={x(day)} y={HEIGHT - 6} text-anchor="middle">
              {axisDate(day, span > 400 ? 'month' : 'day')}
            </text>
          ))}
          {series.map(({ toll, depth, spots }) => (
            <g key={toll.id} class={`series depth-${depth}`}>
              <path
                d={spots
                  .map((spot, i) => (i === 0 ? `M${x(spot.day)} ${y(spot.value)}` : `H${x(spot.day)}V${y(spot.value)}`))
                  .join('')}
              />
              {spots.map((spot) => {
                const at = { x: x(spot.day), y: y(spot.value) };
                const { point } = spot;
                return (
                  <a
                    key={point.claim}
                    href={href(['reports', point.report], { claim: point.claim })}
                    aria-label={`${numberOf(point)}, ${dateInWords(point.as_of)}: ${uncoveredText(point.quote)}`}
                    onMouseEnter={() => look(spot)}
                    onMouseLeave={() => look(null)}
                    onFocus={() => look(spot)}
                    onBlur={() => look(null)}
                  >
                    <circle class="reach" cx={at.x} cy={at.y} r={12} />
                    <circle cx={at.x} cy={at.y} r={depth === 0 ? 4.5 : 3.5} />
                    {isClear(at) && (
                      <text class="value" x={at.x} y={at.y - 9} text-anchor="middle">
                        {numberOf(point)}
                      </text>
                    )}
                  </a>
                );
              })}
            </g>
          ))}
        </svg>
      )}
    </div>
  );
};
