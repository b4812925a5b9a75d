import type { Problem } from '@isnad/api';

/** What a handler throws when it cannot answer: it becomes a problem of that status. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'Refused';
  }
}

const refused =
  (status: number) =>
  (code: string, title: string, detail: string): Refused =>
    new Refused({ type: 'about:blank', status, code, title, detail });

export const badRequest = refused(400);
export const unauthorized = refused(401);
export const forbidden = refused(403);
export const notFound = refused(404);
export const conflict = refused(409);
export const changed = refused(412);

/** A thing that the case does not hold. */
export const noSuch = (what: string, id: string): Refused =>
  notFound(
    'api/not-found',
    `There is no ${what} ${id.slice(0, 100)}`,
    'It may have gone with a newer record; go back to the list.',
  );
