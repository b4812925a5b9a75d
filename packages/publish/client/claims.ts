/** Lights up all of a claim's words, which nested claims cut into several stretches. */
const LIT = 'lit';

const light = (report: Element | null, claim: string | undefined, on: boolean): void => {
  if (!report || claim === undefined) return;
  for (const stretch of report.querySelectorAll<HTMLElement>(`.m[data-c~="${claim}"]`))
    stretch.classList.toggle(LIT, on);
  for (const line of report.querySelectorAll(`li[data-claim="${claim}"]`)) line.classList.toggle(LIT, on);
};

for (const report of document.querySelectorAll('.report')) {
  const toggle = (on: boolean) => (event: Event) => {
    const from = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-claim]') : null;
    light(report, from?.dataset.claim, on);
  };
  report.addEventListener('mouseover', toggle(true));
  report.addEventListener('mouseout', toggle(false));
  report.addEventListener('focusin', toggle(true));
  report.addEventListener('focusout', toggle(false));
}

let shown: HTMLElement | null = null;

/** The claim that the address points at stays lit. */
const follow = (): void => {
  if (shown) light(shown.closest('.report'), shown.dataset.claim, false);
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  shown = target?.matches('.report [data-claim]') ? target : null;
  if (shown) light(shown.closest('.report'), shown.dataset.claim, true);
};

window.addEventListener('hashchange', follow);
follow();

export {};
