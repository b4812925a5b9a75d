import { useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { DecisionDialog } from '../parts/decide/DecisionDialog.js';
import { MarkShapes } from '../parts/Mark.js';
import { namesKnown, refreshNames } from '../words/names.js';
import { words } from '../words/words.js';
import { revision } from './ask.js';
import { Bar } from './Bar.js';
import { KeyMap } from './KeyMap.js';
import { NotFound } from './NotFound.js';
import { parts } from './router.js';
import { Status } from './Status.js';
import { SCREENS } from './screens.js';

const Page = () => {
  const [first = '', id, ...rest] = parts.value;
  const entry = SCREENS.find(({ path }) => path === first);
  const Shown = id === undefined ? entry?.screen : entry?.detail;
  const isKnown = entry !== undefined && Shown !== undefined && rest.length === 0;
  useEffect(() => {
    document.title = `${isKnown ? words.value.nav[entry.label] : words.value.notFound.title} · ${words.value.name}`;
  });
  // A page about another thing is another page: nothing of the one before may stay in it.
  return isKnown ? <Shown key={`${first}/${id ?? ''}`} id={id ?? ''} /> : <NotFound />;
};

export const App = () => {
  useSignalEffect(() => {
    if (revision.value >= 0) void refreshNames();
  });
  return (
    <>
      <a class="skip" href="#main">
        {words.value.skip}
      </a>
      <MarkShapes />
      <Bar />
      <main id="main" tabIndex={-1}>
        {namesKnown.value ? <Page /> : <p class="empty">{words.value.loading}</p>}
      </main>
      <Status />
      <KeyMap />
      <DecisionDialog />
    </>
  );
};
