/**
 * The colours of the style sheet as they are now. A canvas does not know `light-dark()`, so an element of the page is
 * asked what it comes to.
 */
export const pageColours = (of: Element): ((name: string) => string) => {
  const probe = document.createElement('span');
  of.append(probe);
  const known = new Map<string, string>();
  const style = getComputedStyle(probe);
  return (name) => {
    let colour = known.get(name);
    if (colour === undefined) {
      probe.style.color = `var(--${name})`;
      colour = style.color;
      known.set(name, colour);
    }
    return colour;
  };
};
