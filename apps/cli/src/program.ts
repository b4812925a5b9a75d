import type { CaseStages } from '@isnad/casework';
import { type CompareWords, tableForms } from '@isnad/compare';
import type { Fetcher } from '@isnad/fetch';
import { GAZETTEER_FORMS } from '@isnad/lexicon';
import type { CaseRecord } from '@isnad/model';
import { forms } from '@isnad/publish';
import type { CaseWords } from '@isnad/server';
import { Command, Option } from 'commander';
import type { CaseMaker } from './build/case-maker.js';
import { addCaseCommands, by } from './case/case-commands.js';
import { stamps } from './case/stamps.js';
import { type BuildOptions, buildCommand } from './commands/build.js';
import { type CompareOptions, compareCommand } from './commands/compare.js';
import { type DiffOptions, diffCommand } from './commands/diff.js';
import { type EvalOptions, evalCommand } from './commands/eval.js';
import { explainCommand } from './commands/explain.js';
import { type ExportOptions, exportCommand } from './commands/export.js';
import { type ImportOptions, importCommand } from './commands/gazetteer.js';
import { dayOption, edtfOption, portOption } from './commands/options.js';
import { type ReadOptions, readCommand } from './commands/read.js';
import { type ReleaseOptions, releaseCommand } from './commands/release.js';
import { type ServeOptions, serveCommand } from './commands/serve.js';
import { settingsCommand } from './commands/settings.js';
import { textCommand } from './commands/text.js';
import type { Overrides } from './disk/documents.js';
import type { FetchAsked } from './fetch/asked.js';
import type { Ending } from './fetch/wait.js';
import type { Reader } from './reader.js';
import { applySettings } from './settings/apply.js';
import { type Found, loadSettings } from './settings/load.js';
import { addTeamCommands } from './team/team-commands.js';
import type { Terminal } from './terminal.js';
import { addWorkCommands } from './work/work-commands.js';

/** The stages that the commands run; made when first needed, so that `--help` costs nothing. */
export interface Stages {
  /** `gazetteer`: a table of places that `isnad gazetteer import` made, or a folder of such. */
  readonly reader: (gazetteer?: string) => Reader;
  readonly caseMaker: (gazetteer?: string) => CaseMaker;
  /** What exports and comparisons need of the lexicon. */
  readonly words: (gazetteer?: string) => CompareWords;
  /** What work on a case runs. */
  readonly caseStages: (gazetteer?: string) => CaseStages;
  /** What fetches web addresses, where the program can; without it an address is refused. */
  readonly fetcher?: (asked: FetchAsked & { readonly signal?: AbortSignal }) => Fetcher;
  /** How what runs on and on waits and is ended; by the clock and by signals unless given. */
  readonly ending?: () => Ending;
  /** Words for what stands in a record, out of the lexicon. */
  readonly caseWords: (gazetteer?: string) => (record: CaseRecord) => CaseWords;
  readonly version: string;
  /** This instant in UTC (RFC 3339), for the custody log. */
  readonly now: () => string;
  /** Today as `YYYY-MM-DD`: the default of `--as-of`. */
  readonly today: () => string;
}

interface WithGazetteer {
  readonly gazetteer?: string;
}

