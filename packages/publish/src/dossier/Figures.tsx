import type { FigureRange } from '@isnad/model';
import type { DossierCase } from './dossierCase.js';
import { Both, Count } from './Said.js';

/** What an incident is said to have cost: best number, with the range where sources differ. */
export const Figures = ({ of, figures }: { readonly of: DossierCase; readonly figures: readonly FigureRange[] }) =>
  figures.length === 0 ? null : (
    <ul class="figures">
      {figures.map(({ measure, group, low, best, high }) => (
        <li key={`${measure} ${group}`} class={`figure m-${measure}`}>
          <strong>
            {best === null && low === null && high === null ? (
              <Count low={null} />
            ) : (
              <Count low={best ?? low} high={best ?? high} />
            )}
          </strong>{' '}
          <span class="of">
            <Both {...of.name.measure(measure)} /> · <Both {...of.name.group(group)} />
          </span>
          {best !== null && (low !== best || high !== best) && (
            <span class="range">
              {' '}
              (<Count low={low} high={high} />)
            </span>
          )}
        </li>
      ))}
    </ul>
  );
