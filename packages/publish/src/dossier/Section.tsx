import type { ComponentChildren } from 'preact';
import { type Phrase, Say } from './Said.js';

/** A section of the dossier with its heading and a line that says how to read it. */
export const Section = (props: {
  readonly id: string;
  readonly title: Phrase;
  readonly note?: Phrase;
  readonly children: ComponentChildren;
}) => (
  <section id={props.id} class="section" aria-labelledby={`${props.id}-title`}>
    <header class="section-head">
      <h2 id={`${props.id}-title`}>
        <Say of={props.title} />
      </h2>
      {props.note && (
        <p class="note">
          <Say of={props.note} />
        </p>
      )}
    </header>
    {props.children}
  </section>
);
