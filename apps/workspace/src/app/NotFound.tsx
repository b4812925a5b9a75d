import { words } from '../words/words.js';

export const NotFound = () => (
  <header class="page-head">
    <h1 tabIndex={-1}>{words.value.notFound.title}</h1>
    <p>{words.value.notFound.lede}</p>
  </header>
);
