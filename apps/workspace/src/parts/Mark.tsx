const SHAPES: Readonly<Record<string, string>> = {
  air: 'M-4.6 0A4.6 4.6 0 1 1 4.6 0A4.6 4.6 0 1 1-4.6 0Z',
  fire: 'M-4-4H4V4H-4Z',
  bombs: 'M0-5L5 4H-5Z',
  ground: 'M0-5.6L5.2 0L0 5.6L-5.2 0Z',
  fighting: 'M-5-2.4L-2.4-5L0-2.4L2.4-5L5-2.4L2.4 0L5 2.4L2.4 5L0 2.4L-2.4 5L-5 2.4L-2.4 0Z',
  people: 'M0-6C3-2 4.6-.4 4.6 1.6A4.6 4.6 0 0 1-4.6 1.6C-4.6-.4-3-2 0-6Z',
  other: 'M-4.6 0A4.6 4.6 0 1 1 4.6 0A4.6 4.6 0 1 1-4.6 0ZM-2.8 0A2.8 2.8 0 1 0 2.8 0A2.8 2.8 0 1 0-2.8 0Z',
};

/** The shapes, once a page; every mark refers to them. The same as in the dossier. */
export const MarkShapes = () => (
  <svg class="unseen" aria-hidden="true">
    {Object.entries(SHAPES).map(([family, d]) => (
      <path key={family} id={`m-${family}`} d={d} />
    ))}
  </svg>
);

/** The mark of a family of event types: a shape besides a colour, for those who see no colours. */
export const Mark = ({ family }: { readonly family: string }) => (
  <svg class={`mark f-${family}`} viewBox="-7 -7 14 14" aria-hidden="true">
    <use href={`#m-${SHAPES[family] ? family : 'other'}`} />
  </svg>
);
