import type { Bilingual, RecordedClaim } from '@isnad/model';
import type { DossierCase } from './dossierCase.js';
import { Both } from './Said.js';

/** The way a claim came, from the outlet to the most distant source. */
export interface SourceChain {
  /** Name of the outlet; of the report where the outlet is not named; null where it is plain from the context. */
  readonly outlet: Bilingual | null;
  readonly hops: readonly string[];
  readonly times: number;
}

/** The outlet of a report, or the report's number where it names none. */
export const outletOf = (of: DossierCase, report: string): Bilingual => {
  const outlet = of.reports.get(report)?.outlet;
  return outlet == null ? of.name.source(`report:${report}`) : { ar: outlet, en: outlet };
};

/** The distinct chains of claims, commonest first. */
export const chainsOf = (of: DossierCase, claims: readonly RecordedClaim[]): readonly SourceChain[] => {
  const chains = new Map<string, SourceChain>();
  for (const claim of claims) {
    const outlet = outletOf(of, claim.report);
    const key = JSON.stringify([outlet, claim.attribution]);
    chains.set(key, { outlet, hops: claim.attribution, times: (chains.get(key)?.times ?? 0) + 1 });
  }
  return [...chains.values()].sort((a, b) => b.times - a.times || b.hops.length - a.hops.length);
};

/** Points back, from a source to the one that quotes it, or forward in time; mirrored by the style sheet with the language. */
export const Arrow = ({ forward = false }: { readonly forward?: boolean }) => (
  <svg class={forward ? 'arrow forward' : 'arrow'} viewBox="0 0 24 8" width="24" height="8" aria-hidden="true">
    <path d="M6 0.5L1 4L6 7.5M1 4H24" />
  </svg>
);

/** A small drawing: outlet ← agency ← observatory. The root is filled, an unnamed source is hollow. */
export const Chain = ({
  of,
  chain: { outlet, hops, times },
}: {
  readonly of: DossierCase;
  readonly chain: SourceChain;
}) => {
  const lastNamed = hops.findLastIndex((hop) => of.name.isNamedSource(hop));
  return (
    <span class="chain">
      {outlet && (
        <span class={`hop ${lastNamed < 0 ? 'root' : ''}`}>
          <Both {...outlet} />
        </span>
      )}
      {hops.map((hop, i) => (
        <span key={hop} class="step">
          <Arrow />
          <span class={`hop ${i === lastNamed ? 'root' : ''} ${of.name.isNamedSource(hop) ? '' : 'unnamed'}`}>
            <Both {...of.name.source(hop)} />
          </span>
        </span>
      ))}
      {times > 1 && (
        <span class="times">
          <bdi class="n" dir="ltr">
            ×{times}
          </bdi>
        </span>
      )}
    </span>
  );
};
