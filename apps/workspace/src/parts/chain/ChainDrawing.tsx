import type { Chain } from '@isnad/client';
import { href } from '../../app/router.js';
import { said, words } from '../../words/words.js';
import { Covered } from '../Covered.js';
import { type LaidLine, type LaidNode, layChain } from './layChain.js';

const ROW = 40;

const Lines = ({
  lines,
  rows,
  gutter,
}: {
  readonly lines: readonly LaidLine[];
  readonly rows: number;
  readonly gutter: number;
}) => (
  <svg
    class="chain-lines mirrored"
    viewBox={`0 0 ${gutter} ${rows * ROW}`}
    width={gutter}
    height={rows * ROW}
    aria-hidden="true"
  >
    {lines.map(({ from, to, claims }) => {
      const [a, b] = [(from + 0.5) * ROW, (to + 0.5) * ROW];
      return (
        <path
          key={`${from} ${to}`}
          d={`M0 ${a}C${gutter / 2} ${a} ${gutter / 2} ${b} ${gutter} ${b}`}
          stroke-width={Math.min(4, 0.8 + Math.log2(claims) * 0.7)}
        />
      );
    })}
  </svg>
);

const Node = ({ of: { node }, copies }: { readonly of: LaidNode; readonly copies: ReadonlySet<string> }) => {
  if (node === null) return <li class="chain-pass" aria-hidden="true" />;
  const label = <Covered text={said(node.label)} />;
  return (
    <li class={`chain-node ${node.root ? 'is-root' : ''} ${node.named ? '' : 'is-unnamed'}`}>
      <span class="chain-dot" aria-hidden="true" />
      <span class="chain-name">
        <bdi>{node.kind === 'report' ? <a href={href(['reports', node.id])}>{label}</a> : label}</bdi>
        {copies.has(node.id) && <span class="tag dashed">{words.value.sources.copied}</span>}
      </span>
    </li>
  );
};

/** Who has it from whom: reports, their outlets, what these quote, down to the roots. */
export const ChainDrawing = (props: {
  readonly of: Chain;
  readonly label: string;
  /** Room for the lines between two columns, in pixels. */
  readonly gutter?: number;
}) => {
  const { of, label, gutter = 44 } = props;
  const { columns, lines, rows } = layChain(of);
  const copies = new Set(of.edges.filter(({ how }) => how === 'copies').map(({ from }) => from));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="scroll" tabIndex={0} aria-label={label}>
      <div
        class="chain"
        style={{
          gridTemplateColumns: columns
            .map((_, i) => (i === 0 ? 'fit-content(24rem)' : `${gutter}px fit-content(17rem)`))
            .join(' '),
        }}
      >
        {columns.map((column, i) => (
          <>
            {i > 0 && <Lines lines={lines[i - 1]!} rows={rows} gutter={gutter} />}
            <ul>
              {column.map((one) => (
                <Node key={one.key} of={one} copies={copies} />
              ))}
            </ul>
          </>
        ))}
      </div>
    </section>
  );
};
