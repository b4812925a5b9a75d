import type { Export, Publishing } from '@isnad/client';
import { useState } from 'preact/hooks';
import { client, problemOf } from '../../app/ask.js';
import { served } from '../../app/base.js';
import { showToast } from '../../app/say.js';
import { written } from '../../words/plural.js';
import { said, words } from '../../words/words.js';

type Form = Publishing['forms'][number];

const size = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${written(Math.round(bytes / 100) / 10)} kB`
      : `${written(Math.round(bytes / 100_000) / 10)} MB`;

const Made = ({ of }: { readonly of: Export }) => {
  const { publish: t } = words.value;
  return (
    <div class="exported stack">
      <ul>
        {of.files.map(({ name, bytes, href: address }) => (
          <li key={name}>
            <a href={served(address)} download={name}>
              {t.download} <bdi>{name}</bdi>
            </a>{' '}
            <span class="faint n">{size(bytes)}</span>
          </li>
        ))}
      </ul>
      {of.losses.length > 0 && (
        <details>
          <summary>
            {t.losses} <span class="n">({of.losses.length})</span>
          </summary>
          <ul class="small soft losses">
            {of.losses.map(({ what, count, said: told }) => (
              <li key={what}>
                {count !== null && <b class="n">{written(count)} </b>}
                <bdi>{told}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

const FormRow = ({ form, canExport }: { readonly form: Form; readonly canExport: boolean }) => {
  const [made, setMade] = useState<Export | null>(null);
  const [isMaking, setMaking] = useState(false);
  const { publish: t } = words.value;
  const make = async (): Promise<void> => {
    setMaking(true);
    try {
      setMade(await client.ask('exportAs', { params: { form: form.id } }));
    } catch (error) {
      showToast({ text: problemOf(error).title, isBad: true });
    }
    setMaking(false);
  };
  return (
    <li class="form-row">
      <div>
        <h3>
          <bdi>{form.id}</bdi>
        </h3>
        <p class="soft small">{said(form.about)}</p>
      </div>
      {canExport ? (
        <button type="button" class="button" disabled={isMaking} onClick={() => void make()}>
          {isMaking ? words.value.loading : t.make}
        </button>
      ) : (
        <code dir="ltr">isnad export CASE --form {form.id}</code>
      )}
      {made && <Made of={made} />}
    </li>
  );
};

/** Forms in which others read the case; each says what it cannot hold. */
export const Exports = ({ of: { forms, exporting } }: { readonly of: Publishing }) => (
  <section class="section" aria-labelledby="forms">
    <h2 id="forms">{words.value.publish.forms}</h2>
    <ul>
      {forms.map((form) => (
        <FormRow key={form.id} form={form} canExport={exporting} />
      ))}
    </ul>
  </section>
);
