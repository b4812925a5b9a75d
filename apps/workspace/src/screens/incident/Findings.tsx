import type { Incident } from '@isnad/client';
import { Finding, type Found } from '../../parts/Finding.js';
import { term } from '../../words/names.js';
import { words } from '../../words/words.js';

/** Where its sources differ, and what does not add up. */
export const Findings = ({ disputes, checks }: Pick<Incident, 'disputes' | 'checks'>) => {
  const findings: readonly Found[] = [
    ...disputes.map((one) => ({ ...one, name: term('dispute', one.kind) })),
    ...checks.filter(({ ok }) => !ok).map((one) => ({ ...one, name: term('check', one.kind) })),
  ];
  if (findings.length === 0) return null;
  return (
    <section class="section" aria-labelledby="findings">
      <h2 id="findings">{words.value.incident.disputes}</h2>
      <ul class="findings">
        {findings.map((one) => (
          <Finding key={one.id} of={one} />
        ))}
      </ul>
    </section>
  );
};
