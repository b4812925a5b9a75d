/** A chain of three: who says it, from whom, from whom. */
export const Logo = () => (
  <svg class="mirrored" viewBox="0 0 28 12" aria-hidden="true">
    <path d="M6 6H11M16 6H19" stroke="var(--strong-line)" stroke-width="1.4" />
    <circle cx="3.5" cy="6" r="2.5" fill="none" stroke="var(--strong-line)" stroke-width="1.4" />
    <circle cx="13.5" cy="6" r="2.5" fill="none" stroke="var(--strong-line)" stroke-width="1.4" />
    <circle cx="23" cy="6" r="4" fill="var(--accent)" />
  </svg>
);
