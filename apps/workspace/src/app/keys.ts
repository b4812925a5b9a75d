import { signal } from '@preact/signals';
import { served } from './base.js';
import { go } from './router.js';

/** Whether the map of keys is open. */
export const keysShown = signal(false);

/** Keys that lead to a screen, after `g`. */
export const GO_KEYS: Readonly<Record<string, string>> = {
  o: '/',
  i: '/incidents',
  r: '/reports',
  t: '/tolls',
  p: '/places',
  a: '/actors',
  s: '/sources',
  h: '/people',
  d: '/decisions',
  x: '/publish',
};

/** Keys of the screen that is shown; the last one that was mounted wins. */
const layers: Readonly<Record<string, () => void>>[] = [];

/** Adds keys for as long as a screen is shown; returns how to take them off. */
export const addKeys = (keys: Readonly<Record<string, () => void>>): (() => void) => {
  layers.push(keys);
  return () => {
    const at = layers.indexOf(keys);
    if (at >= 0) layers.splice(at, 1);
  };
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(?:checkbox|radio|button|range)$/.test(target.type));

/** Letters by their place on the keyboard, so that an Arabic layout has the same keys. */
const letterOf = ({ key, code, shiftKey }: KeyboardEvent): string => {
  if (/^[a-z?/[\]+-]$/i.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  if (letter !== undefined) return letter;
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return key;
};

const run = (letter: string): boolean => {
  if (letter === '?') keysShown.value = true;
  else if (letter === '/') document.querySelector<HTMLInputElement>('[data-find]')?.focus();
  else {
    const layer = layers.findLast((keys) => keys[letter] !== undefined);
    if (!layer) return false;
    layer[letter]!();
  }
  return true;
};

const GO_WAIT_MS = 1500;

export const startKeys = (): void => {
  let wentAt = Number.NEGATIVE_INFINITY;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const letter = letterOf(event);
    const target = GO_KEYS[letter];
    if (event.timeStamp - wentAt < GO_WAIT_MS && target !== undefined) {
      event.preventDefault();
      wentAt = Number.NEGATIVE_INFINITY;
      go(served(target));
      return;
    }
    wentAt = letter === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    if (letter !== 'g' && run(letter)) event.preventDefault();
  });
};
