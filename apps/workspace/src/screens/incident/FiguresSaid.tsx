import type { Incident } from '@isnad/client';
import { href } from '../../app/router.js';
import { numberOf } from '../../parts/ClaimQuote.js';
import { dateInWords } from '../../words/dates.js';
import { groupName, measureName, sourceName } from '../../words/names.js';
import { written } from '../../words/plural.js';
import { words } from '../../words/words.js';

type Figure = Incident['figures'][number];
type Saying = Figure['said'][number];

const WIDTH = 240;
const HEIGHT = 18;

/** Every number that is said, on a line from 0 to the largest: what agrees lies together. */
const Spread = ({ of: { low, best, high, said } }: { readonly of: Figure }) => {
  const numbers = said.flatMap(({ min, max }) => [min, max]).filter((number) => number !== null);
  const most = Math.max(1, high ?? 0, best ?? 0, ...numbers);
  const x = (number: number) => 6 + (number / most) * (WIDTH - 12);
  return (
    <svg class="spread mirrored" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line class="spread-axis" x1={6} x2={WIDTH - 6} y1={9} y2={9} />
      {low !== null && high !== null && low !== high && (
        <line class="spread-range" x1={x(low)} x2={x(high)} y1={9} y2={9} />
      )}
      {said.map(({ claim, min, max }) => {
        const at = min ?? max;
        return at === null ? null : <circle key={claim} class="spread-said" cx={x(at)} cy={9} r={3.2} />;
      })}
      {best !== null && <circle class="spread-best" cx={x(best)} cy={9} r={5} />}
    </svg>
  );
};

/** Whether there is anything to compare. */
const isSpread = ({ low, high, said }: Figure): boolean =>
  said.length > 1 && (low !== high || new Set(said.map(({ min, max }) => `${min} ${max}`)).size > 1);

const SayingRow = ({ of: { claim, report, outlet, root, published, ...number } }: { readonly of: Saying }) => (
  <tr>
    <td class="count saying-number">
      <bdi>{numberOf(number)}</bdi>
    </td>
    <td>
      <bdi>{sourceName(root)}</bdi>
      {outlet !== null && sourceName(root) !== outlet && (
        <span class="faint">
          {' '}
          · <bdi>{outlet}</bdi>
        </span>
      )}
    </td>
    <td class="soft saying-date">{dateInWords(published)}</td>
    <td class="to-words">
      <a href={href(['reports', report], { claim })}>{words.value.incident.inReport}</a>
    </td>
  </tr>
);

/** The figures of an incident: low, best and high, and what each source says. */
export const FiguresSaid = ({ figures }: { readonly figures: readonly Figure[] }) => {
  const { incident } = words.value;
  if (figures.length === 0) return <p class="soft">{incident.noFigures}</p>;
  const bound = (label: string, number: number | null) => (
    <span>
      <span class="faint">{label}</span> <b class="n">{number === null ? '?' : written(number)}</b>
    </span>
  );
  return (
    <ul class="figures">
      {figures.map((figure) => {
        const { measure, group, low, best, high, said } = figure;
        return (
          <li key={`${measure} ${group}`} class={`figure ${measure === 'killed' ? 'is-killed' : ''}`}>
            <div class="figure-head">
              <span class="figure-best n">{best === null ? '?' : written(best)}</span>
              <h3>
                {measureName(measure)} · {groupName(group)}
              </h3>
              {(low !== best || high !== best) && (
                <p class="row small">
                  {bound(incident.low, low)}
                  {bound(incident.best, best)}
                  {bound(incident.high, high)}
                </p>
              )}
              {isSpread(figure) && <Spread of={figure} />}
            </div>
            <table>
              <thead class="unseen">
                <tr>
                  <th scope="col">{incident.number}</th>
                  <th scope="col">{incident.saidBy}</th>
                  <th scope="col">{incident.published}</th>
                  <th scope="col">{incident.inReport}</th>
                </tr>
              </thead>
              <tbody>
                {said.map((one) => (
                  <SayingRow key={one.claim} of={one} />
                ))}
              </tbody>
            </table>
          </li>
        );
      })}
    </ul>
  );
};
