import type { Timeline as Bins, IncidentFilterInput } from '@isnad/client';
import { useRef, useState } from 'preact/hooks';
import { useAsk } from '../../app/ask.js';
import { setQuery } from '../../app/router.js';
import { forward } from '../../app/settings.js';
import { useSize } from '../../parts/useSize.js';
import { axisDate, dateInWords, dayOf, isoOf } from '../../words/dates.js';
import { written } from '../../words/plural.js';
import { words } from '../../words/words.js';
import { without } from './filter.js';
import { axisTicks, timeScale } from './timeScale.js';

const AXIS = 20;

type Range = readonly [number, number];

const Bars = ({
  bins,
  x,
  height,
  range,
}: {
  readonly bins: Bins['bins'];
  readonly x: (day: number) => number;
  readonly height: number;
  readonly range: Range;
}) => {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const tall = (count: number) => (count / most) * (height - AXIS - 4);
  return (
    <>
      {bins.map(({ from, to, count, vague }) => {
        const [first, last] = [dayOf(from), dayOf(to) + 1];
        const [a, b] = [x(first), x(last)];
        const [left, width] = [Math.min(a, b), Math.max(1, Math.abs(b - a) - 1)];
        const isOut = last <= range[0] || first > range[1];
        const base = height - AXIS;
        return (
          <g key={from} class={isOut ? 'is-out' : ''}>
            <title>{`${dateInWords(from === to ? from : `${from}/${to}`)}: ${words.value.count.incidents(count)}${vague > 0 ? `, ${written(vague)} ${words.value.incidents.vague}` : ''}`}</title>
            <rect
              class={`bin ${isOut ? 'is-out' : ''}`}
              x={left}
              width={width}
              y={base - tall(count - vague)}
              height={tall(count - vague)}
            />
            <rect
              class={`bin is-vague ${isOut ? 'is-out' : ''}`}
              x={left}
              width={width}
              y={base - tall(count)}
              height={tall(vague)}
            />
          </g>
        );
      })}
    </>
  );
};

/** One end of the stretch that is shown: a slider that arrows move by a day, page keys by thirty. */
const Handle = (props: {
  readonly label: string;
  readonly day: number;
  readonly least: number;
  readonly most: number;
  readonly at: number;
  readonly dayAt: (clientX: number) => number;
  readonly drag: (day: number) => void;
  readonly drop: (day: number) => void;
}) => {
  const { label, day, least, most, at, dayAt, drag, drop } = props;
  const clamp = (to: number) => Math.max(least, Math.min(most, to));
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -forward(),
    ArrowRight: forward(),
    ArrowUp: 1,
    ArrowDown: -1,
    PageUp: 30,
    PageDown: -30,
    Home: least - day,
    End: most - day,
  };
  return (
    <button
      type="button"
      role="slider"
      class="brush-handle"
      style={{ insetInlineStart: `${at}px` }}
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={day}
      aria-valuetext={dateInWords(isoOf(day))}
      onKeyDown={(event) => {
        const by = steps[event.key];
        if (by === undefined) return;
        event.preventDefault();
        drop(clamp(day + by));
      }}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) =>
        event.currentTarget.hasPointerCapture(event.pointerId) && drag(clamp(dayAt(event.clientX)))
      }
      onPointerUp={(event) => drop(clamp(dayAt(event.clientX)))}
    />
  );
};

