import { countries } from '../assets.js';
import { type DrawnMap, drawMap, type Town } from '../map/drawMap.js';
import { incidentsOf, type Mark } from '../map/marks.js';
import { detailOf, extentOf, spotsOf } from '../map/spots.js';
import { sayVeils } from '../policy/veil.js';
import { anchor, type DossierCase } from './dossierCase.js';
import { Label } from './Label.js';
import { withoutMarks } from './naming.js';
import { both, type Phrase, phrase, Say } from './Said.js';
import { Scroll } from './Scroll.js';
import { Section } from './Section.js';

const WIDTH = 1000;
const HEIGHT = 620;
/** Places named in the tip of a mark that stands for many. */
const MOST_NAMES = 6;
const ORIENTATION_KINDS = ['city', 'town'] as const;

const r = (n: number): number => Math.round(n * 10) / 10;

/** Towns of the lexicon for orientation: cities in no smaller area than their country, as most capitals, then others. */
const townsOf = ({ places }: DossierCase): readonly Town[] => {
  const isOfCountry = (parent: string | null): boolean => parent !== null && places.get(parent)?.kind === 'country';
  const rankOf = ({ kind, parent }: { readonly kind: string; readonly parent: string | null }): number =>
    kind === 'city' ? (isOfCountry(parent) ? 2 : 1) : 0;
  return [...places.values()]
    .filter(({ kind, lat, lon }) => ORIENTATION_KINDS.some((k) => k === kind) && lat !== null && lon !== null)
    .sort((a, b) => rankOf(b) - rankOf(a) || (a.name < b.name ? -1 : 1))
    .map(({ name, nameAr, lat, lon }) => ({ name: { ar: withoutMarks(nameAr), en: name }, lat: lat!, lon: lon! }));
};

const Spot = ({ of, mark }: { readonly of: DossierCase; readonly mark: Mark }) => {
  const { spots, count, x, y, radius, halo, precision } = mark;
  const names = spots.slice(0, MOST_NAMES).map(({ place }) => of.name.place(place));
  const title = `${names.map(({ ar }) => ar).join('، ')}: ${count} · ${names.map(({ en }) => en).join(', ')}: ${count}`;
  const places = JSON.stringify(spots.map(({ place }) => place.id));
  const first = incidentsOf(mark).find(({ id }) => of.isShown(id));
  return (
    <a href={first ? `#${anchor('incident', first.id)}` : '#incidents'} class="spot" data-places={places}>
      <title>{sayVeils(title)}</title>
      {halo !== null && <circle class="halo" cx={r(x)} cy={r(y)} r={r(halo)} />}
      {precision === 2 && <circle class="near" cx={r(x)} cy={r(y)} r={r(radius + 3.5)} />}
      <circle class={halo === null ? 'disc' : 'disc of-area'} cx={r(x)} cy={r(y)} r={r(radius)} />
      {radius >= 9 && (
        <text class="spot-count" x={r(x)} y={r(y + 4)} text-anchor="middle">
          {count}
        </text>
      )}
    </a>
  );
};

const Drawing = (props: { readonly of: DossierCase; readonly map: DrawnMap; readonly caption: Phrase | null }) => {
  const { map, of, caption } = props;
  return (
    <figure class="map-figure">
      {caption && (
        <figcaption>
          <Say of={caption} />
        </figcaption>
      )}
      <Scroll labelledBy="map-title">
        <svg class="map" viewBox={`0 0 ${map.width} ${map.height}`}>
          <title>{both(phrase('mapTitle'))}</title>
          <rect class="sea" width={map.width} height={map.height} />
          <g class="countries">
            {map.countries.map((d) => (
              <path key={d} d={d} />
            ))}
          </g>
          <g class="rivers">
            {map.rivers.map((d) => (
              <path key={d} d={d} />
            ))}
          </g>
          <g class="towns">
            {map.towns.map(({ x, y }) => (
              <circle key={`${x} ${y}`} cx={r(x)} cy={r(y)} r={2} />
            ))}
          </g>
          {map.frame && (
            <rect
              class="frame"
              x={r(map.frame.x)}
              y={r(map.frame.y)}
              width={r(map.frame.width)}
              height={r(map.frame.height)}
            />
          )}
          <g class="spots">
            {[...map.marks]
              .sort((a, b) => (b.halo ?? 0) - (a.halo ?? 0))
              .map((mark) => (
                <Spot key={`${mark.x} ${mark.y}`} of={of} mark={mark} />
              ))}
          </g>
          <g class="map-labels">
            {(['ar', 'en'] as const).flatMap((language) =>
              map.labels[language].map(({ kind, x, y, anchor: at, text, size }) => (
                <text
                  key={`${language} ${kind} ${text} ${x}`}
                  class={`t of-${kind}`}
                  lang={language}
                  x={r(x)}
                  y={r(y)}
                  text-anchor={at}
                  font-size={size}
                >
                  {text}
                </text>
              )),
            )}
          </g>
          <g class="scale" transform={`translate(${map.width - 20 - r(map.scale.length)} ${map.height - 16})`}>
            <path d={`M0-5V0H${r(map.scale.length)}V-5`} />
            <Label
              x={r(map.scale.length / 2)}
              y={-6}
              anchor="middle"
              text={{
                ar: `${map.scale.kilometres} ${phrase('kilometres').ar}`,
                en: `${map.scale.kilometres} ${phrase('kilometres').en}`,
              }}
            />
          </g>
        </svg>
      </Scroll>
    </figure>
  );
};

/** Where incidents are said to have happened, drawn from vector data in this page. */
export const CaseMap = ({ of }: { readonly of: DossierCase }) => {
  const { incidents } = of.published.record;
  const spots = spotsOf(incidents);
  const unlocated = incidents.length - spots.reduce((sum, spot) => sum + spot.incidents.length, 0);
  const shared = {
    width: WIDTH,
    countries: countries(),
    spots,
    nameOf: (spot: (typeof spots)[number]) => of.name.place(spot.place),
    towns: townsOf(of),
  };
  const detail = detailOf(spots);
  return (
    <Section id="map" title="mapTitle" note={spots.length > 0 ? 'mapNote' : 'noMap'}>
      {detail && (
        <Drawing
          of={of}
          caption="mapDetail"
          map={drawMap({ ...shared, extent: detail, height: HEIGHT, detail: null })}
        />
      )}
      {spots.length > 0 && (
        <Drawing
          of={of}
          caption={detail ? 'mapOverview' : null}
          map={drawMap({ ...shared, extent: extentOf(spots), height: detail ? 480 : HEIGHT, detail })}
        />
      )}
      {unlocated > 0 && (
        <p class="aside">
          <Say of="unlocated" />: <bdi class="n">{unlocated}</bdi>
        </p>
      )}
    </Section>
  );
};
