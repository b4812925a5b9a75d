import type { Incident } from '@isnad/client';
import { decideAtOnce } from '../../parts/decide/decide.js';
import { term } from '../../words/names.js';
import { said, words } from '../../words/words.js';

interface Finding {
  readonly id: string;
  readonly name: string;
  readonly explain: { readonly ar: string; readonly en: string };
  readonly claims: readonly string[];
  readonly settled: string | null;
}

const Item = ({ of: { id, name, explain, claims, settled } }: { readonly of: Finding }) => {
  const { overview } = words.value;
  return (
    <li class={settled ? 'is-settled' : ''}>
      <p>
        <b>{name}</b> <span class="soft">{said(explain)}</span>
      </p>
      {settled ? (
        <span class="tag">{overview.settled}</span>
      ) : (
        <button
          type="button"
          class="button quiet small"
          onClick={() =>
            void decideAtOnce(overview.settle, {
              kind: 'accept',
              about: [...claims],
              value: { settles: id },
              reason: overview.settleReason,
            })
          }
        >
          {overview.settle}
        </button>
      )}
    </li>
  );
};

/** Where its sources differ, and what does not add up. */
export const Findings = ({ disputes, checks }: Pick<Incident, 'disputes' | 'checks'>) => {
  const findings: readonly Finding[] = [
    ...disputes.map((one) => ({ ...one, name: term('dispute', one.kind) })),
    ...checks.filter(({ ok }) => !ok).map((one) => ({ ...one, name: term('check', one.kind) })),
  ];
  if (findings.length === 0) return null;
  return (
    <section class="section" aria-labelledby="findings">
      <h2 id="findings">{words.value.incident.disputes}</h2>
      <ul class="findings">
        {findings.map((one) => (
          <Item key={one.id} of={one} />
        ))}
      </ul>
    </section>
  );
};
