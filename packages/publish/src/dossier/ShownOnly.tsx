import { Say } from './Said.js';

/** Says that a list was cut, by how much, and which file holds all of it; nothing when it was not. */
export const ShownOnly = (props: { readonly shown: number; readonly all: number; readonly file: string }) =>
  props.shown >= props.all ? null : (
    <p class="aside">
      <Say of="shownOnly" /> <bdi>{props.file}</bdi>: <bdi class="n">{props.shown}</bdi> <Say of="of" />{' '}
      <bdi class="n">{props.all}</bdi>
    </p>
  );
