import { csv } from '../../tables/csv.js';
import { csvMetadata, metadataName } from '../csvMetadata.js';
import type { Form } from '../form.js';
import { lossTally } from '../losses.js';
import { acledColumns } from './columns.js';
import { codeEvents } from './events.js';

/** ACLED's table of events: 31 columns, one row an event. */
export const acled: Form = {
  id: 'acled',
  about: { ar: 'جدول أحداث بأعمدة ACLED', en: "a table of events in ACLED's columns" },
  ending: '.csv',
  write: (input) => {
    const { published, terms, name } = input;
    const { events, losses } = codeEvents(input);
    const tally = lossTally([
      'Quotations, offsets and the chain of sources of each claim: ACLED has names of sources only.',
      'Highest and likeliest numbers, the wounded, and numbers by group: fatalities is the lowest number told.',
      'Grades, checks, control over time, and links between incidents.',
      'event_id_cnty, timestamp: not those of ACLED, whose ids are its own.',
    ]);
    for (const { what, count } of losses) tally.lose(what, count ?? 1);
    const { record } = published;
    tally.lose('running count, which is no event', record.tolls.length);
    const sides = events.flatMap(({ first, second }) => [...first, ...second]);
    const ownNames = new Set(sides.filter(({ isOwnName }) => isOwnName).map((side) => side.name));
    tally.lose("side without a name of ACLED's; the lexicon's stands", ownNames.size);
    const columns = acledColumns(input);
    const all = tally.list();
    return {
      files: new Map([
        [name, csv(columns, events)],
        [metadataName(name), csvMetadata(terms.citation, { name, columns }, terms, all)],
      ]),
      losses: all,
    };
  },
};
