import { href } from '../../app/router.js';
import { axisDate, dateInWords, isoOf } from '../../words/dates.js';
import { nameOfPlace, sideName, term } from '../../words/names.js';
import { words } from '../../words/words.js';
import { axisTicks } from '../incidents/timeScale.js';
import { type Bar, barsOf, type Ledger } from './holding.js';

/** Pixels that the axis is taken to be wide when its dates are chosen; it stretches with the page. */
const AXIS_WIDTH = 460;

const lookOf = ({ span: { status, assessed }, opensBefore, opensAfter }: Bar): string =>
  [
    'hold',
    assessed ? 'is-assessed' : 'is-claimed',
    `is-${status}`,
    opensBefore ? 'opens-before' : '',
    opensAfter ? 'opens-after' : '',
  ].join(' ');

const HoldBar = ({ bar, colour }: { readonly bar: Bar; readonly colour: number }) => {
  const { span, start, length, row } = bar;
  const { places: t } = words.value;
  const holder = span.holder === null ? '–' : sideName(span.holder);
  const told = `${holder}: ${term('status', span.status)}, ${term('part', span.part)}. ${dateInWords(`${span.from ?? '..'}/${span.to ?? '..'}`)}. ${span.assessed ? t.assessed : t.claimed}`;
  return (
    <li
      class={`${lookOf(bar)} h-${colour}`}
      style={{
        insetInlineStart: `${start * 100}%`,
        inlineSize: `${length * 100}%`,
        insetBlockStart: `${row * 1.7 + 0.2}rem`,
      }}
      title={told}
    >
      <span aria-hidden="true">
        {holder} <i>{term('status', span.status)}</i>
      </span>
      <span class="unseen">{told}</span>
    </li>
  );
};

/** Who is said to have held which place, in time. */
export const ControlBars = (props: {
  readonly ledgers: readonly Ledger[];
  readonly first: number;
  readonly last: number;
  readonly day: number | null;
  readonly colourOf: (holder: string | null) => number;
}) => {
  const { ledgers, first, last, day, colourOf } = props;
  const share = (at: number) => `${((at - first) / Math.max(1, last + 1 - first)) * 100}%`;
  return (
    <div class="control">
      <div class="control-row control-axis" aria-hidden="true">
        <span />
        <div class="track">
          {axisTicks(first, last, AXIS_WIDTH).map(({ day: at, unit }) => (
            <span key={at} class="control-tick n" style={{ insetInlineStart: share(at) }}>
              {axisDate(at, unit)}
            </span>
          ))}
        </div>
      </div>
      {ledgers.map(({ place, spans }) => {
        const bars = barsOf(spans, first, last);
        const rows = Math.max(1, ...bars.map(({ row }) => row + 1));
        return (
          <div key={place.id} class="control-row">
            <h3>
              <a href={href(['places', place.id])}>{nameOfPlace(place)}</a>
            </h3>
            <ul class="track" style={{ blockSize: `${rows * 1.7 + 0.3}rem` }}>
              {bars.map((bar, i) => (
                <HoldBar
                  key={`${bar.span.from} ${bar.span.holder} ${i}`}
                  bar={bar}
                  colour={colourOf(bar.span.holder)}
                />
              ))}
              {day !== null && (
                <li
                  class="control-day"
                  aria-hidden="true"
                  style={{ insetInlineStart: share(day) }}
                  title={isoOf(day)}
                />
              )}
            </ul>
          </div>
        );
      })}
    </div>
  );
};
