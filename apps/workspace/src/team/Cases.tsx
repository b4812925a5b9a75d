import type { Account } from '@isnad/client';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words/words.js';
import { signOut } from './askTeam.js';
import { ChangePassword } from './ChangePassword.js';

/** The cases of whoever is signed in, and the way out. */
export const Cases = ({ account }: { readonly account: Account }) => {
  const { team } = words.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const leave = async (everywhere: boolean): Promise<void> => {
    await signOut(everywhere);
    location.assign('/');
  };
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {team.cases}
      </h1>
      {location.pathname.startsWith('/cases/') && <p class="warn-text">{team.noCase}</p>}
      {account.cases.length === 0 && <p class="soft">{team.none}</p>}
      <ul class="team-cases">
        {account.cases.map(({ name, title, role }) => (
          <li key={name}>
            <a href={`/cases/${name}/`}>
              <bdi>{title ?? name}</bdi>
            </a>
            <span class="faint small">
              {title !== null && title !== name && (
                <>
                  <bdi>{name}</bdi> ·{' '}
                </>
              )}
              {team.role}: {team.roles[role]}
            </span>
          </li>
        ))}
      </ul>
      {account.hasPassword && <ChangePassword />}
      <p class="team-out">
        <b>
          <bdi>{account.shown}</bdi>
        </b>
        <button class="button" type="button" onClick={() => void leave(false)}>
          {team.signOut}
        </button>
        <button class="button quiet" type="button" onClick={() => void leave(true)}>
          {team.everywhere}
        </button>
      </p>
    </>
  );
};
