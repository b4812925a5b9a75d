import { said, words } from '../words/words.js';
import { decideAtOnce } from './decide/decide.js';

/** A dispute, or a check that failed, by the name of its kind. */
export interface Found {
  readonly id: string;
  readonly name: string;
  readonly explain: { readonly ar: string; readonly en: string };
  readonly claims: readonly string[];
  readonly settled: string | null;
}

/** What needs judgement, with the button that settles it as it stands. */
export const Finding = ({ of: { id, name, explain, claims, settled } }: { readonly of: Found }) => {
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
