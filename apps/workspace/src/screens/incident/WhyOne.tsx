import type { Incident } from '@isnad/client';
import { href } from '../../app/router.js';
import { Covered } from '../../parts/Covered.js';
import { words } from '../../words/words.js';

const LONGEST = 60;

/** A reason such as `place:same` in words. */
const reason = (code: string): string => {
  const said = words.value.because as Readonly<Record<string, string>>;
  const [what = '', how = ''] = code.split(':');
  return `${said[what] ?? what}: ${said[how] ?? how.replaceAll('-', ' ')}`;
};

/** Why its claims were held to be about one occurrence. */
export const WhyOne = ({ of: { why, claims } }: { readonly of: Incident }) => {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const quoted = (id: string) => {
    const claim = byId.get(id);
    if (!claim) return null;
    const text = claim.span.text.replace(/\s+/g, ' ');
    return (
      <a href={href(['reports', claim.report], { claim: id })} dir="auto">
        «<Covered text={text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text} />»
      </a>
    );
  };
  return (
    <details class="section why-one">
      <summary>
        <h2>{words.value.incident.why}</h2>
      </summary>
      <ul>
        {why.map(({ a, b, because }) => (
          <li key={`${a} ${b}`}>
            <p>
              {quoted(a)} <span aria-hidden="true">=</span> {quoted(b)}
            </p>
            <p class="small soft">{because.map(reason).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </details>
  );
};
