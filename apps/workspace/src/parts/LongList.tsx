import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Pages } from './usePages.js';
import { useSize } from './useSize.js';

/** Rows rendered beyond those that can be seen, so that scrolling meets no gap. */
const SPARE = 6;

/** A list of rows of one height, of which only those in sight are rendered, and the others fetched as they come near. */
export const LongList = <T,>({
  of,
  rowHeight,
  label,
  keyOf,
  children,
}: {
  readonly of: Pages<T>;
  /** CSS pixels. */
  readonly rowHeight: number;
  readonly label: string;
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ComponentChildren;
}) => {
  const { element, height } = useSize<HTMLDivElement>();
  const [top, setTop] = useState(0);
  const items = of.value ?? [];
  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE);
  const last = Math.min(of.total, Math.ceil((top + height) / rowHeight) + SPARE);
  useEffect(() => {
    if (last > items.length - SPARE) of.more();
  });
  return (
    <section
      class="long-list"
      ref={element}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label={label}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <ul class="long-list-all" style={{ blockSize: `${of.total * rowHeight}px` }}>
        {items.slice(first, last).map((item, i) => (
          <li
            key={keyOf(item)}
            aria-setsize={of.total}
            aria-posinset={first + i + 1}
            class="long-list-row"
            style={{ blockSize: `${rowHeight}px`, insetBlockStart: `${(first + i) * rowHeight}px` }}
          >
            {children(item)}
          </li>
        ))}
      </ul>
    </section>
  );
};
