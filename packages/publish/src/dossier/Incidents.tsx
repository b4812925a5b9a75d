import type { Bilingual } from '@isnad/model';
import type { DossierCase } from './dossierCase.js';
import { IncidentCard } from './IncidentCard.js';
import { FAMILIES, familyName } from './naming.js';
import { phrase, Say } from './Said.js';
import { Section } from './Section.js';
import { ShownOnly } from './ShownOnly.js';

/** An attribute or a choice cannot hold markup: the page's script shows the language that is on. */
const swapped = ({ ar, en }: Bilingual) => ({ 'data-ar': ar, 'data-en': en });

/** All incidents by date, to be filtered in the page. */
export const Incidents = ({ of }: { readonly of: DossierCase }) => {
  const incidents = of.shown;
  const types = [...new Set(incidents.map(({ type }) => type))];
  const text = phrase('filterText');
  return (
    <Section id="incidents" title="incidentsTitle">
      <search>
        <form class="filter" hidden>
          <label>
            <span>
              <Say of="filterText" />
            </span>
            <input type="search" name="text" aria-label={text.ar} {...swapped(text)} />
          </label>
          <label>
            <span>
              <Say of="filterType" />
            </span>
            <select name="type" aria-label={phrase('filterType').ar} {...swapped(phrase('filterType'))}>
              <option value="" {...swapped(phrase('all'))}>
                {phrase('all').ar}
              </option>
              {FAMILIES.map((family) => {
                const inFamily = types.filter((type) => of.name.family(type) === family);
                return inFamily.length === 0 ? null : (
                  <optgroup key={family} label={familyName(family).ar} {...swapped(familyName(family))}>
                    {inFamily.map((type) => (
                      <option key={type} value={type} {...swapped(of.name.type(type))}>
                        {of.name.type(type).ar}
                      </option>
                    ))}
                  </optgroup>
                );
              })}
            </select>
          </label>
          <label class="check">
            <input type="checkbox" name="disputed" />
            <span>
              <Say of="disputed" />
            </span>
          </label>
          <button type="reset">
            <Say of="clear" />
          </button>
          <p class="shown" aria-live="polite">
            <bdi class="n" data-shown>
              {incidents.length}
            </bdi>{' '}
            <Say of="of" /> <bdi class="n">{incidents.length}</bdi>
          </p>
        </form>
      </search>
      <ShownOnly shown={incidents.length} all={of.published.record.incidents.length} file="incidents.csv" />
      <div class="incident-list">
        {incidents.map((incident) => (
          <IncidentCard key={incident.id} of={of} incident={incident} />
        ))}
      </div>
    </Section>
  );
};
