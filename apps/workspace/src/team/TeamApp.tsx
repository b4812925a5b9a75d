import type { Account, SignInWays } from '@isnad/client';
import { useEffect, useState } from 'preact/hooks';
import { Logo } from '../app/Logo.js';
import { Languages, ThemeButton } from '../app/Switches.js';
import { words } from '../words/words.js';
import { askAccount, askWays } from './askTeam.js';
import { Cases } from './Cases.js';
import { SignIn } from './SignIn.js';
import { wanted } from './wanted.js';

/** What stands at `/` of a team's server. */
export const TeamApp = () => {
  /** Undefined until the server has told. */
  const [account, setAccount] = useState<Account | null | undefined>(undefined);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const asked = await askWays();
      const found = 'value' in asked ? asked.value : null;
      setWays(found);
      const known = found?.signedIn ? await askAccount() : null;
      setAccount(known && 'value' in known ? known.value : null);
    };
    void look();
  }, []);
  const [ways, setWays] = useState<SignInWays | null>(null);
  const { team, name, loading } = words.value;
  useEffect(() => {
    document.title = `${account ? team.cases : team.signIn} · ${name}`;
  });
  const arrived = (found: Account): void => {
    const address = wanted();
    if (address === null) setAccount(found);
    else location.assign(address);
  };
  return (
    <>
      <header class="bar">
        <a class="bar-case" href="/">
          <Logo />
          <span>{name}</span>
        </a>
        <div class="bar-tools">
          <Languages />
          <ThemeButton />
        </div>
      </header>
      <main id="main" class="team">
        {account === undefined ? (
          <p class="empty">{loading}</p>
        ) : account === null ? (
          <SignIn ways={ways} done={arrived} />
        ) : (
          <Cases account={account} />
        )}
      </main>
    </>
  );
};
