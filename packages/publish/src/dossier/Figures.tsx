import type { FigureRange } from '@isnad/model';
import type { DossierCase } from './dossierCase.js';
import { Both, Count } from './Said.js';

/** The number itself: the best one, "at least" where no upper end is told, the whole range where none is best. */
const Best = ({ low, best, high }: FigureRange) =>
  best === null || (low === best && high === null) ? <Count low={low} high={high} /> : <Count low={best} />;

const hasRange = ({ low, best, high }: FigureRange): boolean =>
  best !== null && !(low === best && (high === best || high === null));

/** What an incident is said to have cost: best number, with the range where sources differ. */
export const Figures = ({ of, figures }: { readonly of: DossierCase; readonly figures: readonly FigureRange[] }) =>
  figures.length === 0 ? null : (
    <ul class="figures">
      {figures.map((figure) => (
        <li key={`${figure.measure} ${figure.group}`} class={`m-${figure.measure}`}>
          <strong>
            <Best {...figure} />
          </strong>{' '}
          <span class="of">
            <Both {...of.name.measure(figure.measure)} /> · <Both {...of.name.group(figure.group)} />
          </span>
          {hasRange(figure) && (
            <span class="range">
              {' '}
              (<Count low={figure.low} high={figure.high} />)
            </span>
          )}
        </li>
      ))}
    </ul>
  );