/** Incidents by time, and the stretch of time that is shown; mirrored where reading goes to the left. */
export const Timeline = ({ filter }: { readonly filter: IncidentFilterInput }) => {
  const { value } = useAsk('incidentTimeline', { query: without(filter, 'from', 'to') });
  const { element, width, height } = useSize<HTMLDivElement>();
  const [held, setHeld] = useState<Range | null>(null);
  const pressed = useRef<number | null>(null);
  const { incidents } = words.value;
  const bins = value?.bins ?? [];
  const first = bins[0] ? dayOf(bins[0].from) : 0;
  const last = bins.length > 0 ? dayOf(bins.at(-1)!.to) : 1;
  const chosen: Range = [filter.from ? dayOf(filter.from) : first, filter.to ? dayOf(filter.to) : last];
  const [from, to] = held ?? chosen;
  const scale = timeScale(first, last + 1, width, forward());
  // Handles are placed from the side where reading begins.
  const fromStart = (day: number) => (forward() === 1 ? scale.x(day) : width - scale.x(day));
  const clampDay = (day: number) => Math.max(first, Math.min(last, day));
  const dayAt = (clientX: number) => Math.floor(scale.day(clientX - element.current!.getBoundingClientRect().left));
  const commit = ([start, end]: Range): void => {
    setHeld(null);
    const [a, b] = start <= end ? [start, end] : [end, start];
    setQuery({ from: a <= first ? null : isoOf(a), to: b >= last ? null : isoOf(b) });
  };
  const date = (name: 'from' | 'to', label: string) => (
    <label class="row">
      {label}
      <input
        type="date"
        class="field"
        value={filter[name] ?? ''}
        min={isoOf(first)}
        max={isoOf(last)}
        onChange={({ currentTarget: { value: day } }) => setQuery({ [name]: day })}
      />
    </label>
  );
  return (
    <section class="timeline" aria-label={incidents.timeline}>
      <div class="timeline-head row soft">
        {date('from', incidents.from)}
        {date('to', incidents.to)}
        {(filter.from ?? filter.to) && (
          <button type="button" class="button quiet" onClick={() => setQuery({ from: null, to: null })}>
            {incidents.clearDates}
          </button>
        )}
        {value && value.undated > 0 && (
          <span>
            {words.value.undated}: <span class="n">{written(value.undated)}</span>
          </span>
        )}
      </div>
      <div
        class="timeline-track"
        ref={element}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          pressed.current = clampDay(dayAt(event.clientX));
        }}
        onPointerMove={(event) => {
          if (pressed.current === null) return;
          const day = clampDay(dayAt(event.clientX));
          setHeld([Math.min(pressed.current, day), Math.max(pressed.current, day)]);
        }}
        onPointerUp={(event) => {
          if (pressed.current !== null && held) commit([pressed.current, clampDay(dayAt(event.clientX))]);
          pressed.current = null;
        }}
      >
        {width > 0 && bins.length > 0 && (
          <>
            <svg
              viewBox={`0 0 ${width} ${height}`}
              role="img"
              aria-label={`${incidents.timeline}: ${dateInWords(`${isoOf(from)}/${isoOf(to)}`)}`}
            >
              <rect
                class="brush"
                x={Math.min(scale.x(from), scale.x(to + 1))}
                width={Math.abs(scale.x(to + 1) - scale.x(from))}
                y={0}
                height={height - AXIS}
              />
              <Bars bins={bins} x={scale.x} height={height} range={[from, to]} />
              <line class="timeline-axis" x1={0} x2={width} y1={height - AXIS} y2={height - AXIS} />
              {axisTicks(first, last, width).map(({ day, unit }) => (
                <text key={day} x={scale.x(day)} y={height - 5} text-anchor="middle">
                  {axisDate(day, unit)}
                </text>
              ))}
            </svg>
            <Handle
              label={incidents.brushFrom}
              day={from}
              least={first}
              most={to}
              at={fromStart(from)}
              dayAt={dayAt}
              drag={(day) => setHeld([day, to])}
              drop={(day) => commit([day, to])}
            />
            <Handle
              label={incidents.brushTo}
              day={to}
              least={from}
              most={last}
              at={fromStart(to + 1)}
              dayAt={dayAt}
              drag={(day) => setHeld([from, day])}
              drop={(day) => commit([from, day])}
            />
          </>
        )}
      </div>
    </section>
  );
};
