import type { Chain, Sources } from '@isnad/client';
import { useAsk } from '../../app/ask.js';
import { href } from '../../app/router.js';
import { Answer, PageHead } from '../../parts/Answer.js';
import { Covered } from '../../parts/Covered.js';
import { ChainDrawing } from '../../parts/chain/ChainDrawing.js';
import { DataTable } from '../../parts/DataTable.js';
import { said, words } from '../../words/words.js';

/** Lines drawn: those of most claims; the table holds all. */
const MOST_LINES = 40;

/** Who quotes whom as a chain: outlets before what they quote. */
const graphOf = ({ sources, dependences }: Sources): Chain => {
  const shown = dependences.filter(({ how }) => how === 'quotes').slice(0, MOST_LINES);
  const used = new Set(shown.flatMap(({ from, to }) => [from, to]));
  const known = new Map(sources.map((source) => [source.id, source]));
  return {
    nodes: [...used].map((id) => {
      const source = known.get(id);
      return {
        id,
        kind: 'outlet' as const,
        label: source?.name ?? { ar: id, en: id },
        root: (source?.claims ?? 0) > 0,
        named: source?.named ?? true,
      };
    }),
    edges: shown.map(({ from, to, claims }) => ({
      from,
      to,
      how: 'quotes' as const,
      claims: Array.from({ length: claims }, () => ''),
    })),
    roots: [],
  };
};

const Shown = ({ of }: { readonly of: Sources }) => {
  const { sources: t } = words.value;
  if (of.sources.length === 0) return <p class="empty">{t.none}</p>;
  const name = (id: string) => said(of.sources.find((source) => source.id === id)?.name ?? { ar: id, en: id });
  const copies = of.dependences.filter(({ how }) => how === 'copies');
  return (
    <>
      <section class="section" aria-labelledby="graph">
        <div class="section-head">
          <h2 id="graph">{t.graph}</h2>
          <p>{t.graphHelp}</p>
        </div>
        <ChainDrawing of={graphOf(of)} label={t.graph} gutter={150} />
        {copies.length > 0 && (
          <ul class="row small soft">
            {copies.map(({ from, to, claims }) => (
              <li key={`${from} ${to}`} class="tag dashed">
                {t.copied}: <bdi>{name(from)}</bdi> ← <bdi>{name(to)}</bdi> <span class="n">{claims}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="section" aria-labelledby="all-sources">
        <h2 id="all-sources">{t.table}</h2>
        <DataTable
          label={t.table}
          rows={of.sources}
          keyOf={({ id }) => id}
          columns={[
            {
              label: t.source,
              show: ({ id, name: both, named }) => (
                <>
                  <a href={href(['incidents'], { source: id })} title={t.show}>
                    <bdi>
                      <Covered text={said(both)} />
                    </bdi>
                  </a>{' '}
                  {!named && <span class="tag dashed">{t.unnamed}</span>}
                </>
              ),
              by: ({ name: both }) => said(both),
            },
            {
              label: t.kind,
              show: ({ kind }) => <span class="soft">{t.kinds[kind]}</span>,
              by: ({ kind }) => t.kinds[kind],
            },
            { label: t.reports, show: ({ reports }) => reports, by: ({ reports }) => reports, isCount: true },
            { label: t.claims, show: ({ claims }) => claims, by: ({ claims }) => claims, isCount: true },
            { label: t.quoted, show: ({ quoted }) => quoted, by: ({ quoted }) => quoted, isCount: true },
            { label: t.incidents, show: ({ incidents }) => incidents, by: ({ incidents }) => incidents, isCount: true },
            { label: t.alone, show: ({ alone }) => alone, by: ({ alone }) => alone, isCount: true },
            { label: t.copied, show: ({ copied }) => copied, by: ({ copied }) => copied, isCount: true },
          ]}
        />
      </section>
    </>
  );
};

/** Outlets and sources, and who depends on whom. */
export const SourcesScreen = () => {
  const answer = useAsk('sources', {});
  const { sources: t } = words.value;
  return (
    <>
      <PageHead title={t.title} lede={t.lede} />
      <Answer of={answer}>{(value) => <Shown of={value} />}</Answer>
    </>
  );
};
