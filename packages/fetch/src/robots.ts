import robotsParser from 'robots-parser';
import type { FetchLimits } from './limits.js';
import type { Time } from './rates.js';
import { Refusal } from './refusal.js';
import type { Answer } from './request.js';

/** The word by which a robots.txt names this program. */
export const ROBOT = 'isnad';

/** What a site allows. */
export interface Rules {
  readonly allows: (url: URL) => boolean;
  /** Pause that the site asks for, in milliseconds; null where it asks for none. */
  readonly pauseMs: number | null;
}

/** So long rules are believed (RFC 9309), in milliseconds. */
const BELIEVED = 24 * 60 * 60 * 1000;

type Robots = ReturnType<typeof robotsParser.default>;
// The package is CommonJS with a declaration that says otherwise.
const parse = robotsParser as unknown as (url: string, text: string) => Robots;

const ALL: Rules = { allows: () => true, pauseMs: null };

/** The rules of each site, asked for once a day. `ask` follows redirects and cuts off what is too long. */
export class RobotRules {
  readonly #known = new Map<string, { readonly rules: Rules; readonly until: number }>();
  readonly #time: Time;
  readonly #limits: FetchLimits;

  constructor(time: Time, limits: FetchLimits) {
    this.#time = time;
    this.#limits = limits;
  }

  async of(url: URL, ask: (robots: URL) => Promise<Answer>): Promise<Rules> {
    const known = this.#known.get(url.origin);
    if (known && known.until > this.#time.now()) return known.rules;
    const rules = await this.#asked(new URL('/robots.txt', url), ask);
    this.#known.set(url.origin, { rules, until: this.#time.now() + BELIEVED });
    return rules;
  }

  async #asked(robots: URL, ask: (robots: URL) => Promise<Answer>): Promise<Rules> {
    const { status, body } = await this.#answer(robots, ask);
    // A site without rules allows all; one that cannot say its rules allows nothing (RFC 9309, 2.3.1).
    if (status >= 400 && status < 500 && status !== 429) return ALL;
    if (status < 200 || status >= 300)
      throw new Refusal(
        'fetch/robots-unknown',
        `The site cannot say what it allows (robots.txt answers ${status}), so nothing was fetched. Try again later.`,
      );
    const text = new TextDecoder().decode(body);
    const rules = parse(robots.href, text);
    const seconds = rules.getCrawlDelay(ROBOT);
    return {
      allows: (url) => rules.isAllowed(url.href, ROBOT) !== false,
      pauseMs: seconds === undefined || !(seconds >= 0) ? null : Math.min(seconds * 1000, this.#limits.longestPauseMs),
    };
  }

  async #answer(robots: URL, ask: (robots: URL) => Promise<Answer>): Promise<Answer> {
    try {
      return await ask(robots);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // What is said of the host holds for the page as well; what is said of this one answer does not.
      const ofHost = /private-address|no-host|unreachable|tls|address$|too-slow|try-later|ended/.test(error.note.code);
      if (ofHost) throw error;
      throw new Refusal(
        'fetch/robots-unknown',
        `The site's robots.txt cannot be read, so nothing was fetched: ${error.message}`,
        { cause: error },
      );
    }
  }
}
