import type { ComponentChildren } from 'preact';
import { type Loaded, revision } from '../app/ask.js';
import { words } from '../words/words.js';

/** What was answered, or that it is awaited, or why it did not come. */
export const Answer = <T,>({
  of,
  children,
}: {
  readonly of: Loaded<T>;
  readonly children: (value: T) => ComponentChildren;
}) => {
  if (of.problem) {
    return (
      <div class="problem stack" role="alert">
        <p class="strong">{words.value.failed}</p>
        <p>
          {of.problem.title} <span class="soft">{of.problem.detail}</span>
        </p>
        <div>
          <button class="button" type="button" onClick={() => revision.value++}>
            {words.value.again}
          </button>
        </div>
      </div>
    );
  }
  if (of.value === null) return <p class="empty">{words.value.loading}</p>;
  return <div class={`fades ${of.isStale ? 'stale' : ''}`}>{children(of.value)}</div>;
};

/** The head of a page; its heading takes the focus when one arrives. */
export const PageHead = ({
  title,
  lede,
  children,
}: {
  readonly title: ComponentChildren;
  readonly lede?: string;
  readonly children?: ComponentChildren;
}) => (
  <header class="page-head">
    <h1 tabIndex={-1}>{title}</h1>
    {lede && <p>{lede}</p>}
    {children}
  </header>
);
