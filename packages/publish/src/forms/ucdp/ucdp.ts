import { csv } from '../../tables/csv.js';
import { csvMetadata, metadataName } from '../csvMetadata.js';
import type { Form } from '../form.js';
import { lossTally } from '../losses.js';
import { codeEvents } from './code.js';
import { ucdpColumns } from './columns.js';
import type { UcdpEvent } from './event.js';
import { remaindersOf } from './remainder.js';
import table from './tables.json' with { type: 'json' };

const byDay = (a: UcdpEvent, b: UcdpEvent): number =>
  a.days.first - b.days.first || a.days.last - b.days.last || (a.id < b.id ? -1 : 1);

/** UCDP GED's table of deadly events: 49 columns, one row an event. */
export const ucdp: Form = {
  id: 'ucdp',
  about: { ar: 'جدول الحوادث القاتلة بأعمدة UCDP GED', en: "a table of deadly events in UCDP GED's columns" },
  ending: '.csv',
  write: (input) => {
    const { terms, name } = input;
    const tally = lossTally([
      'Incidents in which nobody is killed, the wounded, and the dead by groups other than sides and civilians.',
      'Quotations, offsets, grades, checks, disputes and control over time.',
      'Ids and names of conflicts, dyads and sides, and active_year: only UCDP gives them, so they stay empty.',
    ]);
    const events = codeEvents(input, tally);
    const rows = [...events, ...remaindersOf(input, events, tally)].sort(byDay);
    tally.lose(
      'event whose only victims told are civilians; it stands as one-sided, and a coder must see whether a fight was meant',
      rows.filter(({ dyad }) => dyad.violence === 3).length,
    );
    for (const [alpha2, what] of Object.entries(table.unchecked))
      tally.lose(what, rows.filter(({ where }) => where.country.alpha2 === alpha2).length);
    const columns = ucdpColumns(input);
    const losses = tally.list();
    return {
      files: new Map([
        [name, csv(columns, rows)],
        [metadataName(name), csvMetadata(terms.citation, { name, columns }, terms, losses)],
      ]),
      losses,
    };
  },
};
