/** Marks in the table of contents the section that is being read. */
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.contents a[href^="#"]')].map((link) => [link.hash.slice(1), link]),
);

const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const link = links.get(target.id);
      if (isIntersecting) link?.setAttribute('aria-current', 'true');
      else link?.removeAttribute('aria-current');
    }
  },
  { rootMargin: '-20% 0px -75% 0px' },
);
for (const id of links.keys()) {
  const section = document.getElementById(id);
  if (section) watcher.observe(section);
}

export {};
