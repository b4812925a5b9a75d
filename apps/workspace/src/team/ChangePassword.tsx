import { useRef, useState } from 'preact/hooks';
import { words } from '../words/words.js';
import { changePassword } from './askTeam.js';

/** One's own password, closed until it is asked for. */
export const ChangePassword = () => {
  const [said, setSaid] = useState('');
  const [isDone, setDone] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { team } = words.value;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const given = new FormData(form.current!);
    const text = (name: string): string => String(given.get(name) ?? '');
    if (text('next') !== text('again')) return setSaid(team.differ);
    setSaid('');
    const asked = await changePassword(text('password'), text('next'));
    if ('value' in asked) {
      form.current?.reset();
      setDone(true);
      return setSaid(team.changed);
    }
    const { code, status, title, detail } = asked.problem;
    setDone(false);
    if (code === 'api/wrong-password') return setSaid(team.wrongBefore);
    if (code === 'team/weak-password') return setSaid(team.weak);
    setSaid(status === 429 ? team.wait : `${title}. ${detail}`);
  };
  const fields = [
    ['password', team.before, 'current-password'],
    ['next', team.next, 'new-password'],
    ['again', team.again, 'new-password'],
  ] as const;
  return (
    <details class="team-password">
      <summary>{team.change}</summary>
      <form ref={form} class="team-form" onSubmit={(event) => void submit(event)}>
        {fields.map(([name, label, complete]) => (
          <label key={name} class="labelled">
            {label}
            <input class="field" name={name} type="password" dir="auto" required autoComplete={complete} />
          </label>
        ))}
        <p role="alert" class={isDone ? 'soft' : 'warn-text'}>
          {said}
        </p>
        <button class="button" type="submit">
          {team.change}
        </button>
      </form>
    </details>
  );
};
