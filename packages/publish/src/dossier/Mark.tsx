import terms from '../data/terms.json' with { type: 'json' };
import { FAMILIES, type Family } from './naming.js';

const SHAPES: Readonly<Record<string, string>> = {
  circle: 'M-4.6 0A4.6 4.6 0 1 1 4.6 0A4.6 4.6 0 1 1-4.6 0Z',
  square: 'M-4-4H4V4H-4Z',
  triangle: 'M0-5L5 4H-5Z',
  diamond: 'M0-5.6L5.2 0L0 5.6L-5.2 0Z',
  cross: 'M-5-2.4L-2.4-5L0-2.4L2.4-5L5-2.4L2.4 0L5 2.4L2.4 5L0 2.4L-2.4 5L-5 2.4L-2.4 0Z',
  drop: 'M0-6C3-2 4.6-.4 4.6 1.6A4.6 4.6 0 0 1-4.6 1.6C-4.6-.4-3-2 0-6Z',
  ring: 'M-4.6 0A4.6 4.6 0 1 1 4.6 0A4.6 4.6 0 1 1-4.6 0ZM-2.8 0A2.8 2.8 0 1 0 2.8 0A2.8 2.8 0 1 0-2.8 0Z',
};

/** The shapes, once a page; every mark refers to them. */
export const MarkShapes = () => (
  <svg class="unseen" aria-hidden="true">
    {FAMILIES.map((family) => (
      <path key={family} id={`m-${family}`} d={SHAPES[terms.families[family].mark]} />
    ))}
  </svg>
);

/** The mark of a family of event types: a shape besides a colour, for those who see no colours. */
export const Mark = ({ family, x, y }: { readonly family: Family; readonly x?: number; readonly y?: number }) => (
  <use class={`mark f-${family}`} href={`#m-${family}`} x={x} y={y} />
);

/** The mark on its own, in a line of text. */
export const InlineMark = ({ family }: { readonly family: Family }) => (
  <svg class="inline-mark" viewBox="-7 -7 14 14" aria-hidden="true">
    <Mark family={family} />
  </svg>
);
