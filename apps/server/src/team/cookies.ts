/** Cookies of a team's server. Over HTTPS the prefix keeps other hosts of the domain from setting them. */
export interface Cookies {
  readonly session: string;
  /** Held by a browser while it is at the identity provider. */
  readonly signIn: string;
  readonly set: (name: string, value: string) => string;
  readonly clear: (name: string) => string;
}

export const cookiesFor = (isSecure: boolean): Cookies => {
  const prefix = isSecure ? '__Host-' : '';
  // Lax: a link to a report from a colleague's mail leads there, a form of another site does not.
  const attributes = `; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return {
    session: `${prefix}isnad`,
    signIn: `${prefix}isnad-sign-in`,
    set: (name, value) => `${name}=${value}${attributes}`,
    clear: (name) => `${name}=; Max-Age=0${attributes}`,
  };
};

/** The value of a cookie that a request brings; null where it brings none, or two that might be told apart otherwise elsewhere. */
export const cookieOf = (request: Request, name: string): string | null => {
  const found = (request.headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return found.length === 1 ? found[0]! : null;
};
