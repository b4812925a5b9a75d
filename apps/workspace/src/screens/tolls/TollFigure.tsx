import type { Toll } from '@isnad/client';
import { useState } from 'preact/hooks';
import { href } from '../../app/router.js';
import { numberOf } from '../../parts/ClaimQuote.js';
import { Covered } from '../../parts/Covered.js';
import { Finding } from '../../parts/Finding.js';
import { dateInWords } from '../../words/dates.js';
import { groupName, measureName, sourceName, term } from '../../words/names.js';
import { said, words } from '../../words/words.js';
import { type Series, type Spot, seriesOf } from './layTolls.js';
import { TollChart } from './TollChart.js';

const Checks = ({ checks }: { readonly checks: Toll['checks'] }) => {
  const { tolls: t } = words.value;
  const failed = checks.filter(({ ok }) => !ok);
  if (checks.length === 0) return null;
  if (failed.length === 0) return <p class="small soft">✓ {t.passes}</p>;
  return (
    <ul class="findings">
      {failed.map((one) => (
        <Finding key={one.id} of={{ ...one, name: term('check', one.kind) }} />
      ))}
    </ul>
  );
};

const Points = ({ series }: { readonly series: readonly Series[] }) => {
  const { tolls: t, incident } = words.value;
  return (
    <details>
      <summary>{t.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="scroll" tabIndex={0} aria-label={t.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.point}</th>
              <th scope="col" class="count">
                {t.number}
              </th>
              <th scope="col">{t.group}</th>
              <th scope="col">{t.words}</th>
            </tr>
          </thead>
          <tbody>
            {series.flatMap(({ toll }) =>
              toll.points.map((point) => (
                <tr key={point.claim}>
                  <td class="nowrap">{dateInWords(point.as_of)}</td>
                  <td class="count strong">{numberOf(point)}</td>
                  <td>{groupName(toll.group)}</td>
                  <td>
                    <a href={href(['reports', point.report], { claim: point.claim })}>
                      <bdi>
                        <Covered text={point.quote.replace(/\s+/g, ' ')} />
                      </bdi>
                    </a>
                    {point.outlet && (
                      <span class="faint">
                        {' '}
                        · <bdi>{point.outlet}</bdi>
                      </span>
                    )}
                    <span class="unseen"> {incident.inReport}</span>
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </details>
  );
};

const lastOf = ({ points }: Toll): string => (points.length > 0 ? numberOf(points.at(-1)!) : '?');

/** A running count of one source with the counts that are parts of it. */
export const TollFigure = ({ toll, all }: { readonly toll: Toll; readonly all: ReadonlyMap<string, Toll> }) => {
  const [looked, look] = useState<Spot | null>(null);
  const { tolls: t, comma } = words.value;
  const series = seriesOf(toll, all);
  const name = `${measureName(toll.measure)} · ${groupName(toll.group)}`;
  const drawn = series.filter(({ spots }) => spots.length > 0);
  const hasSteps = drawn.some(({ spots }) => spots.length > 1);
  const alone = hasSteps ? null : (drawn[0]?.spots[0] ?? null);
  return (
    <figure class="toll">
      <figcaption class="toll-head">
        <h2>{name}</h2>
        <span class="toll-value n">{lastOf(toll)}</span>
        <p class="small soft">
          {[
            sourceName(toll.source),
            toll.from || toll.to ? `${t.from} ${dateInWords(toll.from ?? toll.to)}` : null,
            toll.areaName ? `${t.inRegion} ${said(toll.areaName)}` : null,
          ]
            .filter((part) => part !== null)
            .join(comma)}
        </p>
      </figcaption>
      {hasSteps && <TollChart series={drawn} label={name} look={look} />}
      {(looked ?? alone) ? (
        <p class="toll-said small" dir="auto">
          <Covered text={(looked ?? alone)!.point.quote.replace(/\s+/g, ' ')} />
        </p>
      ) : (
        hasSteps && <p class="toll-said small faint">{t.hover}</p>
      )}
      {series.length > 1 && (
        <ul class="toll-parts">
          {series.slice(1).map(({ toll: part, depth }) => (
            <li key={part.id} class={`depth-${depth}`}>
              <span>{groupName(part.group)}</span>
              <span class="faint">{measureName(part.measure)}</span>
              <b class="n">{lastOf(part)}</b>
            </li>
          ))}
        </ul>
      )}
      <Checks checks={series.flatMap((one) => one.toll.checks)} />
      <Points series={series} />
    </figure>
  );
};
