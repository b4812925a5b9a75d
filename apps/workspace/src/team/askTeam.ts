import type { Account, Problem, SignInWays } from '@isnad/client';

/** What came of asking the server of a team: an answer, or why there is none. */
export type Asked<T> = { readonly value: T } | { readonly problem: Problem };

const ask = async <T>(path: string, body?: object): Promise<Asked<T>> => {
  const sending = body && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  try {
    const response = await fetch(path, sending);
    const answer: unknown = await response.json();
    return response.ok ? { value: answer as T } : { problem: answer as Problem };
  } catch (error) {
    const [title, detail] = ['No answer', String(error)];
    return { problem: { type: 'about:blank', status: 0, code: 'client/no-answer', title, detail } };
  }
};

export const askAccount = (): Promise<Asked<Account>> => ask('/api/account');
export const askWays = (): Promise<Asked<SignInWays>> => ask('/api/sign-in');
export const signIn = (name: string, password: string): Promise<Asked<Account>> =>
  ask('/api/session', { name, password });
export const changePassword = (password: string, next: string): Promise<Asked<Account>> =>
  ask('/api/password', { password, next });
export const signOut = (everywhere: boolean): Promise<Asked<object>> =>
  ask(everywhere ? '/api/session/end-all' : '/api/session/end', {});
