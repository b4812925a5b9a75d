import { type DayInterval, formatDays, type Incident, knownDays } from '@isnad/model';
import { max, min } from 'd3-array';
import { dateInWords } from './dates.js';
import type { DossierCase } from './dossierCase.js';
import { Both, Say, Text } from './Said.js';

const periodOf = (incidents: readonly Incident[]): DayInterval | null => {
  const days = incidents.flatMap(({ date }) => knownDays(date) ?? []);
  const first = min(days, (day) => day.first ?? day.last);
  const last = max(days, (day) => day.last ?? day.first);
  return first === undefined || last === undefined ? null : { first, last };
};

/** Title, what the case is, and the numbers that say how much it covers. */
export const Masthead = ({ of }: { readonly of: DossierCase }) => {
  const { record, asOf } = of.published;
  const period = periodOf(record.incidents);
  const outlets = new Set(record.reports.flatMap(({ outlet }) => outlet ?? []));
  const roots = new Set(record.incidents.flatMap((incident) => incident.roots));
  const numbers = [
    ['reports', record.reports.length],
    ['outlets', outlets.size],
    ['roots', roots.size],
    ['claims', record.claims.length],
    ['incidents', record.incidents.length],
    ['disputesCount', record.disputes.length],
  ] as const;
  return (
    <header class="masthead" id="top">
      <p class="kicker">
        <Say of="dossier" />
      </p>
      <h1>
        <bdi>
          <Text text={record.case} />
        </bdi>
      </h1>
      <p class="lede">
        <Say of="lede" />
      </p>
      <dl class="numbers">
        {numbers.map(([key, n]) => (
          <div key={key}>
            <dd class="n">{n.toLocaleString('en-US')}</dd>
            <dt>
              <Say of={key} />
            </dt>
          </div>
        ))}
      </dl>
      <p class="line period">
        <span>
          <i>
            <Say of="period" />
          </i>{' '}
          {period ? <Both {...dateInWords(formatDays(period))} /> : <Say of="unknownPeriod" />}
        </span>
        <span>
          <i>
            <Say of="asOf" />
          </i>{' '}
          <Both {...dateInWords(asOf)} />
        </span>
      </p>
    </header>
  );
};
