import { isRole, ROLES, type Role } from '@isnad/model';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { by } from '../case/case-commands.js';
import { stamps } from '../case/stamps.js';
import { countOption } from '../commands/options.js';
import type { Stages } from '../program.js';
import type { Terminal } from '../terminal.js';
import {
  type AddOptions,
  addPerson,
  listTeam,
  makeToken,
  type RevokeOptions,
  revoke,
  setBlocked,
  setPassword,
  setRole,
  showAudit,
  type TokenOptions,
} from './commands.js';

interface Signed {
  readonly by?: string;
}

const TEAM = 'database of the team: postgres://user@host/database';

const roleArgument = (word: string): Role | null => {
  if (word === 'none') return null;
  if (isRole(word)) return word;
  throw new InvalidArgumentError(`Give ${ROLES.join(', ')}, or none.`);
};

/** Commands by which an administrator keeps the accounts of a team; the first one is made here too. */
export const addTeamCommands = (program: Command, terminal: Terminal, stages: Stages): void => {
  const team = program.command('team').description('keep accounts, roles and tokens of a team on PostgreSQL');
  const signed = ({ by: who }: Signed) => ({ stamp: stamps(stages, who) });

  team
    .command('add')
    .description('make an account; its password is asked for, or is the first line of standard input')
    .argument('<team>', TEAM)
    .argument('<name>', 'name to sign in with')
    .option('--shown <name>', 'name that colleagues see and decisions are signed with (default: the name)')
    .option('--email <address>', 'address by which the identity provider knows who it is')
    .option('--no-password', 'sign in through the identity provider only')
    .addOption(by())
    .action((address: string, name: string, options: AddOptions & Signed) =>
      addPerson(terminal, signed(options), [address, name], options),
    );

  team
    .command('password')
    .description('set the password of an account, and end its sessions')
    .argument('<team>', TEAM)
    .argument('<name>', 'name to sign in with')
    .addOption(by())
    .action((address: string, name: string, options: Signed) =>
      setPassword(terminal, signed(options), [address, name]),
    );

  team
    .command('role')
    .description('give an account a role in a case, in place of the one before')
    .argument('<team>', TEAM)
    .argument('<name>', 'name to sign in with')
    .argument('<case>', 'name of the case')
    .argument('<role>', `${ROLES.join(', ')}, or none`, roleArgument)
    .addOption(by())
    .action((address: string, name: string, caseName: string, role: Role | null, options: Signed) =>
      setRole(terminal, signed(options), [address, name, caseName], role),
    );

  team
    .command('block')
    .description('let nothing of an account work any more: password, sessions, tokens')
    .argument('<team>', TEAM)
    .argument('<name>', 'name to sign in with')
    .option('--undo', 'let it in again')
    .addOption(by())
    .action((address: string, name: string, { undo = false, ...options }: Signed & { readonly undo?: boolean }) =>
      setBlocked(terminal, signed(options), [address, name], !undo),
    );

  team
    .command('token')
    .description('make a token for a program that works in the name of an account; it is printed once')
    .argument('<team>', TEAM)
    .argument('<name>', 'in whose name')
    .requiredOption('--label <text>', 'what it is for')
    .addOption(new Option('--role <role>', 'the most that it may do').choices(ROLES).default('reader'))
    .option('--case <name...>', 'cases in which it works (default: all of that account)')
    .addOption(new Option('--days <count>', 'days until it ends').argParser(countOption).default(90))
    .addOption(by())
    .action((address: string, name: string, options: TokenOptions & Signed) =>
      makeToken(terminal, signed(options), [address, name], options),
    );

  team
    .command('revoke')
    .description('end a token, or all sessions of an account')
    .argument('<team>', TEAM)
    .option('--token <id>', 'a token, by its id')
    .option('--sessions <name>', 'all sessions of an account')
    .addOption(by())
    .action((address: string, options: RevokeOptions & Signed) => revoke(terminal, signed(options), address, options));

  team
    .command('list')
    .description('accounts with their roles, and tokens')
    .argument('<team>', TEAM)
    .action((address: string) => listTeam(terminal, address));

  team
    .command('audit')
    .description('who changed what (NDJSON), and whether every line follows from the one before')
    .argument('<team>', TEAM)
    .addOption(new Option('--after <number>', 'only what came behind this line').argParser(countOption))
    .action((address: string, { after = 0 }: { readonly after?: number }) => showAudit(terminal, address, after));
};
