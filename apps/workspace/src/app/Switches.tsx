import { words } from '../words/words.js';
import { type Language, language, type Theme, theme } from './settings.js';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const THEME_SIGNS: Readonly<Record<Theme, string>> = { auto: '◐', light: '○', dark: '●' };

export const Languages = () => (
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

export const ThemeButton = () => {
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
