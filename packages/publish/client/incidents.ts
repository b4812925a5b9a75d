/** Filters the list of incidents by words, type, place and dispute. */
const form = document.querySelector<HTMLFormElement>('form.filter');
const cards = [...document.querySelectorAll<HTMLElement>('.incident')];
const shownCount = document.querySelector<HTMLElement>('[data-shown]');

/** Arabic spelling folded as far as a search needs it: alef, ya and ta marbuta, marks, tatweel. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u0655\u0670\u0640]/g, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647');

/** Ids of the places picked on the map; empty when none was. */
let places: readonly string[] = [];
let words: readonly string[] | null = null;

const apply = (): void => {
  if (!form) return;
  const data = new FormData(form);
  const chosen = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  const text = folded(chosen('text')).split(/\s+/).filter(Boolean);
  const type = chosen('type');
  const disputed = data.has('disputed');
  if (text.length > 0) words ??= cards.map((card) => folded(card.textContent ?? ''));
  let shown = 0;
  cards.forEach((card, i) => {
    const fits =
      (type === '' || card.dataset.type === type) &&
      (places.length === 0 || places.includes(card.dataset.place ?? '')) &&
      (!disputed || card.dataset.disputed !== undefined) &&
      text.every((word) => words?.[i]?.includes(word));
    card.hidden = !fits;
    if (fits) shown++;
  });
  if (shownCount) shownCount.textContent = String(shown);
};

if (form) {
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => {
    places = [];
    setTimeout(apply);
  });
  for (const spot of document.querySelectorAll<SVGAElement>('.spot'))
    spot.addEventListener('click', (event) => {
      event.preventDefault();
      form.reset();
      places = JSON.parse(spot.dataset.places ?? '[]');
      setTimeout(apply);
      document.getElementById('incidents')?.scrollIntoView();
    });
  // A link to an incident that the filter hides must show it.
  window.addEventListener('hashchange', () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.hidden) return;
    form.reset();
    target.hidden = false;
    target.scrollIntoView();
  });
}

export {};
