import type { Claim, Incident } from '@isnad/client';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { showToast } from '../../app/say.js';
import { ClaimQuote } from '../../parts/ClaimQuote.js';
import { Covered } from '../../parts/Covered.js';
import { correctClaim } from '../../parts/decide/correctClaim.js';
import { askToDecide } from '../../parts/decide/decide.js';
import { words } from '../../words/words.js';
import { ownWords, type Word } from './ownWords.js';

const MarkedWords = ({ of }: { readonly of: readonly Word[] }) => (
  <>
    {of.map(({ text, isOwn }, i) => (
      // Words of one text never move.
      <Fragment key={`${i} ${text}`}>{isOwn ? <em class="own-word">{text}</em> : <Covered text={text} />}</Fragment>
    ))}
  </>
);

const spanText = ({ span }: Claim): string => span.text.replace(/\s+/g, ' ');

/** The claims of an incident beside one another: events first, then figures; chosen ones can be split off. */
export const ClaimsCompared = ({ incident }: { readonly incident: Incident }) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { incident: t, report } = words.value;
  const groups = (['event', 'figure'] as const).map((kind) => incident.claims.filter((claim) => claim.kind === kind));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const split = () => {
    const stays = incident.claims.find(({ id }) => !chosen.has(id));
    if (chosen.size === 0 || !stays) return showToast({ text: t.splitNone, isBad: true });
    return askToDecide(t.split, { kind: 'split', about: [stays.id, ...chosen] });
  };
  return (
    <section class="section" aria-labelledby="claims">
      <div class="section-head">
        <h2 id="claims">{t.claims}</h2>
        <p>{t.claimsHelp}</p>
        <button type="button" class="button" onClick={split} disabled={chosen.size === 0}>
          {t.split} {chosen.size > 0 && <span class="n">({chosen.size})</span>}
        </button>
      </div>
      {groups.map((claims) => {
        const marked = ownWords(claims.map(spanText));
        return (
          claims.length > 0 && (
            <ul key={claims[0]!.kind} class="claims-compared">
              {claims.map((claim, i) => (
                <li key={claim.id}>
                  <ClaimQuote claim={claim} text={<MarkedWords of={marked[i]!} />}>
                    <label class="check">
                      <input
                        type="checkbox"
                        checked={chosen.has(claim.id)}
                        onChange={() => toggle(claim.id)}
                        aria-label={t.choose}
                      />
                    </label>
                    <button type="button" class="button quiet" onClick={() => correctClaim(claim)}>
                      {report.correct}
                    </button>
                  </ClaimQuote>
                </li>
              ))}
            </ul>
          )
        );
      })}
    </section>
  );
};
