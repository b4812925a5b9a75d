import { type Command, Option } from 'commander';
import { by } from '../case/case-commands.js';
import { stamps } from '../case/stamps.js';
import { countOption } from '../commands/options.js';
import { type QueueOptions, queueCommand } from '../commands/queue.js';
import { type WorkerOptions, workerCommand } from '../commands/worker.js';
import { endedBySignals } from '../fetch/wait.js';
import type { Stages } from '../program.js';
import type { Terminal } from '../terminal.js';

/** The commands that work for a team on PostgreSQL. */
export const addWorkCommands = (
  program: Command,
  terminal: Terminal,
  stages: Stages,
  gazetteer: () => Option,
): void => {
  program
    .command('worker')
    .description('read what comes into the cases of a team and make their records; Ctrl-C ends it')
    .addOption(
      new Option('--store <address>', 'database of the team: postgres://USER@HOST/DATABASE')
        .env('ISNAD_STORE')
        .makeOptionMandatory(),
    )
    .addOption(new Option('--processes <count>', 'programs at work').argParser(countOption).default(1))
    .addOption(new Option('--patience <seconds>', 'longest time for one report').argParser(countOption).default(60))
    .addOption(new Option('--grace <seconds>', 'longest time to end what is begun').argParser(countOption).default(30))
    .addOption(by())
    .addOption(gazetteer())
    .action(({ by: who, gazetteer: places, ...options }: WorkerOptions & { by?: string; gazetteer?: string }) =>
      workerCommand(
        terminal,
        {
          caseStages: () => stages.caseStages(places),
          stamp: stamps(stages, who ?? 'worker'),
          ending: stages.ending?.() ?? endedBySignals(),
        },
        options,
      ),
    );

  program
    .command('queue')
    .description('tell how far the reading of a team’s cases has come, and what was set aside')
    .argument('<store>', 'database of the team, or one case in it')
    .option('--back [path...]', 'have reports read again that were set aside')
    .addOption(gazetteer())
    .action((address: string, { gazetteer: places, ...options }: QueueOptions & { gazetteer?: string }) =>
      queueCommand(terminal, stages.caseStages(places), address, options),
    );
};
