import type { Release } from '@isnad/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { may, signedIn } from '../../app/account.js';
import { client, problemOf, revision, useAsk } from '../../app/ask.js';
import { served } from '../../app/base.js';
import { params, setQuery } from '../../app/router.js';
import { showToast } from '../../app/say.js';
import { decider } from '../../app/settings.js';
import { Answer } from '../../parts/Answer.js';
import { dateInWords } from '../../words/dates.js';
import { words } from '../../words/words.js';
import { Changes, fromTo } from './Changes.js';

/** The order in which a release's files are offered: what people read comes first. */
const FIRST = ['index.html', 'CHANGES', 'METHODOLOGY', 'exports/'];

const byUse = (a: string, b: string): number => {
  const rank = (name: string) =>
    (FIRST.findIndex((start) => name.startsWith(start)) + FIRST.length + 1) % (FIRST.length + 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
};

const Made = ({ of, isNewest }: { readonly of: Release; readonly isNewest: boolean }) => {
  const { publish: t } = words.value;
  const { number, asOf, note, licence, files, previous } = of;
  const since = (from: number, to: number | 'now') => setQuery({ from, to }, { replace: false });
  return (
    <article class="release">
      <h3>
        <span class="release-number n">{number}</span> {dateInWords(asOf)}
      </h3>
      {note !== '' && (
        <p class="soft">
          <bdi>{note}</bdi>
        </p>
      )}
      {licence && <p class="small faint">{licence}</p>}
      <div class="row">
        {previous !== null && (
          <button type="button" class="button" onClick={() => since(previous, number)}>
            {t.diff}: {fromTo(previous, number)}
          </button>
        )}
        {isNewest && (
          <button type="button" class="button" onClick={() => since(number, 'now')}>
            {t.sinceThis}
          </button>
        )}
      </div>
      <details>
        <summary>
          {t.files} <span class="n">({files.length})</span>
        </summary>
        <ul class="small files">
          {files
            .toSorted((a, b) => byUse(a.name, b.name))
            .map(({ name, href }) => (
              <li key={name} dir="ltr">
                <a href={served(href)} download={name.split('/').at(-1)}>
                  {name}
                </a>
              </li>
            ))}
        </ul>
      </details>
    </article>
  );
};

const Making = ({ done }: { readonly done: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isMaking, setMaking] = useState(false);
  const { publish: t, decide } = words.value;
  useEffect(() => dialog.current?.showModal(), []);
  const make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => {
      const value = given.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const by = signedIn.value ?? text('by');
    if (by === '') return;
    if (signedIn.value === null) decider.value = by;
    setMaking(true);
    try {
      const licence = text('licence');
      const made = await client.ask('publish', { body: { by, note: text('note'), ...(licence ? { licence } : {}) } });
      showToast({ text: `${t.made} ${made.number}` });
      revision.value++;
      dialog.current?.close();
    } catch (error) {
      const { title, detail } = problemOf(error);
      showToast({ text: `${title}. ${detail}`, isBad: true });
      setMaking(false);
    }
  };
  return (
    <dialog ref={dialog} aria-labelledby="release-title" onClose={done}>
      <form onSubmit={(event) => void make(event)}>
        <h2 id="release-title">{t.release}</h2>
        <p class="small soft">{t.frozen}</p>
        <label class="labelled">
          {t.releaseNote}
          <textarea class="field" name="note" dir="auto" rows={2} />
        </label>
        <label class="labelled">
          {t.licence}
          <input class="field" name="licence" dir="auto" placeholder="CC BY 4.0" />
        </label>
        {signedIn.value === null && (
          <label class="labelled">
            {decide.by}
            <input class="field" name="by" dir="auto" required autoComplete="name" defaultValue={decider.value} />
          </label>
        )}
        <div class="row">
          <button class="button main" type="submit" disabled={isMaking}>
            {isMaking ? words.value.loading : t.release}
          </button>
          <button class="button" type="button" onClick={() => dialog.current?.close()}>
            {decide.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
};

/** What was published, what changed between two of them, and the making of the next. */
export const Releases = () => {
  const answer = useAsk('releases', {});
  const [isMaking, setMaking] = useState(false);
  const { publish: t } = words.value;
  const [from, to] = [Number(params.value.get('from')), params.value.get('to')];
  const isCompared = from > 0 && to !== null;
  return (
    <section class="section" aria-labelledby="releases">
      <h2 id="releases">{t.releases}</h2>
      <Answer of={answer}>
        {({ releasing, releases }) => (
          <div class="stack">
            {releases.length === 0 && <p class="soft">{t.noReleases}</p>}
            {!may('publisher') ? (
              <p class="soft">{words.value.team.publishersOnly}</p>
            ) : releasing ? (
              <div>
                <button type="button" class="button main" onClick={() => setMaking(true)}>
                  {t.release}
                </button>
              </div>
            ) : (
              <code dir="ltr">isnad release CASE</code>
            )}
            {isCompared && <Changes from={from} to={to === 'now' ? 'now' : Number(to)} />}
            {releases.map((release, i) => (
              <Made key={release.number} of={release} isNewest={i === 0} />
            ))}
          </div>
        )}
      </Answer>
      {isMaking && <Making done={() => setMaking(false)} />}
    </section>
  );
};
