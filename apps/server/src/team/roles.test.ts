import { fileURLToPath } from 'node:url';
import { isAtLeast, isRole } from '@isnad/model';
import { isPostgresWanted } from '@isnad/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASKERS, type Asker, CASE, type ServedTeam, serveTeam } from './team.fixture.js';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly 'x-least-role'?: string;
  readonly 'x-audience'?: string;
}

interface Route extends Operation {
  readonly method: string;
  /** As the document has it, below the address of the case. */
  readonly path: string;
  readonly base: string;
}

const PAGE = fileURLToPath(new URL('../../../../docs/security-roles.md', import.meta.url));

const INTRO = `# Who may do what

What each route of a team’s server answers to whom, as \`apps/server/src/team/roles.test.ts\` found it: it asks every route of
the OpenAPI documents as everybody, and writes this page (\`npx vitest run apps/server/src/team/roles.test.ts -u\`). The least
role of a route stands in the table of routes (\`packages/api/src/routes\`); what somebody without it is answered is the rest.

✓ is let in; 401 is to sign in first; 403 has too low a role; 404 is told that there is no such case, as for one that does not
exist. A _stranger_ is signed in and has roles in other cases only. A token has what its owner has, but at most the role
and the cases that it was made for. Some decisions ask for more than the route: grading and naming, and taking back what
somebody else decided, for an editor. Nothing is expunged over the network.
`;

/** Something to put in the place of each parameter, that the case holds where it matters. */
const filled = (path: string, report: string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const values: Record<string, string> = {
      id: report,
      queue: 'disputes',
      form: 'csv',
      file: 'case.csv',
      from: '1',
      to: 'now',
    };
    return encodeURIComponent(values[name] ?? '1');
  });

describe.skipIf(!isPostgresWanted)('every route, asked by everybody', () => {
  let served: ServedTeam;
  let routes: readonly Route[];
  let report: string;
  const found = new Map<string, string>();

  const routesOf = async (base: string): Promise<readonly Route[]> => {
    const document = (await (await served.ask('reader', `${base}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, Operation>>;
    };
    return Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        ...operation,
        method: method.toUpperCase(),
        path,
        base,
      })),
    );
  };
  beforeAll(async () => {
    served = await serveTeam();
    report = served.stage.scene({ name: null, role: 'reader' }).view.record.reports[0]!.id;
    routes = [...(await routesOf('')), ...(await routesOf(`/cases/${CASE}`))];
  });
  afterAll(async () => {
    expect(served.slips).toEqual([]);
    await served.remove();
  });

  /** ✓, or the status with which somebody is kept out. */
  const outcome = async (asker: Asker, { method, path, base }: Route): Promise<string> => {
    const target = `${base}${filled(path, report)}`;
    const response = await (method === 'GET' ? served.ask(asker, target) : served.post(asker, target, { strange: {} }));
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) await response.body!.cancel();
    else {
      const problem = response.status >= 400 ? ((await response.json()) as { code: string }) : null;
      if (problem && ['api/sign-in', 'api/no-case', 'api/not-allowed'].includes(problem.code))
        return String(response.status);
    }
    expect([target, asker, response.status < 500]).toEqual([target, asker, true]);
    return '✓';
  };

  const expected = (asker: Asker, route: Route): string => {
    const { 'x-least-role': least, 'x-audience': audience } = route;
    if (least !== undefined && isRole(least)) {
      if (asker === 'nobody') return '401';
      if (asker === 'stranger') return '404';
      return isAtLeast(asker, least) ? '✓' : '403';
    }
    expect(['anybody', 'signed-in', 'session']).toContain(audience);
    return audience !== 'anybody' && asker === 'nobody' ? '401' : '✓';
  };

  it.each(ASKERS)('%s', async (asker) => {
    expect(routes.length).toBeGreaterThan(38);
    for (const route of routes) {
      // Signing out would keep the same account from asking the rest.
      if (route.operationId.startsWith('signOut') && asker !== 'nobody') {
        found.set(`${asker} ${route.operationId}`, '✓');
        continue;
      }
      const is = await outcome(asker, route);
      expect([asker, route.operationId, is]).toEqual([asker, route.operationId, expected(asker, route)]);
      found.set(`${asker} ${route.operationId}`, is);
    }
  });

  it('signing out is for whoever is signed in', async () => {
    for (const asker of ASKERS) {
      const { status } = await served.post(asker, '/api/session/end', {});
      expect([asker, status]).toEqual([asker, asker === 'nobody' ? 401 : 201]);
    }
  });

  it('is told by docs/security-roles.md', async () => {
    const head = ['route', 'what it gives or does', ...ASKERS];
    const lines = routes.map((route) => [
      `\`${route.method} ${route.base === '' ? '' : '…'}${route.path}\``,
      route.summary,
      ...ASKERS.map((asker) => found.get(`${asker} ${route.operationId}`)!),
    ]);
    // Aligned as the formatter of the repository writes it.
    const widths = head.map((_, at) => Math.max(...[head, ...lines].map((cells) => cells[at]!.length)));
    const row = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |\n`;
    const table = [head, widths.map((width) => '-'.repeat(width)), ...lines].map(row).join('');
    const note =
      '\n`…` stands for `/cases/NAME`. Below it are, for readers, also the pages of the workspace and `/dossier/`.\n';
    await expect(`${INTRO}\n${table}${note}`).toMatchFileSnapshot(PAGE);
  });
});
