import { useEffect, useState } from 'preact/hooks';
import { words } from '../words/words.js';
import { signedIn, viewer } from './account.js';
import { useAsk } from './ask.js';
import { keysShown } from './keys.js';
import { Logo } from './Logo.js';
import { building } from './live.js';
import { at, go, href, params, parts } from './router.js';
import { Languages, ThemeButton } from './Switches.js';
import { SCREENS } from './screens.js';

const Find = () => (
  <search class="bar-find">
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const q = new FormData(event.currentTarget).get('q');
        go(href(['search'], { q: typeof q === 'string' ? q.trim() : '', in: params.value.get('in') }));
      }}
    >
      <input
        class="field"
        type="search"
        name="q"
        dir="auto"
        data-find
        key={at.value.search}
        defaultValue={parts.value[0] === 'search' ? (params.value.get('q') ?? '') : ''}
        aria-label={words.value.nav.search}
        placeholder={words.value.nav.search}
      />
    </form>
  </search>
);

/** The running head: the case, the screens, search, language and light. */
export const Bar = () => {
  const [isOpen, setOpen] = useState(false);
  const { value: overview } = useAsk('overview', {});
  const [first = ''] = parts.value;
  useEffect(() => {
    if (overview) viewer.value = overview.viewer;
  }, [overview]);
  // Whoever has arrived needs the menu no more
  useEffect(() => setOpen(false), [at.value.path]);
  const { nav, live, keys } = words.value;
  return (
    <header class={`bar ${isOpen ? 'is-open' : ''}`}>
      <a class="bar-case" href={href([])}>
        <Logo />
        <span dir="auto">{overview?.case ?? words.value.name}</span>
      </a>
      <button
        type="button"
        class="button bar-menu"
        aria-expanded={isOpen}
        aria-controls="screens"
        onClick={() => setOpen(!isOpen)}
      >
        {words.value.menu}
      </button>
      <nav id="screens" aria-label={nav.title}>
        {SCREENS.filter(({ inBar }) => inBar).map(({ path, label }) => (
          <a
            key={path}
            href={href(path === '' ? [] : [path])}
            aria-current={path === first || (path === '' && first === 'queues') ? 'page' : undefined}
          >
            {nav[label]}
          </a>
        ))}
        <a class="for-menu" href={href(['search'])} aria-current={first === 'search' ? 'page' : undefined}>
          {nav.search}
        </a>
        {signedIn.value !== null && (
          <a class="for-menu" href="/">
            {words.value.team.cases} · <bdi>{signedIn.value}</bdi>
          </a>
        )}
      </nav>
      <div class="bar-tools">
        {signedIn.value !== null && (
          <a class="bar-account" href="/" title={words.value.team.cases}>
            <bdi>{signedIn.value}</bdi>
          </a>
        )}
        <span class={`building is-${building.value}`} title={live[building.value]} />
        <Find />
        <Languages />
        <ThemeButton />
        <button
          type="button"
          class="button quiet square for-keys"
          aria-label={keys.open}
          title={keys.open}
          onClick={() => {
            keysShown.value = true;
          }}
        >
          <span aria-hidden="true">?</span>
        </button>
      </div>
    </header>
  );
};
