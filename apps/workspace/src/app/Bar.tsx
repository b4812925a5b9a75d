import { useEffect, useState } from 'preact/hooks';
import { words } from '../words/words.js';
import { useAsk } from './ask.js';
import { keysShown } from './keys.js';
import { building } from './live.js';
import { at, go, href, params, parts } from './router.js';
import { SCREENS } from './screens.js';
import { type Language, language, type Theme, theme } from './settings.js';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const THEME_SIGNS: Readonly<Record<Theme, string>> = { auto: '◐', light: '○', dark: '●' };

const Languages = () => (
  <fieldset class="languages" aria-label={words.value.language.title}>
    {(['ar', 'en'] as const satisfies readonly Language[]).map((one) => (
      <button
        key={one}
        type="button"
        lang={one}
        data-language={one}
        aria-pressed={language.value === one}
        onClick={() => {
          language.value = one;
        }}
      >
        {words.value.language[one]}
      </button>
    ))}
  </fieldset>
);

const ThemeButton = () => {
  const next = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length]!;
  const label = `${words.value.theme.title}: ${words.value.theme[theme.value]}`;
  return (
    <button
      type="button"
      class="button quiet square"
      aria-label={label}
      title={label}
      onClick={() => {
        theme.value = next;
      }}
    >
      <span aria-hidden="true">{THEME_SIGNS[theme.value]}</span>
    </button>
  );
};

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

const Logo = () => (
  <svg class="mirrored" viewBox="0 0 28 12" aria-hidden="true">
    <path d="M6 6H11M16 6H19" stroke="var(--strong-line)" stroke-width="1.4" />
    <circle cx="3.5" cy="6" r="2.5" fill="none" stroke="var(--strong-line)" stroke-width="1.4" />
    <circle cx="13.5" cy="6" r="2.5" fill="none" stroke="var(--strong-line)" stroke-width="1.4" />
    <circle cx="23" cy="6" r="4" fill="var(--accent)" />
  </svg>
);

/** The running head: the case, the screens, search, language and light. */
export const Bar = () => {
  const [isOpen, setOpen] = useState(false);
  const { value: overview } = useAsk('overview', {});
  const [first = ''] = parts.value;
  // Whoever has arrived needs the menu no more
  useEffect(() => setOpen(false), [at.value.path]);
  const { nav, live, keys } = words.value;
  return (
    <header class={`bar ${isOpen ? 'is-open' : ''}`}>
      <a class="bar-case" href="/">
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
            href={`/${path}`}
            aria-current={path === first || (path === '' && first === 'queues') ? 'page' : undefined}
          >
            {nav[label]}
          </a>
        ))}
        <a class="for-menu" href="/search" aria-current={first === 'search' ? 'page' : undefined}>
          {nav.search}
        </a>
      </nav>
      <div class="bar-tools">
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
