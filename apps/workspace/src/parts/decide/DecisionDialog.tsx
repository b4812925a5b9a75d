import { useEffect, useRef, useState } from 'preact/hooks';
import { author, signedIn } from '../../app/account.js';
import { addKeys } from '../../app/keys.js';
import { decider } from '../../app/settings.js';
import { words } from '../../words/words.js';
import { Covered } from '../Covered.js';
import { asked, type Field, keepDecision, undoLast } from './decide.js';

const Input = ({ field }: { readonly field: Field }) => {
  const { name, label, value, kind, choices = [], help } = field;
  if (kind === 'check') {
    return (
      <label class="check">
        <input type="checkbox" name={name} defaultChecked={value === 'true'} value="true" /> {label}
      </label>
    );
  }
  return (
    <div class="labelled">
      <label for={`decide-${name}`}>{label}</label>
      {kind === 'many' ? (
        <select class="field many" id={`decide-${name}`} name={name} multiple size={5}>
          {choices.map(([id, text]) => (
            <option key={id} value={id} selected={value.split('\n').includes(id)}>
              {text}
            </option>
          ))}
        </select>
      ) : kind === 'choice' ? (
        <select class="field" id={`decide-${name}`} name={name} defaultValue={value}>
          {choices.map(([id, text]) => (
            <option key={id} value={id} selected={id === value}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input
          class="field"
          id={`decide-${name}`}
          name={name}
          defaultValue={value}
          dir="auto"
          inputMode={kind === 'number' ? 'numeric' : 'text'}
        />
      )}
      {help && <span class="faint">{help}</span>}
    </div>
  );
};

/** Asks for what a decision needs: its value, its reason and the name of who decides. */
export const DecisionDialog = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [complaint, setComplaint] = useState('');
  const question = asked.value;
  useEffect(() => {
    if (!question) return dialog.current?.close();
    setComplaint('');
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('.field:not(:disabled)')?.focus();
  }, [question]);
  useEffect(() => addKeys({ u: undoLast }), []);
  const { decide } = words.value;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!question) return;
    const given: Record<string, string> = {};
    for (const [name, value] of new FormData(event.currentTarget as HTMLFormElement)) {
      const text = typeof value === 'string' ? value.trim() : '';
      given[name] = given[name] === undefined ? text : `${given[name]}\n${text}`;
    }
    const { by = author.value, reason = '', ...fields } = given;
    if (by === '') return setComplaint(decide.byHelp);
    if (reason === '') return setComplaint(decide.needsReason);
    const value = await question.makeValue(fields);
    if (typeof value === 'string') return setComplaint(value);
    if (signedIn.value === null) decider.value = by;
    const { proposal } = question;
    const isKept = await keepDecision({
      ...proposal,
      about: [...proposal.about, ...(question.alsoAbout?.(fields) ?? [])],
      ...(value === null ? {} : { value: { ...value } }),
      reason,
      by,
    });
    if (isKept) asked.value = null;
  };

  return (
    <dialog
      ref={dialog}
      aria-labelledby="decision-title"
      onClose={() => {
        asked.value = null;
      }}
    >
      {question && (
        <form
          onSubmit={(event) => void submit(event)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
          }}
          noValidate
        >
          <h2 id="decision-title">{question.title}</h2>
          {question.quote && (
            <p class="quote" dir="auto">
              <Covered text={question.quote} />
            </p>
          )}
          <div class="dialog-fields">
            {question.fields.map((field) => (
              <Input key={field.name} field={field} />
            ))}
          </div>
          <label class="labelled">
            {decide.reason}
            <textarea class="field" name="reason" dir="auto" defaultValue={question.proposal.reason ?? ''} rows={2} />
          </label>
          {signedIn.value === null && (
            <label class="labelled">
              {decide.by}
              <input class="field" name="by" dir="auto" autoComplete="name" defaultValue={decider.value} />
            </label>
          )}
          <p role="alert" class="warn-text">
            {complaint}
          </p>
          <div class="row">
            <button class="button main" type="submit">
              {decide.save}
            </button>
            <button class="button" type="button" onClick={() => dialog.current?.close()}>
              {decide.cancel}
            </button>
          </div>
        </form>
      )}
    </dialog>
  );
};
