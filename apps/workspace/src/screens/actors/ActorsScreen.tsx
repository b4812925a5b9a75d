import type { Actors } from '@isnad/client';
import { useAsk } from '../../app/ask.js';
import { href, params, setQuery } from '../../app/router.js';
import { Answer, PageHead } from '../../parts/Answer.js';
import { Covered } from '../../parts/Covered.js';
import { DataTable } from '../../parts/DataTable.js';
import { sideName, sourceName } from '../../words/names.js';
import { words } from '../../words/words.js';
import { framingOf, type OutletFraming } from './framingOf.js';

const Share = ({ of: { hostile, own, mentions } }: { readonly of: OutletFraming }) => {
  const { actors: t } = words.value;
  const share = (count: number) => `${(100 * count) / Math.max(1, mentions)}%`;
  return (
    <span
      class="framing-bar"
      role="img"
      aria-label={`${t.hostile} ${hostile}/${mentions}, ${t.own} ${own}/${mentions}`}
    >
      <span class="is-hostile" style={{ inlineSize: share(hostile) }} />
      <span class="is-own" style={{ inlineSize: share(own) }} />
    </span>
  );
};

const Outlet = ({ of }: { readonly of: OutletFraming }) => (
  <li class="framing-row">
    <span class="framing-outlet">
      <bdi>{sourceName(of.outlet)}</bdi>
    </span>
    <Share of={of} />
    <span class="small soft">{words.value.count.mentions(of.mentions)}</span>
    <ul class="row framing-words">
      {of.words.map(({ text, stance, count, claim }) => (
        <li key={`${stance} ${text}`} class={`tag is-${stance}`}>
          <ClaimLink claim={claim}>
            <bdi>
              <Covered text={text} />
            </bdi>
          </ClaimLink>
          {count > 1 && <span class="n"> ×{count}</span>}
        </li>
      ))}
    </ul>
  </li>
);

/** Leads to where the words stand; the report is found when the link is followed. */
const ClaimLink = ({
  claim,
  children,
}: {
  readonly claim: string | null;
  readonly children: preact.ComponentChildren;
}) => {
  const answer = useAsk('claim', claim === null ? null : { params: { id: claim } });
  return answer.value ? (
    <a href={href(['reports', answer.value.report], { claim })}>{children}</a>
  ) : (
    <span>{children}</span>
  );
};

const Framing = ({ of, side }: { readonly of: Actors; readonly side: string }) => {
  const { actors: t } = words.value;
  const outlets = framingOf(of, side);
  return (
    <section class="section" aria-labelledby="framing">
      <div class="section-head">
        <h2 id="framing">
          {t.framing}: {sideName(side)}
        </h2>
        <p>{t.framingHelp}</p>
      </div>
      <p class="row small legend">
        <span class="row">
          <span class="swatch is-hostile" /> {t.hostile}
        </span>
        <span class="row">
          <span class="swatch is-own" /> {t.own}
        </span>
        <a href={href(['incidents'], { actor: side })}>{t.show}</a>
      </p>
      <ul>
        {outlets.map((one) => (
          <Outlet key={one.outlet} of={one} />
        ))}
      </ul>
      {outlets.every(({ hostile, own }) => hostile + own === 0) && <p class="empty">{t.none}</p>}
    </section>
  );
};

const Shown = ({ of }: { readonly of: Actors }) => {
  const { actors: t } = words.value;
  const side = params.value.get('side') ?? of.actors.toSorted((a, b) => b.hostile + b.own - a.hostile - a.own)[0]?.id;
  return (
    <div class="two-columns">
      <section class="section" aria-labelledby="sides">
        <h2 id="sides">{t.side}</h2>
        <DataTable
          label={t.side}
          rows={of.actors}
          keyOf={({ id }) => id}
          columns={[
            {
              label: t.side,
              show: ({ id }) => (
                <a
                  href={href(['actors'], { side: id })}
                  aria-current={id === side ? 'true' : undefined}
                  onClick={(event) => {
                    event.preventDefault();
                    setQuery({ side: id }, { replace: false });
                  }}
                >
                  {sideName(id)}
                </a>
              ),
              by: ({ id }) => sideName(id),
            },
            { label: t.acted, show: ({ acted }) => acted, by: ({ acted }) => acted, isCount: true },
            { label: t.targeted, show: ({ targeted }) => targeted, by: ({ targeted }) => targeted, isCount: true },
            { label: t.holds, show: ({ holds }) => holds, by: ({ holds }) => holds, isCount: true },
            { label: t.hostile, show: ({ hostile }) => hostile, by: ({ hostile }) => hostile, isCount: true },
            { label: t.own, show: ({ own }) => own, by: ({ own }) => own, isCount: true },
          ]}
        />
      </section>
      {side && <Framing of={of} side={side} />}
    </div>
  );
};

/** The sides, and how each outlet names them. */
export const ActorsScreen = () => {
  const answer = useAsk('actors', {});
  const { actors: t } = words.value;
  return (
    <>
      <PageHead title={t.title} lede={t.lede} />
      <Answer of={answer}>{(value) => <Shown of={value} />}</Answer>
    </>
  );
};
