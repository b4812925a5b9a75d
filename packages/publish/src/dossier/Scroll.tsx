import type { ComponentChildren } from 'preact';

/** Holds something wider than a narrow screen, to be scrolled sideways by touch, wheel or keyboard. */
export const Scroll = (props: { readonly labelledBy: string; readonly children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section class="scroll" tabIndex={0} aria-labelledby={props.labelledBy}>
    {props.children}
  </section>
);
