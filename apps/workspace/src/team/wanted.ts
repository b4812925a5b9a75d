/** Where somebody wanted to go before signing in: an address below a case, or nothing. Never another site. */
export const wanted = (search: string = location.search): string | null => {
  const then = new URLSearchParams(search).get('then');
  return then !== null && /^\/cases\/[a-z0-9][a-z0-9_-]*\/(?!.*[\\\s])/.test(then) ? then : null;
};
