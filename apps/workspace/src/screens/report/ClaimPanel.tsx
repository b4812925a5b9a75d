import type { Claim, Report } from '@isnad/client';
import { useAsk } from '../../app/ask.js';
import { href } from '../../app/router.js';
import { ClaimGist } from '../../parts/ClaimQuote.js';
import { Covered } from '../../parts/Covered.js';
import { DecisionItem } from '../../parts/DecisionList.js';
import { Hops } from '../../parts/Hops.js';
import { nameOfPlace, placeName, sourceName } from '../../words/names.js';
import { words } from '../../words/words.js';
import type { ClaimAction } from './claimActions.js';

/** The tree of rules over a claim, and what it was joined with. */
const Why = ({ claim }: { readonly claim: string }) => {
  const { value, problem } = useAsk('explain', { params: { id: claim } });
  const { report: t, loading, failed } = words.value;
  if (problem) return <p class="soft">{failed}</p>;
  if (!value) return <p class="soft">{loading}</p>;
  return (
    <div class="why">
      <h3>{t.whyTitle}</h3>
      <p class="small soft">
        {t.rule} <code>{value.rule}</code>
      </p>
      {value.lines.length === 0 ? (
        <p class="soft small">{t.noWhy}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section class="why-tree" tabIndex={0} aria-label={t.whyTitle}>
          {value.lines.map(({ depth, text }, i) => (
            // Lines of one tree never move.
            <p key={`${i} ${text}`} style={{ paddingInlineStart: `${depth * 0.9}rem` }}>
              <Covered text={text} />
            </p>
          ))}
        </section>
      )}
    </div>
  );
};

const stateOf = (claim: Claim, { decisions }: Report): string | null => {
  const { report: t } = words.value;
  if (claim.rejected) return t.rejected;
  const kinds = new Set(decisions.filter(({ id }) => claim.decided.includes(id)).map(({ kind }) => kind));
  return kinds.has('correct') ? t.corrected : kinds.has('accept') ? t.accepted : null;
};

/** The claim that is looked at: what was read, who says it, what one can decide. */
export const ClaimPanel = (props: {
  readonly report: Report;
  readonly claim: Claim;
  readonly number: number;
  readonly actions: readonly ClaimAction[];
  readonly isWhyShown: boolean;
}) => {
  const { report, claim, number, actions, isWhyShown } = props;
  const { report: t } = words.value;
  const state = stateOf(claim, report);
  const decisions = report.decisions.filter(({ about, retires }) => about.includes(claim.id) && retires === null);
  return (
    <section class="claim-panel stack" aria-label={t.of(number, report.claims.length)}>
      <p class="row apart small soft">
        <span class="n">{t.of(number, report.claims.length)}</span>
        {state && <span class={`tag ${claim.rejected ? 'warn' : ''}`}>{state}</span>}
      </p>
      <p class="quote" dir="auto" lang={report.language ?? 'ar'}>
        <Covered text={claim.span.text.replace(/\s+/g, ' ')} />
      </p>
      <p>
        <ClaimGist claim={claim} />
      </p>
      {claim.kind === 'event' && claim.dateReason && <p class="small soft">{claim.dateReason}</p>}
      {claim.places.length > 0 && (
        <p class="small row">
          {claim.places.map(({ id, name, start }) => (
            <a key={`${id} ${start}`} href={href(['places', id])}>
              {placeName(id) || nameOfPlace({ id, name, nameAr: null })}
            </a>
          ))}
        </p>
      )}
      <p class="small">
        <Hops outlet={claim.outlet ?? sourceName(claim.root)} hops={claim.attribution} />
      </p>
      <div class="row">
        {actions.map(({ label, key, run, isPressed }) => (
          <button
            key={key}
            type="button"
            class={`button ${key === 'a' ? 'main' : ''}`}
            aria-pressed={isPressed}
            onClick={run}
          >
            {label} <kbd>{key}</kbd>
          </button>
        ))}
        {claim.incident && (
          <a class="button quiet" href={href(['incidents', claim.incident])}>
            {words.value.overview.look} <kbd>i</kbd>
          </a>
        )}
      </div>
      {isWhyShown && <Why claim={claim.id} />}
      {decisions.map((decision) => (
        <DecisionItem key={decision.id} decision={decision} />
      ))}
    </section>
  );
};
