/** Paper cannot be clicked: evidence is opened for print and closed again after it. */
const opened: HTMLDetailsElement[] = [];

window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
    details.open = true;
    opened.push(details);
  }
});

window.addEventListener('afterprint', () => {
  for (const details of opened.splice(0)) details.open = false;
});

export {};
