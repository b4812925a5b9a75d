import type { Bilingual, ControlSpan } from '@isnad/model';
import { textWidth } from '../map/placeLabels.js';
import { ClaimLink } from './ClaimLink.js';
import { type Bar, layOutControl } from './controlLayout.js';
import { axisLabel, dateInWords } from './dates.js';
import type { DossierCase } from './dossierCase.js';
import { term } from './naming.js';
import { Both, Composed, phrase, Say } from './Said.js';
import { Scroll } from './Scroll.js';
import { Section } from './Section.js';
import { ShownOnly } from './ShownOnly.js';
import { MOST } from './weightiest.js';

const COLOURS = 6;
/** Of a track some 780 pixels wide. */
const TRACK_PER_PERCENT = 7.8;
const NAME_SIZE = 12;
const NAME_PADDING = 14;

const holderName = (of: DossierCase, holder: string | null) =>
  holder === null ? phrase('unknownHolder') : of.name.actor(holder);

/** Whether a name can be read in its bar; the bar's tip and the table say it in any case. */
const fits = ({ width }: Bar, { ar, en }: Bilingual): boolean =>
  width * TRACK_PER_PERCENT > Math.max(textWidth(ar, NAME_SIZE), textWidth(en, NAME_SIZE)) + NAME_PADDING;

const sentence = (of: DossierCase, span: ControlSpan): string => {
  const holder = holderName(of, span.holder);
  const status = term('status', span.status);
  const [from, to] = [dateInWords(span.from), dateInWords(span.to)];
  return (['ar', 'en'] as const)
    .map((l) => `${holder[l]}, ${status[l]}: ${span.from === null ? '…' : from[l]} – ${span.to === null ? '…' : to[l]}`)
    .join(' · ');
};

const classes = (bar: Bar, holders: readonly string[]): string =>
  [
    'hold',
    bar.span.status,
    bar.span.assessed ? 'assessed' : 'claimed',
    bar.span.part === 'whole' ? '' : 'partial',
    bar.opensLeft ? 'opens-left' : '',
    bar.opensRight ? 'opens-right' : '',
    bar.span.holder === null ? 'h-none' : `h-${Math.min(holders.indexOf(bar.span.holder), COLOURS)}`,
  ]
    .filter(Boolean)
    .join(' ');

const Table = ({ of }: { readonly of: DossierCase }) => (
  <details class="evidence">
    <summary>
      <Say of="controlTable" />
    </summary>
    <Scroll labelledBy="control-title">
      <table>
        <thead>
          <tr>
            {(['place', 'holder', 'state', 'from', 'to', 'claims'] as const).map((head) => (
              <th key={head} scope="col">
                <Say of={head} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.published.record.control.flatMap(({ place, spans }) =>
            spans.map((span, i) => (
              <tr key={`${place.id} ${i}`}>
                <th scope="row">
                  <Composed {...of.name.place(place)} />
                </th>
                <td>
                  <Both {...holderName(of, span.holder)} />
                </td>
                <td>
                  <Both {...term('status', span.status)} />
                  {span.part !== 'whole' && (
                    <>
                      {' '}
                      (<Both {...term('part', span.part)} />)
                    </>
                  )}
                  , <Say of={span.assessed ? 'assessed' : 'claimed'} />
                </td>
                <td>{span.from === null ? '…' : <Both {...dateInWords(span.from)} />}</td>
                <td>{span.to === null ? '…' : <Both {...dateInWords(span.to)} />}</td>
                <td>
                  {span.claims.map((id) => (
                    <>
                      <ClaimLink key={id} of={of} id={id} />{' '}
                    </>
                  ))}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Scroll>
  </details>
);

/** Who is said to have held which place, as bars in time. */
export const Control = ({ of }: { readonly of: DossierCase }) => {
  const { rows: all, ticks, holders } = layOutControl(of.published.record.control);
  const rows = all.slice(0, MOST.places);
  if (rows.length === 0)
    return (
      <Section id="control" title="controlTitle">
        <p class="aside">
          <Say of="none" />
        </p>
      </Section>
    );
  return (
    <Section id="control" title="controlTitle" note="controlNote">
      <ul class="legend">
        {holders.map((holder, i) => (
          <li key={holder}>
            <span class={`swatch h-${Math.min(i, COLOURS)}`} />
            <Both {...of.name.actor(holder)} />
          </li>
        ))}
      </ul>
      <Scroll labelledBy="control-title">
        <div class="control-chart">
          <div class="control-row control-axis" aria-hidden="true">
            <span class="control-place" />
            <span class="track" dir="ltr">
              {ticks.map(({ left, day, unit }) => (
                <span key={day} class="control-tick" style={`left:${left.toFixed(2)}%`}>
                  <Both {...axisLabel(day, unit)} />
                </span>
              ))}
            </span>
          </div>
          {rows.map(({ ledger, bars, rows: deep }) => (
            <div key={ledger.place.id} class="control-row">
              <span class="control-place">
                <Composed {...of.name.place(ledger.place)} />
              </span>
              <ul class="track" dir="ltr" style={`--rows:${deep}`}>
                {ticks.map(({ left, day }) => (
                  <li key={day} class="control-grid" style={`left:${left.toFixed(2)}%`} aria-hidden="true" />
                ))}
                {bars.map((bar, i) => (
                  <li
                    key={`${ledger.place.id} ${i}`}
                    class={classes(bar, holders)}
                    style={`left:${bar.left.toFixed(2)}%;width:${bar.width.toFixed(2)}%;--row:${bar.row}`}
                    title={sentence(of, bar.span)}
                  >
                    {fits(bar, holderName(of, bar.span.holder)) && (
                      <span class="hold-name">
                        <Both {...holderName(of, bar.span.holder)} />
                        {bar.span.status !== 'held' && (
                          <i>
                            {' '}
                            <Both {...term('status', bar.span.status)} />
                          </i>
                        )}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </Scroll>
      <ShownOnly shown={rows.length} all={all.length} file="control.csv" />
      {!of.isCompact && <Table of={of} />}
    </Section>
  );
};
