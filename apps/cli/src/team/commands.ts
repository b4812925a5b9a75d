import type { Role } from '@isnad/model';
import { casesOf, isAddress, parseAddress, type Stamp } from '@isnad/store';
import { openTeam, type Team } from '@isnad/team';
import { Failure } from '../failure.js';
import { columns } from '../output/table.js';
import type { Terminal } from '../terminal.js';
import { askPassword } from './secret.js';

/** What the commands of a team take of the program. */
export interface TeamStages {
  readonly stamp: () => Stamp;
  /** By default `askPassword`. */
  readonly password?: (terminal: Terminal) => Promise<string>;
}

/** Works on a team, and closes it whatever comes. */
const withTeam = async <T>(address: string, work: (team: Team) => Promise<T>): Promise<T> => {
  if (!isAddress(address))
    throw new Failure(
      'cli/no-team',
      'a folder has no accounts: whoever is at the machine owns the case',
      'Name the database of a team, postgres://user@host/database.',
    );
  const team = await openTeam(parseAddress(address).connection);
  try {
    return await work(team);
  } finally {
    await team.close();
  }
};

const deedOf = ({ stamp }: TeamStages) => {
  const { by, at } = stamp();
  return { by, at };
};

export interface AddOptions {
  readonly shown?: string;
  readonly email?: string;
  /** False: the account is signed in to through the identity provider only. */
  readonly password: boolean;
}

/** `isnad team add`: an account. */
export const addPerson = async (
  terminal: Terminal,
  stages: TeamStages,
  [address, name]: readonly [string, string],
  { shown, email, password: hasPassword }: AddOptions,
): Promise<void> =>
  withTeam(address, async (team) => {
    const password = hasPassword ? await (stages.password ?? askPassword)(terminal) : undefined;
    const person = await team.people.add({ name, shown, email, password }, deedOf(stages));
    terminal.err(`isnad: ${person.name} can sign in; give a role with isnad team role\n`);
  });

/** `isnad team password`: another password; all sessions end. */
export const setPassword = async (
  terminal: Terminal,
  stages: TeamStages,
  [address, name]: readonly [string, string],
): Promise<void> =>
  withTeam(address, async (team) => {
    await team.people.setPassword(name, await (stages.password ?? askPassword)(terminal), deedOf(stages));
    terminal.err('isnad: the password is set, and all sessions have ended\n');
  });

/** `isnad team role`: a role in a case in place of the one before. */
export const setRole = async (
  terminal: Terminal,
  stages: TeamStages,
  [address, name, caseName]: readonly [string, string, string],
  role: Role | null,
): Promise<void> =>
  withTeam(address, async (team) => {
    const cases = await casesOf(parseAddress(address));
    if (role !== null && !cases.includes(caseName))
      throw new Failure(
        'cli/no-team-case',
        `the team has no case ${caseName}`,
        cases.length === 0 ? 'Begin one with isnad init.' : `It has ${cases.join(', ')}.`,
      );
    await team.people.setRole(name, caseName, role, deedOf(stages));
    terminal.err(`isnad: ${name} is ${role ?? 'nothing'} in ${caseName}\n`);
  });

/** `isnad team block`: nothing of an account works any more, or again. */
export const setBlocked = async (
  terminal: Terminal,
  stages: TeamStages,
  [address, name]: readonly [string, string],
  isBlocked: boolean,
): Promise<void> =>
  withTeam(address, async (team) => {
    await team.people.setBlocked(name, isBlocked, deedOf(stages));
    terminal.err(`isnad: ${name} is ${isBlocked ? 'blocked' : 'let in again'}\n`);
  });

export interface TokenOptions {
  readonly label: string;
  readonly role: Role;
  readonly case?: readonly string[];
  readonly days: number;
}

/** `isnad team token`: a token for a program, shown once. */
export const makeToken = async (
  terminal: Terminal,
  stages: TeamStages,
  [address, name]: readonly [string, string],
  { label, role, case: cases = [], days }: TokenOptions,
): Promise<void> =>
  withTeam(address, async (team) => {
    const scope = { label, role, days, cases: cases.length === 0 ? null : cases };
    const { id, token } = await team.tokens.make(name, scope, deedOf(stages));
    await terminal.out(`${token}\n`);
    terminal.err(`isnad: this is shown once; isnad team revoke --token ${id} ends it\n`);
  });

export interface RevokeOptions {
  /** Id of a token. */
  readonly token?: string;
  /** Name of whose sessions. */
  readonly sessions?: string;
}

/** `isnad team revoke`: a token, or all sessions of somebody. */
export const revoke = async (
  terminal: Terminal,
  stages: TeamStages,
  address: string,
  { token, sessions }: RevokeOptions,
): Promise<void> =>
  withTeam(address, async (team) => {
    if (token === undefined && sessions === undefined)
      throw new Failure('cli/nothing-named', 'nothing was named to be revoked', 'Name it with --token or --sessions.');
    if (token !== undefined) {
      await team.tokens.revoke(token, deedOf(stages));
      terminal.err(`isnad: the token ${token} does not hold any more\n`);
    }
    if (sessions !== undefined)
      terminal.err(`isnad: ${await team.sessions.endAll(sessions, deedOf(stages))} sessions have ended\n`);
  });

/** `isnad team list`: accounts with their roles, and tokens. */
export const listTeam = async (terminal: Terminal, address: string): Promise<void> =>
  withTeam(address, async (team) => {
    const [people, tokens] = [await team.people.list(), await team.tokens.list()];
    const lines = [
      ...people.map(({ id: _, ...person }) => ({ is: 'account', ...person })),
      ...tokens.map((token) => ({ is: 'token', ...token })),
    ];
    if (!terminal.outIsScreen) return terminal.out(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await terminal.out(
      columns([
        ['account', 'shown as', 'signs in with', 'roles'],
        ...people.map(({ name, shown, hasPassword, isLinked, email, isBlocked, roles }) => [
          name,
          shown,
          isBlocked
            ? 'blocked'
            : [hasPassword ? 'password' : '', isLinked || email ? 'provider' : ''].filter(Boolean).join(', '),
          Object.entries(roles)
            .map(([caseName, role]) => `${caseName}: ${role}`)
            .join(', '),
        ]),
      ]),
    );
    if (tokens.length > 0)
      await terminal.out(
        `\n${columns([
          ['token', 'of', 'for', 'may', 'ends'],
          ...tokens.map(({ id, person, label, role, cases, endsAt, isRevoked }) => [
            id,
            person,
            label,
            `${role} in ${cases?.join(', ') ?? 'all cases'}`,
            isRevoked ? 'revoked' : endsAt.slice(0, 10),
          ]),
        ])}`,
      );
  });

const SOME = 1_000;

/** `isnad team audit`: who changed what, line by line, each held against the one before. */
export const showAudit = async (terminal: Terminal, address: string, after: number): Promise<void> =>
  withTeam(address, async (team) => {
    for (let from = after; ; ) {
      const entries = await team.audit.list({ after: from, limit: SOME });
      await terminal.out(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      if (entries.length < SOME) break;
      from = entries.at(-1)!.number;
    }
    const broken = await team.audit.brokenAt();
    if (broken === null) return terminal.err('isnad: every line follows from the one before\n');
    throw new Failure(
      'cli/audit-broken',
      `line ${broken} of the audit trail does not follow from the one before it`,
      'Somebody changed it beside the program; compare it with an earlier copy of the database.',
    );
  });
