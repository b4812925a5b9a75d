import type { RecordedClaim } from '@isnad/model';
import type { DossierCase } from './dossierCase.js';
import { Both, phrase } from './Said.js';

/** The way a claim came, from the outlet to the most distant source. */
export interface SourceChain {
  readonly outlet: string | null;
  readonly hops: readonly string[];
  readonly times: number;
}

/** The distinct chains of claims, commonest first. */
export const chainsOf = (of: DossierCase, claims: readonly RecordedClaim[]): readonly SourceChain[] => {
  const chains = new Map<string, SourceChain>();
  for (const claim of claims) {
    const outlet = of.reports.get(claim.report)?.outlet ?? null;
    const key = JSON.stringify([outlet, claim.attribution]);
    chains.set(key, { outlet, hops: claim.attribution, times: (chains.get(key)?.times ?? 0) + 1 });
  }
  return [...chains.values()].sort((a, b) => b.times - a.times || b.hops.length - a.hops.length);
};

const Arrow = () => (
  <svg class="arrow" viewBox="0 0 24 8" width="24" height="8" aria-hidden="true">
    <path d="M6 0.5L1 4L6 7.5M1 4H24" />
  </svg>
);

/** A small drawing: outlet ← agency ← observatory. The root is filled, an unnamed source is hollow. */
export const Chain = ({ of, chain: { outlet, hops, times } }: { readonly of: DossierCase; readonly chain: SourceChain }) => {
  const lastNamed = hops.findLastIndex((hop) => of.name.isNamedSource(hop));
  return (
    <span class="chain">
      <span class={`hop ${lastNamed < 0 ? 'root' : ''} ${outlet === null ? 'unnamed' : ''}`}>
        {outlet ?? <Both {...phrase('outletUnknown')} />}
      </span>
      {hops.map((hop, i) => (
        <span key={hop} class="step">
          <Arrow />
          <span class={`hop ${i === lastNamed ? 'root' : ''} ${of.name.isNamedSource(hop) ? '' : 'unnamed'}`}>
            <Both {...of.name.source(hop)} />
          </span>
        </span>
      ))}
      {times > 1 && (
        <bdi class="n times" dir="ltr">
          ×{times}
        </bdi>
      )}
    </span>
  );
};
