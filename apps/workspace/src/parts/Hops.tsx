import { names, sourceName } from '../words/names.js';

const Arrow = () => (
  <svg class="arrow mirrored-with-text" viewBox="0 0 24 8" width="24" height="8" aria-hidden="true">
    <path d="M6 0.5L1 4L6 7.5M1 4H24" />
  </svg>
);

/** A small drawing: outlet ← agency ← observatory. The last, from whom it comes, is filled. */
export const Hops = ({ outlet, hops }: { readonly outlet: string; readonly hops: readonly string[] }) => {
  const distinct = hops.filter((hop) => sourceName(hop) !== outlet || hops.length > 1);
  return (
    <span class="hops">
      <span class={`hop ${distinct.length === 0 ? 'is-root' : ''}`}>
        <bdi>{outlet}</bdi>
      </span>
      {distinct.map((hop, i) => (
        <span key={hop} class={`hop ${i === distinct.length - 1 && names.value.sources[hop] ? 'is-root' : ''}`}>
          <Arrow />
          <bdi>{sourceName(hop)}</bdi>
        </span>
      ))}
    </span>
  );
};
