import { computed, signal } from '@preact/signals';
import { base } from './base.js';

interface Place {
  readonly path: string;
  readonly search: string;
}

const here = (): Place => ({ path: location.pathname, search: location.search });

/** Where the reader is: the address is the only state that a link must carry. */
export const at = signal<Place>(here());
export const params = computed(() => new URLSearchParams(at.value.search));
/** Parts of the path, decoded: `/incidents/c%3A1` → `['incidents', 'c:1']`. */
export const parts = computed(() =>
  at.value.path.slice(base.length).split('/').filter(Boolean).map(decodeURIComponent),
);

type Values = Readonly<Record<string, string | readonly string[] | number | null | undefined>>;

/** An address within the workspace. */
export const href = (path: readonly string[], values: Values = {}): string => {
  const search = withValues(new URLSearchParams(), values).toString();
  return `${base}/${path.map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`;
};

const withValues = (search: URLSearchParams, values: Values): URLSearchParams => {
  for (const [name, value] of Object.entries(values)) {
    search.delete(name);
    if (value === null || value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  search.sort();
  return search;
};

/** Goes somewhere; `replace` leaves no step for the back button. */
export const go = (address: string, { replace = false } = {}): void => {
  const before = at.value.path;
  if (replace) history.replaceState(history.state, '', address);
  else {
    history.replaceState({ ...history.state, scroll: scrollY }, '');
    history.pushState(null, '', address);
  }
  at.value = here();
  if (before !== at.value.path) arrive(0);
};

/** Changes values in the query of this page and keeps the others. */
export const setQuery = (values: Values, { replace = true } = {}): void => {
  const search = withValues(new URLSearchParams(at.value.search), values).toString();
  go(`${at.value.path}${search === '' ? '' : `?${search}`}`, { replace });
};

/** Puts or takes one of several values of a query. */
export const toggleValue = (name: string, value: string): void => {
  const values = params.value.getAll(name);
  setQuery(
    { [name]: values.includes(value) ? values.filter((one) => one !== value) : [...values, value] },
    { replace: false },
  );
};

/** After going to another page: its heading takes the focus, so that a screen reader says where one is. */
const arrive = (scroll: number): void => {
  requestAnimationFrame(() => {
    scrollTo(0, scroll);
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  });
};

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** Not what the server itself gives, nor the list of cases. */
const isScreen = (path: string): boolean => path.startsWith(`${base}/`) && !path.startsWith(`${base}/api/`);

export const startRouter = (): void => {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', ({ state }) => {
    const before = at.value.path;
    at.value = here();
    if (before !== at.value.path) arrive((state as { scroll?: number } | null)?.scroll ?? 0);
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || !isPlainClick(event) || link.origin !== location.origin) return;
    if (link.hasAttribute('download') || link.target !== '' || !isScreen(link.pathname)) return;
    if (link.hash !== '' && link.pathname === location.pathname && link.search === location.search) return;
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
  });
};
