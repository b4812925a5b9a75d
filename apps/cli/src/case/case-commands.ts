import { type Command, Option } from 'commander';
import { addCommand } from '../commands/add.js';
import { decideCommand } from '../commands/decide.js';
import { type ExpungeOptions, expungeCommand } from '../commands/expunge.js';
import { initCommand } from '../commands/init.js';
import { countOption, edtfOption } from '../commands/options.js';
import { type SearchOptions, searchCommand } from '../commands/search.js';
import { backupCommand, copyCommand, restoreCommand } from '../commands/store.js';
import { type VerifyOptions, verifyCommand } from '../commands/verify.js';
import { type WatchOptions, watchCommand } from '../commands/watch.js';
import type { Overrides } from '../disk/documents.js';
import { allowHost, contact, type FetchAsked } from '../fetch/asked.js';
import { endedBySignals } from '../fetch/wait.js';
import type { Stages } from '../program.js';
import type { Terminal } from '../terminal.js';
import { stamps } from './stamps.js';

interface Signed {
  readonly by?: string;
}

type AddOptions = Overrides & Signed & FetchAsked & { readonly gazetteer?: string; readonly fetch?: boolean };

type WatchAsked = WatchOptions & Signed & FetchAsked & { readonly gazetteer?: string };

const CASE = 'folder of the case, or postgres://user@host/database?case=name';
export const by = () =>
  new Option('--by <name>', 'who does it, for the custody log (default: the account)').env('ISNAD_BY');

/** The commands that work on a case. */
export const addCaseCommands = (
  program: Command,
  terminal: Terminal,
  stages: Stages,
  gazetteer: () => Option,
): void => {
  program
    .command('init')
    .description('begin a case: a folder that preserves reports and keeps decisions')
    .argument('<case>', 'new or empty folder, or postgres://user@host/database?case=name')
    .option('--name <name>', 'name of the case (default: that of the folder)')
    .addOption(by())
    .action((folder: string, { by: who, ...options }: { name?: string } & Signed) =>
      initCommand(terminal, stamps(stages, who), folder, options),
    );

  program
    .command('add')
    .description('take reports into a case; killed and run again, it goes on where it was')
    .argument('<case>', CASE)
    .argument('<source...>', 'files and folders of reports, in any input form, or addresses of pages')
    .addOption(new Option('--published <edtf>', 'publication date; wins over sidecar and text').argParser(edtfOption))
    .option('--outlet <name>', 'outlet; wins over sidecar and text')
    .option('--fetch', 'fetch the addresses that stand in lists')
    .addOption(allowHost())
    .addOption(contact())
    .addOption(by())
    .addOption(gazetteer())
    .action(
      (
        folder: string,
        sources: string[],
        { by: who, gazetteer: places, fetch: lists = false, allowHost: hosts, contact: at, ...overrides }: AddOptions,
      ) =>
        addCommand(
          terminal,
          {
            caseStages: () => stages.caseStages(places),
            stamp: stamps(stages, who),
            fetcher: stages.fetcher?.({ ...(hosts ? { allowHost: hosts } : {}), ...(at ? { contact: at } : {}) }),
            lists,
          },
          folder,
          sources,
          overrides,
        ),
    );

  program
    .command('watch')
    .description('look at feeds on a schedule and take what is new into a case; Ctrl-C ends it')
    .argument('<case>', CASE)
    .argument('[feed...]', 'addresses of feeds to watch from now on; the case remembers them')
    .addOption(
      new Option('--every <minutes>', 'minutes between two looks at the feeds that are named')
        .argParser(countOption)
        .default(60),
    )
    .option('--pages', 'also fetch the pages that entries of these feeds lead to')
    .option('--once', 'look at every feed once, and end')
    .option('--forget <feed...>', 'feeds to watch no longer; what they brought stays')
    .addOption(allowHost())
    .addOption(contact())
    .addOption(by())
    .addOption(gazetteer())
    .action((folder: string, feeds: string[], { by: who, gazetteer: places, ...options }: WatchAsked) => {
      const ending = stages.ending?.() ?? endedBySignals();
      return watchCommand(
        terminal,
        {
          caseStages: () => stages.caseStages(places),
          stamp: stamps(stages, who),
          fetcher: stages.fetcher?.({ ...options, signal: ending.signal }),
          ending,
        },
        folder,
        feeds,
        options,
      );
    });

  program
    .command('search')
    .description('find reports of a case by their words, in any spelling and with any clitics')
    .argument('<case>', CASE)
    .argument('<words...>', 'words that must all be there; "words in a row", beginn*, -without (behind --)')
    .addOption(new Option('--limit <count>', 'most hits to print').argParser(countOption).default(20))
    .addOption(new Option('--format <form>', 'lines for programs, or a table for people').choices(['ndjson', 'table']))
    .action((folder: string, words: string[], options: SearchOptions) =>
      searchCommand(terminal, folder, words, options),
    );

  program
    .command('decide')
    .description('add decisions of a file to a case; to take one back, add one that retires it')
    .argument('<case>', CASE)
    .argument('<file>', 'decisions (NDJSON)')
    .addOption(by())
    .action((folder: string, file: string, { by: who }: Signed) =>
      decideCommand(terminal, stamps(stages, who), folder, file),
    );

  program
    .command('verify')
    .description('compute everything in a case again, and name the first link that does not hold')
    .argument('<case>', CASE)
    .option('--all', 'name every broken link')
    .option('--last <hash>', 'hash of the last line of custody as an earlier verify gave it')
    .addOption(gazetteer())
    .action((folder: string, { gazetteer: places, ...options }: VerifyOptions & { gazetteer?: string }) =>
      verifyCommand(terminal, () => stages.caseStages(places), folder, options),
    );

  program
    .command('expunge')
    .description('take a report or a person’s name out of a case for good; a tombstone stays')
    .argument('<case>', CASE)
    .option('--report <id...>', 'reports to remove: ids, or paths in the case')
    .option('--person <name...>', 'names to block out, as they are written')
    .requiredOption('--reason <text>', 'why, in words that name nobody')
    .option('--yes', 'do it; without this it is only told what would go')
    .addOption(by())
    .addOption(gazetteer())
    .action(
      (folder: string, { by: who, gazetteer: places, ...options }: ExpungeOptions & Signed & { gazetteer?: string }) =>
        expungeCommand(
          terminal,
          { caseStages: () => stages.caseStages(places), stamp: stamps(stages, who) },
          folder,
          options,
        ),
    );

  const store = program.command('store').description('copy, back up and restore cases, in folders and in databases');
  store
    .command('copy')
    .description('copy a case to a new folder or database; killed and run again, it goes on')
    .argument('<from>', CASE)
    .argument('<to>', 'where no case is yet')
    .action((from: string, to: string) => copyCommand(terminal, from, to));
  store
    .command('backup')
    .description('write a case as it is now into one file, while others work on it')
    .argument('<case>', CASE)
    .argument('<file>', 'file to write')
    .action((named: string, file: string) => backupCommand(terminal, named, file));
  store
    .command('restore')
    .description('make a case of a backup; killed and run again, it goes on')
    .argument('<file>', 'what isnad store backup has written')
    .argument('<case>', 'where no case is yet')
    .action((file: string, named: string) => restoreCommand(terminal, file, named));
};
