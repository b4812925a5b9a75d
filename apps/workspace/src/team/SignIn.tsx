import type { Account, Problem, SignInWays } from '@isnad/client';
import { useRef, useState } from 'preact/hooks';
import { words } from '../words/words.js';
import { signIn } from './askTeam.js';
import { wanted } from './wanted.js';

const said = ({ status, title, detail }: Problem): string => {
  const { team } = words.value;
  if (status === 401) return team.wrong;
  return status === 429 ? team.wait : `${title}. ${detail}`;
};

/** How coming back from the identity provider ended, where it did not end in a session. */
const outcome = (): string => {
  const { team } = words.value;
  const why = new URLSearchParams(location.search).get('refused');
  if (why === null) return '';
  return why === 'unknown' ? team.notKnown : team.notDone;
};

interface Props {
  readonly ways: SignInWays | null;
  readonly done: (account: Account) => void;
}

/** Name and password, or the identity provider. */
export const SignIn = ({ ways, done }: Props) => {
  const [complaint, setComplaint] = useState('');
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { team } = words.value;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const given = new FormData(form.current!);
    setBusy(true);
    setComplaint('');
    const asked = await signIn(String(given.get('name') ?? ''), String(given.get('password') ?? ''));
    setBusy(false);
    if ('value' in asked) return done(asked.value);
    setComplaint(said(asked.problem));
    const password = form.current?.elements.namedItem('password');
    if (password instanceof HTMLInputElement) password.select();
  };
  return (
    <>
      <h1 tabIndex={-1}>{team.signIn}</h1>
      <p class="soft">{team.lede}</p>
      <form ref={form} class="team-form" onSubmit={(event) => void submit(event)}>
        <label class="labelled">
          {team.name}
          <input
            class="field"
            name="name"
            dir="auto"
            required
            autoComplete="username"
            autoCapitalize="none"
            spellcheck={false}
          />
        </label>
        <label class="labelled">
          {team.password}
          <input class="field" name="password" type="password" dir="auto" required autoComplete="current-password" />
        </label>
        <p role="alert" class="warn-text">
          {complaint || outcome()}
        </p>
        <button class="button main" type="submit" disabled={isBusy}>
          {isBusy ? team.entering : team.enter}
        </button>
      </form>
      {ways?.provider && (
        <p class="team-provider">
          <span class="faint">{team.or}</span>{' '}
          <a class="button" href={`/sign-in/provider?then=${encodeURIComponent(wanted() ?? '/')}`}>
            {team.provider} <bdi>{ways.provider}</bdi>
          </a>
        </p>
      )}
    </>
  );
};