/** The command line of `isnad`. */
export const createProgram = (terminal: Terminal, stages: Stages): Command => {
  const { reader, caseMaker, caseStages, words, caseWords, version, now, today } = stages;
  const program = new Command('isnad');
  program
    .description(
      'Turns news reports about an armed conflict into a record in which every figure keeps its chain of sources.',
    )
    .version(version)
    .configureOutput({
      writeOut: (text) => void terminal.out(text),
      writeErr: terminal.err,
      outputError: (text, write) => write(`isnad: ${text.replace(/^error: /, '')}`),
    })
    .showSuggestionAfterError()
    .showHelpAfterError('isnad: --help after a command lists what it takes')
    .exitOverride()
    .addOption(new Option('--settings <file>', 'settings of this installation (YAML)').env('ISNAD_SETTINGS'));
  let found: Found = { settings: {}, from: new Map() };
  program.hook('preAction', (_, command) => {
    found = loadSettings(program.opts<{ readonly settings?: string }>().settings, process.env);
    applySettings(command, found.settings);
  });
  const published = () =>
    new Option('--published <edtf>', 'publication date; wins over sidecar and text').argParser(edtfOption);

  const gazetteer = () =>
    new Option('--gazetteer <path>', 'imported places, used behind the program’s own').env('ISNAD_GAZETTEER');

  /** Where a command gets the record of a case, and words for what stands in it. */
  const source = (places: string | undefined) => ({
    words: () => words(places),
    caseStages: () => caseStages(places),
    stamp: stamps(stages),
  });

  program
    .command('read')
    .description('read each report and print its claims')
    .argument('<file...>', 'reports, or files and folders of them (text, HTML, PDF, CSV, feeds, archives …)')
    .addOption(published())
    .option('--outlet <name>', 'outlet; wins over sidecar and text')
    .addOption(new Option('--format <form>', 'lines for programs, or a table for people').choices(['ndjson', 'table']))
    .addOption(gazetteer())
    .action((files: string[], { gazetteer: places, ...options }: ReadOptions & WithGazetteer) =>
      readCommand(terminal, () => reader(places), files, options),
    );

  program
    .command('text')
    .description('print what the reader sees below the level of claims: sentences, numbers, dates, names')
    .argument('<file...>', 'reports, or - for lines on standard input')
    .addOption(published())
    .addOption(gazetteer())
    .action((files: string[], { gazetteer: places, ...options }: Overrides & WithGazetteer) =>
      textCommand(terminal, () => reader(places), files, options),
    );

  program
    .command('build')
    .description('build the record and dossier of a folder of reports')
    .argument('[path...]', 'folders or files of reports, or a case')
    .requiredOption('--out <dir>', 'folder to write; replaced as a whole')
    .option('--claims <file>', 'lines of isnad read, in place of reading')
    .option('--texts <dir>', 'texts of the reports of --claims')
    .option('--decisions <file>', 'what people decided (NDJSON)')
    .option('--names', "let private persons' names through")
    .addOption(
      new Option('--as-of <day>', 'day of publication; rules what the policy delays')
        .argParser(dayOption)
        .default(today(), 'today'),
    )
    .addOption(gazetteer())
    .action((paths: string[], options: BuildOptions) => {
      const places = options.gazetteer;
      return buildCommand(
        terminal,
        {
          reader: () => reader(places),
          maker: () => caseMaker(places),
          caseStages: () => caseStages(places),
          stamp: stamps(stages),
        },
        paths,
        options,
      );
    });

  program
    .command('eval')
    .description('measure the reader against annotated reports')
    .argument('<gold>', 'folder with one annotation a report')
    .option('--texts <dir>', 'folder of the reports (default: texts beside the folder)')
    .option('--by-report', 'also print a table with a row a report')
    .option('--misses', 'also list what was missed and what was read wrongly')
    .option('--json', 'print the measures as JSON')
    .addOption(gazetteer())
    .action((gold: string, { gazetteer: places, ...options }: EvalOptions & WithGazetteer) =>
      evalCommand(terminal, () => reader(places), gold, options),
    );

  program
    .command('explain')
    .description('show which rules read a passage, or how a claim came into a record')
    .argument('<place>', 'FILE:OFFSET, or a claim id with --in')
    .option('--in <dir>', 'folder of a built record')
    .addOption(gazetteer())
    .action((place: string, { gazetteer: places, ...options }: { in?: string } & WithGazetteer) =>
      explainCommand(terminal, () => reader(places), place, options),
    );

  program
    .command('export')
    .description('give a built record in a form that others read')
    .argument('<record>', 'a case, a folder of a built record, or its record.json')
    .addOption(new Option('--as <form>', 'form to write').choices(forms.map(({ id }) => id)).makeOptionMandatory())
    .requiredOption('--out <file>', 'file to write; for csv a folder')
    .option('--texts <dir>', 'folder of the reports, for forms that show words in their text')
    .addOption(
      new Option(
        '--as-of <day>',
        'day of publication; rules what the policy delays (default: that of the build)',
      ).argParser(dayOption),
    )
    .option('--names', "let private persons' names through")
    .option('--licence <terms>', 'licence of the data: its name or address')
    .option('--citation <text>', 'how the data are to be cited')
    .addOption(gazetteer())
    .action((record: string, { gazetteer: places, ...options }: ExportOptions & WithGazetteer) =>
      exportCommand(terminal, source(places), record, { today: today(), ...options }),
    );

  addCaseCommands(program, terminal, stages, gazetteer);
  addWorkCommands(program, terminal, stages, gazetteer);

  program
    .command('compare')
    .description('hold a record against a table of events: what agrees, differs or is missing, and why')
    .argument('<record>', 'a case, a folder of a built record, or its record.json')
    .argument('<table>', 'table in the columns of ACLED, UCDP or Airwars, or of your own (CSV, XLSX, JSON)')
    .addOption(
      new Option('--as <form>', 'form of the table, where headings do not tell').choices(
        tableForms.map(({ id }) => id),
      ),
    )
    .option(
      '--column <field=heading>',
      'column of your own table that holds a field; may be repeated',
      (pair: string, before: readonly string[]) => [...before, pair],
      [] as readonly string[],
    )
    .option('--sheet <name>', 'sheet of a workbook (default: its first)')
    .addOption(new Option('--dates <order>', 'how 05/06/2018 is meant').choices(['dmy', 'mdy']))
    .addOption(new Option('--format <form>', 'JSON for programs, or a table for people').choices(['json', 'table']))
    .addOption(new Option('--language <code>', 'language of the table for people').choices(['ar', 'en']).default('en'))
    .option('--names', "let private persons' names through")
    .addOption(gazetteer())
    .action(
      (
        record: string,
        table: string,
        { gazetteer: places, ...options }: Omit<CompareOptions, 'today'> & WithGazetteer,
      ) => compareCommand(terminal, source(places), record, table, { today: today(), ...options }),
    );

  program
    .command('release')
    .description('freeze what may be published of a case as a numbered release, with what changed since the last')
    .argument('<record>', 'a case, a folder of a built record, or its record.json')
    .option('--into <dir>', 'folder of the releases (default: releases in the case, or beside a built record)')
    .option('--texts <dir>', 'folder of the reports, for forms that show words in their text')
    .addOption(new Option('--as-of <day>', 'day of publication; rules what the policy delays').argParser(dayOption))
    .option('--names', "let private persons' names through")
    .option('--licence <terms>', 'licence of the data: its name or address')
    .option('--citation <text>', 'how the data are to be cited')
    .option('--note <text>', 'what readers should know of this release')
    .addOption(gazetteer())
    .action(async (record: string, { gazetteer: places, ...options }: ReleaseOptions & WithGazetteer) => {
      await releaseCommand(terminal, source(places), record, { today: today(), ...options });
    });

  program
    .command('diff')
    .description('say what changed between two releases, and because of which report or decision')
    .argument('<from>', 'a release, or a case or built record')
    .argument('<to>', 'a release, or a case or built record')
    .addOption(new Option('--language <code>', 'language of the text').choices(['ar', 'en']).default('en'))
    .addOption(new Option('--format <form>', 'text, or JSON in both languages').choices(['text', 'json']))
    .addOption(gazetteer())
    .action((from: string, to: string, { gazetteer: places, ...options }: DiffOptions & WithGazetteer) =>
      diffCommand(terminal, source(places), [from, to], { today: today(), ...options }),
    );

  program
    .command('gazetteer')
    .description('places from other gazetteers')
    .command('import')
    .description('make a table for --gazetteer of GeoNames dumps, Who’s On First GeoJSON or OCHA tables')
    .argument('<file...>', 'tables, or folders of them')
    .requiredOption('--out <file>', 'table to write, such as places.csv')
    .addOption(new Option('--form <form>', 'their form, where it is not detected').choices(GAZETTEER_FORMS))
    .action((files: string[], options: ImportOptions) => importCommand(terminal, files, options));

  program
    .command('serve')
    .description('open the workspace on a case or a team’s cases, or show a built record')
    .argument('[case]', 'a case, the database of a team, or a folder of a built record (default: the example)')
    .addOption(new Option('--port <port>', 'port').argParser(portOption).default(4750))
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .addOption(new Option('--log <form>', 'log for people, or for programs').choices(['text', 'json']).default('text'))
    .addOption(by())
    .addOption(gazetteer())
    .action((folder: string | undefined, options: ServeOptions & WithGazetteer & { readonly by?: string }) =>
      serveCommand(terminal, folder, options, {
        caseStages: () => caseStages(options.gazetteer),
        wordsFor: (record) => caseWords(options.gazetteer)(record),
        stamp: stamps(stages, options.by),
        gazetteer: options.gazetteer,
        version,
        now,
        settings: found.settings,
      }),
    );

  addTeamCommands(program, terminal, stages);

  program
    .command('settings')
    .description('list every setting of this installation: what it is now, and where that was found')
    .action(() => settingsCommand(terminal, found));
  return program;
};
