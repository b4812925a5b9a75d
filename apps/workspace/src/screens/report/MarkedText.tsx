import type { Claim, Report } from '@isnad/client';
import { useMemo } from 'preact/hooks';
import { href } from '../../app/router.js';
import { familyOf, listed, measureName, sourceName, typeName } from '../../words/names.js';
import { words } from '../../words/words.js';
import { type Stretch, stretchesOf } from './stretches.js';

const DEEPEST = 3;
const SCOPE_COLOURS = 6;
const COVER = /(\ufdd0+)/;

const classesOf = ({ claims, trigger, scope, isFurniture }: Stretch, current: string | null, tone: number): string =>
  [
    claims.length > 0 ? `m d${Math.min(claims.length, DEEPEST)}` : '',
    claims.some(({ kind }) => kind === 'figure') ? 'fig' : '',
    claims.some(({ id }) => id === current) ? 'lit' : '',
    claims.length > 0 && claims.every(({ rejected }) => rejected) ? 'is-rejected' : '',
    trigger?.kind === 'event' ? `trigger f-${familyOf(trigger.type)}` : '',
    scope ? `scope h-${tone}` : '',
    isFurniture ? 'furniture' : '',
  ]
    .filter(Boolean)
    .join(' ');

/** Words of the report; a covered name keeps its place in the count of letters. */
const Words = ({ text, start }: { readonly text: string; readonly start: number }) => {
  let at = start;
  return (
    <>
      {text.split(COVER).map((part) => {
        const here = at;
        at += part.length;
        if (part === '') return null;
        return part.startsWith('\ufdd0') ? (
          <span key={here} class="covered" data-at={here}>
            {words.value.covered}
          </span>
        ) : (
          <span key={here} data-at={here}>
            {part}
          </span>
        );
      })}
    </>
  );
};

const labelOf = (claim: Claim, number: number): string =>
  `${number}: ${claim.kind === 'event' ? typeName(claim.type) : `${claim.min ?? '?'} ${measureName(claim.measure)}`}`;

/** The text of a report with its claims numbered and marked in place, and over it who says what. */
export const MarkedText = (props: {
  readonly report: Report;
  readonly text: string;
  readonly current: string | null;
  readonly choose: (claim: string) => void;
}) => {
  const { report, text, current, choose } = props;
  const { claims, furniture, scopes } = report;
  const stretches = useMemo(() => stretchesOf({ text, claims, furniture, scopes }), [text, claims, furniture, scopes]);
  const numbers = new Map(claims.map(({ id }, i) => [id, i + 1]));
  const tones = new Map(
    [...new Set(scopes.map(({ attribution }) => attribution.join('\n')))].map((key, i) => [key, i % SCOPE_COLOURS]),
  );
  return (
    <div class="report-text" dir="auto" lang={report.language ?? 'ar'}>
      {stretches.map((stretch) => {
        const { start, begins, scope, scopeBegins } = stretch;
        const tone = scope ? (tones.get(scope.attribution.join('\n')) ?? 0) : 0;
        return (
          <>
            {scopeBegins && scope && (
              <span key={`s${start}`} class={`scope-name h-${tone}`}>
                <bdi>{listed(scope.attribution.map(sourceName))}</bdi>
              </span>
            )}
            {begins.map((claim) => (
              <a
                key={claim.id}
                href={href(['reports', report.id], { claim: claim.id })}
                class={`no ${claim.id === current ? 'is-current' : ''}`}
                data-claim={claim.id}
                tabIndex={claim.id === current ? 0 : -1}
                aria-label={labelOf(claim, numbers.get(claim.id)!)}
                aria-current={claim.id === current ? 'true' : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  choose(claim.id);
                }}
              >
                {numbers.get(claim.id)}
              </a>
            ))}
            {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the numbers are the controls; the words are a larger target for the pointer */}
            <span
              key={start}
              class={classesOf(stretch, current, tone)}
              onClick={() =>
                getSelection()?.isCollapsed !== false && stretch.claims.length > 0 && choose(stretch.claims.at(-1)!.id)
              }
            >
              <Words text={stretch.text} start={start} />
            </span>
          </>
        );
      })}
    </div>
  );
};
