import type { Control } from '@isnad/client';
import { useMemo } from 'preact/hooks';
import { go, href, params, setQuery } from '../../app/router.js';
import { worldX, worldY } from '../../map/camera.js';
import type { Mark, Spot } from '../../map/cluster.js';
import { MapView } from '../../map/MapView.js';
import { dateInWords, dayOf, isoOf } from '../../words/dates.js';
import { listed, placeName, sideName } from '../../words/names.js';
import { words } from '../../words/words.js';
import { ControlBars } from './ControlBars.js';
import { type Holding, holdingOn } from './holding.js';

const COLOURS = 6;
const NOBODY = 6;
const DISC = 12;

/** Who is said to hold what on one day, on the map and in time. */
export const ControlView = ({ of }: { readonly of: Control }) => {
  const { places: t } = words.value;
  const first = dayOf(of.days.first ?? '2000-01-01');
  const last = dayOf(of.days.last ?? '2000-01-01');
  const asked = params.value.get('on');
  const day = asked && /^\d{4}-\d\d-\d\d$/.test(asked) ? Math.max(first, Math.min(last, dayOf(asked))) : last;
  const order = useMemo(() => new Map(of.holders.map(({ holder }, i) => [holder, i % COLOURS])), [of]);
  const colourOf = (holder: string | null) => (holder === null ? NOBODY : (order.get(holder) ?? NOBODY));
  const holdings = useMemo(
    () => new Map(of.ledgers.map((ledger) => [ledger.place.id, holdingOn(ledger, day)] as const)),
    [of, day],
  );
  const spots = useMemo(
    () =>
      [...holdings.values()].flatMap(({ ledger: { place }, holders }): Spot[] =>
        place.lat === null || place.lon === null || holders.length === 0
          ? []
          : [
              {
                id: place.id,
                x: worldX(place.lon),
                y: worldY(place.lat),
                precision: place.precision ?? 2,
                count: DISC,
                tone: holders[0] ?? null,
              },
            ],
      ),
    [holdings],
  );
  const of1 = (mark: Mark): Holding | undefined => holdings.get(mark.spots[0]!.id);
  const lookOf = useMemo(
    () => (mark: Mark) => {
      const own = mark.spots.map(({ id }) => holdings.get(id)!);
      if (own.some(({ isContested }) => isContested)) return 'striped' as const;
      return own.every(({ isAssessed }) => isAssessed) ? ('full' as const) : ('hollow' as const);
    },
    [holdings],
  );
  const toneColour = useMemo(
    () => (tone: string | null) => `h${tone === null ? NOBODY : (order.get(tone) ?? NOBODY)}`,
    [order],
  );
  const show = (to: number) => setQuery({ on: isoOf(Math.max(first, Math.min(last, to))) });
  return (
    <>
      <div class="control-map">
        <MapView
          label={t.control}
          spots={spots}
          toneColour={toneColour}
          lookOf={lookOf}
          counted={false}
          describe={(mark) =>
            `${listed(mark.spots.map(({ id }) => placeName(id)))}: ${listed((of1(mark)?.holders ?? []).map(sideName))}${of1(mark)?.isContested ? ` (${t.contested})` : ''}`
          }
          choose={(mark) => go(href(['places', mark.spots[0]!.id]))}
        />
      </div>
      <div class="control-slider row">
        <button type="button" class="button" onClick={() => show(day - 7)} disabled={day <= first}>
          {t.earlier}
        </button>
        <input
          type="range"
          min={first}
          max={last}
          value={day}
          aria-label={t.slider}
          aria-valuetext={dateInWords(isoOf(day))}
          onInput={({ currentTarget: { value } }) => show(Number(value))}
        />
        <button type="button" class="button" onClick={() => show(day + 7)} disabled={day >= last}>
          {t.later}
        </button>
        <output class="strong n">{dateInWords(isoOf(day))}</output>
      </div>
      <ul class="row small legend">
        {of.holders.map(({ holder }) => (
          <li key={holder} class={`row h-${colourOf(holder)}`}>
            <span class="swatch" /> {sideName(holder)}
          </li>
        ))}
        <li class="row">
          <span class="swatch is-striped" /> {t.contested}
        </li>
        <li class="row">
          <span class="swatch is-hollow" /> {t.claimed}
        </li>
      </ul>
      <h3 class="control-title">{t.chart}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="scroll" tabIndex={0} aria-label={t.chart}>
        <ControlBars
          ledgers={of.ledgers}
          first={first}
          last={last + Math.ceil((last - first) * 0.06)}
          day={day}
          colourOf={colourOf}
        />
      </section>
    </>
  );
};
