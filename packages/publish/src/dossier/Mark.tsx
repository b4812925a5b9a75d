import terms from '../data/terms.json' with { type: 'json' };
import type { Family } from './naming.js';

const SHAPES: Readonly<Record<string, string>> = {
  square: 'M-4-4H4V4H-4Z',
  triangle: 'M0-5L5 4H-5Z',
  diamond: 'M0-5.6L5.2 0L0 5.6L-5.2 0Z',
  cross: 'M-5-2.4L-2.4-5L0-2.4L2.4-5L5-2.4L2.4 0L5 2.4L2.4 5L0 2.4L-2.4 5L-5 2.4L-2.4 0Z',
  drop: 'M0-6C3-2 4.6-.4 4.6 1.6A4.6 4.6 0 0 1-4.6 1.6C-4.6-.4-3-2 0-6Z',
};

/** The mark of a family of event types: a shape besides a colour, for those who see no colours. */
export const Mark = ({
  family,
  x = 0,
  y = 0,
}: {
  readonly family: Family;
  readonly x?: number;
  readonly y?: number;
}) => {
  const { mark } = terms.families[family];
  const shape = SHAPES[mark];
  if (shape) return <path class={`mark f-${family}`} d={shape} transform={`translate(${x} ${y})`} />;
  return mark === 'ring' ? (
    <circle class={`mark ring f-${family}`} cx={x} cy={y} r={3.8} />
  ) : (
    <circle class={`mark f-${family}`} cx={x} cy={y} r={4.6} />
  );
};

/** The mark on its own, in a line of text. */
export const InlineMark = ({ family }: { readonly family: Family }) => (
  <svg class="inline-mark" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
    <Mark family={family} />
  </svg>
);
