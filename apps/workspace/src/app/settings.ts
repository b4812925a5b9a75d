import { effect, signal } from '@preact/signals';
import { base } from './base.js';

export type Language = 'ar' | 'en';
export type Theme = 'auto' | 'light' | 'dark';

const kept = (key: string): string | null => {
  try {
    return localStorage.getItem(`isnad.${key}`);
  } catch {
    return null;
  }
};

/** Keeps a value in this browser; a browser that keeps nothing is used all the same. */
export const keep = (key: string, value: string): void => {
  try {
    localStorage.setItem(`isnad.${key}`, value);
  } catch {
    // Private windows and full disks: the setting holds until the page is left.
  }
};

const firstLanguage = (): Language => {
  const chosen = kept('language') ?? globalThis.navigator?.language.slice(0, 2);
  return chosen === 'en' ? 'en' : chosen === 'ar' ? 'ar' : 'en';
};

export const language = signal<Language>(firstLanguage());
export const theme = signal<Theme>((kept('theme') as Theme | null) ?? 'auto');
/** Under which name this person decides. */
export const decider = signal<string>(kept('decider') ?? '');
/** When this case was last left (RFC 3339), and when it was opened now. */
export const lastVisit: string | null = kept(`visit${base}`);

/** The direction of writing. */
export const direction = (): 'rtl' | 'ltr' => (language.value === 'ar' ? 'rtl' : 'ltr');
/** 1 where reading goes to the right, -1 where it goes to the left. */
export const forward = (): 1 | -1 => (language.value === 'ar' ? -1 : 1);

export const startSettings = (): void => {
  effect(() => {
    const { documentElement } = document;
    documentElement.lang = language.value;
    documentElement.dir = direction();
    keep('language', language.value);
  });
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
    keep('theme', theme.value);
  });
  effect(() => keep('decider', decider.value));
  addEventListener('pagehide', () => keep(`visit${base}`, new Date().toISOString()));
};
