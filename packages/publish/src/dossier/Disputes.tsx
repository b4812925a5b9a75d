import type { Check, Dispute } from '@isnad/model';
import { ClaimLink } from './ClaimLink.js';
import { anchor, type DossierCase } from './dossierCase.js';
import { term } from './naming.js';
import { Both, Composed, Say } from './Said.js';
import { Section } from './Section.js';
import { ShownOnly } from './ShownOnly.js';
import { MOST } from './weightiest.js';

const Refs = ({ of, claims }: { readonly of: DossierCase; readonly claims: readonly string[] }) => (
  <p class="refs">
    {claims.map((id) => (
      <>
        <ClaimLink key={id} of={of} id={id} />{' '}
      </>
    ))}
  </p>
);

const OneDispute = ({ of, dispute }: { readonly of: DossierCase; readonly dispute: Dispute }) => (
  <li id={anchor('dispute', dispute.id)} class="dispute" tabIndex={-1}>
    <h4>
      <Both {...term('dispute', dispute.kind)} />
    </h4>
    <p>
      <Composed {...of.name.inSentence(dispute.explain)} />
    </p>
    <Refs of={of} claims={dispute.claims} />
  </li>
);

const OneCheck = ({ of, check }: { readonly of: DossierCase; readonly check: Check }) => (
  <li class={`dispute ${check.ok ? 'held' : 'failed'}`}>
    <h4>
      <Both {...term('check', check.kind)} />
    </h4>
    <p>
      <Composed {...of.name.inSentence(check.explain)} />
    </p>
    <Refs of={of} claims={check.claims} />
  </li>
);

/** Where sources disagree, and where the numbers do not add up. */
export const Disputes = ({ of }: { readonly of: DossierCase }) => {
  const { disputes: all, checks } = of.published.record;
  const disputes = all.slice(0, MOST.disputes);
  const failed = checks.filter(({ ok }) => !ok).slice(0, MOST.disputes);
  const passed = checks.filter(({ ok }) => ok).slice(0, MOST.disputes);
  return (
    <Section id="disputes" title="disputesTitle" note="disputesNote">
      <h3>
        <Say of="disputes" /> <bdi class="n">{all.length}</bdi>
      </h3>
      <ShownOnly shown={disputes.length} all={all.length} file="disputes.csv" />
      <ul class="dispute-list">
        {disputes.map((dispute) => (
          <OneDispute key={dispute.id} of={of} dispute={dispute} />
        ))}
      </ul>
      {failed.length > 0 && (
        <>
          <h3>
            <Say of="checksFailed" /> <bdi class="n">{failed.length}</bdi>
          </h3>
          <ul class="dispute-list">
            {failed.map((check) => (
              <OneCheck key={check.id} of={of} check={check} />
            ))}
          </ul>
        </>
      )}
      {passed.length > 0 && (
        <details class="evidence">
          <summary>
            <Say of="checksPassed" /> <bdi class="n">{passed.length}</bdi>
          </summary>
          <ul class="dispute-list">
            {passed.map((check) => (
              <OneCheck key={check.id} of={of} check={check} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
};
