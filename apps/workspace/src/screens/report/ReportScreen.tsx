import type { Claim, Report } from '@isnad/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAsk } from '../../app/ask.js';
import { addKeys } from '../../app/keys.js';
import { go, href, params, setQuery } from '../../app/router.js';
import { Answer, PageHead } from '../../parts/Answer.js';
import { ClaimGist } from '../../parts/ClaimQuote.js';
import { Covered } from '../../parts/Covered.js';
import { dateInWords } from '../../words/dates.js';
import { words } from '../../words/words.js';
import { AboutReport } from './AboutReport.js';
import { addEvent, addFigure } from './addClaim.js';
import { ClaimPanel } from './ClaimPanel.js';
import { claimActions } from './claimActions.js';
import { MarkedText } from './MarkedText.js';
import { selectedIn } from './selection.js';

type Selected = NonNullable<ReturnType<typeof selectedIn>>;

/** What is selected of a text, as long as it is. */
const useSelected = (text: string) => {
  const root = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => {
      // Whoever presses a button about the selection has not given it up.
      if (document.activeElement?.closest('.selection-bar, dialog')) return;
      setSelected(root.current ? selectedIn(root.current, text) : null);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [text]);
  return { root, selected };
};

const SelectionBar = ({ report, selected }: { readonly report: Report; readonly selected: Selected | null }) => {
  const { report: t } = words.value;
  if (!selected) return <p class="small faint">{t.addHelp}</p>;
  return (
    <div class="selection-bar stack">
      <p class="small soft">{t.selected}</p>
      <p class="quote" dir="auto">
        <Covered text={selected.text} />
      </p>
      <div class="row">
        <button type="button" class="button" onClick={() => addEvent(report, selected)}>
          {t.addEvent} <kbd>n</kbd>
        </button>
        <button type="button" class="button" onClick={() => addFigure(report, selected)}>
          {t.addFigure} <kbd>f</kbd>
        </button>
      </div>
    </div>
  );
};

const ClaimList = ({ claims, current }: { readonly claims: readonly Claim[]; readonly current: string | null }) => (
  <details class="claim-list">
    <summary>
      {words.value.report.list} <span class="n">({claims.length})</span>
    </summary>
    <ol>
      {claims.map((claim, i) => (
        <li key={claim.id} class={claim.rejected ? 'is-rejected' : ''}>
          <button
            type="button"
            aria-current={claim.id === current ? 'true' : undefined}
            onClick={() => setQuery({ claim: claim.id })}
          >
            <span class="n faint">{i + 1}</span> <ClaimGist claim={claim} />
          </button>
        </li>
      ))}
    </ol>
  </details>
);

const Shown = ({ of, names }: { readonly of: Report; readonly names: preact.ComponentChildren }) => {
  const { claims, text } = of;
  const [isWhyShown, setWhyShown] = useState(false);
  const { root, selected } = useSelected(text ?? '');
  const wanted = params.value.get('claim');
  const at = Math.max(
    0,
    claims.findIndex(({ id }) => id === wanted),
  );
  const claim = claims[at];
  const choose = (to: number): void => {
    const next = claims[Math.max(0, Math.min(claims.length - 1, to))];
    if (next) setQuery({ claim: next.id });
  };
  const actions = claim
    ? claimActions(claim, () => choose(at + 1), { isShown: isWhyShown, toggle: () => setWhyShown(!isWhyShown) })
    : [];
  // The words are lit when another claim is looked at
  useEffect(() => {
    const number = root.current?.querySelector<HTMLElement>(`[data-claim="${claim?.id}"]`);
    if (!number || wanted === null) return;
    if (document.activeElement === document.body || document.activeElement?.closest('.report-text, h1'))
      number.focus({ preventScroll: true });
    number.scrollIntoView({ block: 'center' });
  }, [claim?.id, wanted]);
  useEffect(() =>
    addKeys({
      j: () => choose(wanted === null ? 0 : at + 1),
      k: () => choose(at - 1),
      i: () => claim?.incident && go(href(['incidents', claim.incident])),
      n: () => selected && addEvent(of, selected),
      f: () => selected && addFigure(of, selected),
      ...Object.fromEntries(actions.map(({ key, run }) => [key, run])),
    }),
  );
  const { report: t } = words.value;
  return (
    <>
      <PageHead
        title={
          <bdi lang={of.language ?? 'ar'}>
            <Covered text={of.title ?? t.untitled} />
          </bdi>
        }
      >
        <div class="row soft small">
          <bdi>{of.outlet ?? words.value.unknown}</bdi>
          <span>{dateInWords(of.published.edtf)}</span>
          <span>{words.value.count.claims(claims.length)}</span>
          {names}
        </div>
      </PageHead>
      <div class="report">
        <div ref={root}>
          {text === null ? (
            <p class="empty">{t.noText}</p>
          ) : (
            <MarkedText report={of} text={text} current={claim?.id ?? null} choose={(id) => setQuery({ claim: id })} />
          )}
        </div>
        <aside class="report-side">
          {claim ? (
            <ClaimPanel report={of} claim={claim} number={at + 1} actions={actions} isWhyShown={isWhyShown} />
          ) : (
            <p class="empty">{t.noClaims}</p>
          )}
          <SelectionBar report={of} selected={selected} />
          <ClaimList claims={claims} current={claim?.id ?? null} />
          <AboutReport of={of} />
        </aside>
      </div>
    </>
  );
};

/** One report: its text with the claims marked in place, and what one can decide about each. */
export const ReportScreen = ({ id }: { readonly id: string }) => {
  const [shown, setShown] = useState(false);
  const answer = useAsk('report', { params: { id }, query: { names: shown ? 'shown' : 'covered' } });
  const { report: t } = words.value;
  const hasCovered = shown || answer.value?.persons.some(({ covered }) => covered);
  const names = hasCovered && (
    <button type="button" class="button quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
      {shown ? t.coverNames : t.showNames}
    </button>
  );
  return (
    <>
      <nav class="crumb" aria-label={t.title}>
        <a href={href(['reports'])}>{t.title}</a>
      </nav>
      <Answer of={answer}>{(report) => <Shown of={report} names={names} />}</Answer>
    </>
  );
};
