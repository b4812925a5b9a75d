import type { RecordedClaim } from '@isnad/model';
import { anchor, type DossierCase } from './dossierCase.js';
import { type Stretch, stretches } from './markText.js';
import type { Naming } from './naming.js';
import { Text } from './Said.js';

const DEEPEST = 3;

const key = (of: DossierCase, claim: RecordedClaim): number => of.claimNumber.get(claim.id)!;

const classes = ({ claims, trigger, isFurniture }: Stretch, name: Naming): string =>
  [
    claims.length > 0 ? `m d${Math.min(claims.length, DEEPEST)}` : '',
    claims.some(({ kind }) => kind === 'figure') ? 'fig' : '',
    trigger?.kind === 'event' ? `trigger f-${name.family(trigger.type)}` : '',
    isFurniture ? 'furniture' : '',
  ]
    .filter(Boolean)
    .join(' ');

/** The text of a report with its claims numbered and marked in place. */
export const MarkedText = (props: {
  readonly of: DossierCase;
  readonly text: string;
  readonly claims: readonly RecordedClaim[];
  readonly report: string;
}) => {
  const { of, text, claims, report } = props;
  const reading = of.readings.get(report)?.report;
  return (
    <div class="report-text" dir="auto" lang={reading?.language ?? 'ar'}>
      {stretches(text, claims, reading?.furniture ?? []).map((stretch) => {
        const shown = classes(stretch, of.name);
        return (
          <>
            {stretch.begins.map((claim) => (
              <a
                key={claim.id}
                id={anchor('claim', claim.id)}
                class="no"
                href={`#k${anchor('claim', claim.id)}`}
                data-report={of.reportNumber.get(report)}
                data-claim={key(of, claim)}
              >
                {key(of, claim)}
              </a>
            ))}
            {shown === '' ? (
              <Text text={stretch.text} />
            ) : (
              <span class={shown} data-c={stretch.claims.map((claim) => key(of, claim)).join(' ')}>
                <Text text={stretch.text} />
              </span>
            )}
          </>
        );
      })}
    </div>
  );
};
