/** Switches the page between its two languages; remembers the choice where the browser allows it. */
type Language = 'ar' | 'en';

const root = document.documentElement;
const buttons = document.querySelectorAll<HTMLButtonElement>('[data-language]');
const KEY = 'isnad-language';

const remembered = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // pages opened from disk may have no storage
  }
};

const remember = (language: Language): void => {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // as above: the choice then lasts as long as the page
  }
};

const show = (language: Language): void => {
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  for (const element of document.querySelectorAll<HTMLElement>('[data-ar][data-en]')) {
    const text = element.dataset[language] ?? '';
    if (element instanceof HTMLOptionElement) element.textContent = text;
    else if (element instanceof HTMLOptGroupElement) element.label = text;
    else element.setAttribute('aria-label', text);
  }
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.language === language));
};

const first = remembered() ?? navigator.language;
show(first.startsWith('en') ? 'en' : 'ar');
for (const button of buttons)
  button.addEventListener('click', () => {
    const language: Language = button.dataset.language === 'en' ? 'en' : 'ar';
    show(language);
    remember(language);
  });

export {};
