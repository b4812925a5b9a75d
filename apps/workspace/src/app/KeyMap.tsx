import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words/words.js';
import { GO_KEYS, keysShown } from './keys.js';

const KEYS_BY_SCREEN = Object.keys(GO_KEYS).join(' ');

const Group = ({ title, keys }: { readonly title: string; readonly keys: readonly (readonly [string, string])[] }) => (
  <section>
    <h3>{title}</h3>
    <dl>
      {keys.map(([key, what]) => (
        <>
          <dt>
            {key.split(' ').map((one) => (
              <kbd key={one}>{one}</kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </>
      ))}
    </dl>
  </section>
);

/** All keys, in a dialog. */
export const KeyMap = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  const isShown = keysShown.value;
  useEffect(() => {
    if (isShown) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isShown]);
  const { keys, nav, close } = words.value;
  const screens = {
    o: nav.overview,
    i: nav.incidents,
    r: nav.reports,
    t: nav.tolls,
    p: nav.places,
    a: nav.actors,
    s: nav.sources,
    h: nav.people,
    d: nav.decisions,
    x: nav.publish,
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      onClose={() => {
        keysShown.value = false;
      }}
    >
      {isShown && (
        <div class="stack">
          <div class="row apart">
            <h2 id="keys-title">{keys.title}</h2>
            <form method="dialog">
              <button class="button" type="submit">
                {close}
              </button>
            </form>
          </div>
          <div class="keys">
            <Group
              title={keys.anywhere}
              keys={[
                ['?', keys.help],
                ['/', keys.find],
                ['g', keys.go],
                ['u', keys.undo],
              ]}
            />
            <Group title={`g + ${KEYS_BY_SCREEN}`} keys={Object.entries(screens)} />
            <Group
              title={keys.report}
              keys={[
                ['j', keys.next],
                ['k', keys.previous],
                ['a', keys.accept],
                ['c', keys.correct],
                ['r', keys.reject],
                ['w', keys.why],
                ['n', keys.add],
                ['i', keys.incident],
              ]}
            />
            <Group
              title={keys.list}
              keys={[
                ['j', keys.nextItem],
                ['k', keys.previousItem],
                ['a', keys.accept],
              ]}
            />
            <Group
              title={keys.map}
              keys={[
                ['← ↑ → ↓', keys.pan],
                ['+ -', keys.zoom],
                ['] [', keys.spots],
                ['0', keys.whole],
              ]}
            />
          </div>
        </div>
      )}
    </dialog>
  );
};
