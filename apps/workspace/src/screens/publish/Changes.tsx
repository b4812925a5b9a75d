import type { Comparison } from '@isnad/client';
import { useAsk } from '../../app/ask.js';
import { setQuery } from '../../app/router.js';
import { forward } from '../../app/settings.js';
import { Answer } from '../../parts/Answer.js';
import { Covered } from '../../parts/Covered.js';
import { said, words } from '../../words/words.js';

const MOST_SHOWN = 200;

/** Two states with an arrow in the direction of reading. */
export const fromTo = (from: number, to: number | string): string => `${from} ${forward() === 1 ? '→' : '←'} ${to}`;

const Listed = ({ of }: { readonly of: Comparison }) => {
  const { publish: t, count } = words.value;
  const { added, gone, changed } = of.reports;
  const reports: readonly (readonly [string, number])[] = [
    [t.reportsAdded, added.length],
    [t.reportsGone, gone.length],
    [t.reportsChanged, changed.length],
    [t.newDecisions, of.decisions.length],
  ];
  if (of.changes.length === 0 && reports.every(([, number]) => number === 0)) return <p class="soft">{t.noChanges}</p>;
  return (
    <>
      <p class="row small soft">
        {reports
          .filter(([, number]) => number > 0)
          .map(([label, number]) => (
            <span key={label}>
              {label} <b class="n">{number}</b>
            </span>
          ))}
      </p>
      <ol class="changes">
        {of.changes.slice(0, MOST_SHOWN).map(({ kind, about, say, because }) => (
          <li key={`${kind} ${about.join(' ')}`}>
            <p>
              <Covered text={said(say)} />
            </p>
            {because.map(({ kind: cause, explain }) => (
              <p key={`${cause} ${explain.en}`} class="small soft">
                {t.because} <Covered text={said(explain)} />
              </p>
            ))}
          </li>
        ))}
      </ol>
      {of.changes.length > MOST_SHOWN && <p class="small faint">{count.times(of.changes.length)}</p>}
    </>
  );
};

/** What changed between two releases, or since one, in sentences, and because of what. */
export const Changes = ({ from, to }: { readonly from: number; readonly to: number | 'now' }) => {
  const answer = useAsk('compare', { params: { from, to } });
  const { publish: t, close } = words.value;
  return (
    <section class="changed" aria-labelledby="changed-title">
      <div class="row apart">
        <h3 id="changed-title">
          {t.diff}: {fromTo(from, to === 'now' ? t.now : to)}
        </h3>
        <button type="button" class="button quiet" onClick={() => setQuery({ from: null, to: null })}>
          {close}
        </button>
      </div>
      <Answer of={answer}>{(comparison) => <Listed of={comparison} />}</Answer>
    </section>
  );
};
