import type { PlaceDetail } from '@isnad/client';
import { knownDays } from '@isnad/model';
import { useAsk } from '../../app/ask.js';
import { href } from '../../app/router.js';
import { Answer, PageHead } from '../../parts/Answer.js';
import { IncidentLine } from '../../parts/IncidentLine.js';
import { nameOfPlace, placeName } from '../../words/names.js';
import { said, words } from '../../words/words.js';
import { ControlBars } from './ControlBars.js';

const MOST_INCIDENTS = 50;
const COLOURS = 6;

const Incidents = ({ place }: { readonly place: string }) => {
  const answer = useAsk('incidents', { query: { place: [place], limit: MOST_INCIDENTS } });
  const { places: t, incidents, count } = words.value;
  return (
    <section class="section" aria-labelledby="there">
      <div class="section-head">
        <h2 id="there">{t.incidents}</h2>
        <a class="small" href={href(['incidents'], { place: [place] })}>
          {incidents.map}
        </a>
      </div>
      <Answer of={answer}>
        {({ items, total }) => (
          <>
            <p class="small soft">{count.incidents(total)}</p>
            <ul class="related">
              {items.map((one) => (
                <li key={one.id}>
                  <IncidentLine incident={one} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  );
};

const Held = ({ of }: { readonly of: PlaceDetail }) => {
  const { places: t } = words.value;
  if (of.spans.length === 0) return <p class="soft">{t.noControl}</p>;
  const days = of.spans
    .flatMap(({ from, to }) => [knownDays(from)?.first, knownDays(to)?.last])
    .filter((day) => day != null);
  const [first, last] = [Math.min(...days) - 5, Math.max(...days) + 30];
  const holders = [...new Set(of.spans.map(({ holder }) => holder))];
  const colourOf = (holder: string | null) => (holder === null ? COLOURS : holders.indexOf(holder) % COLOURS);
  return (
    <ControlBars
      ledgers={[{ place: of, spans: of.spans, parent: of.parent }]}
      first={first}
      last={last}
      day={null}
      colourOf={colourOf}
    />
  );
};

const Shown = ({ of }: { readonly of: PlaceDetail }) => {
  const { places: t } = words.value;
  return (
    <>
      <PageHead title={<bdi>{nameOfPlace(of)}</bdi>}>
        <p class="row soft small">
          <span>{said(of.label)}</span>
          {of.parent && <a href={href(['places', of.parent])}>{placeName(of.parent)}</a>}
          {!of.listed && <span class="tag dashed">{t.unlisted}</span>}
        </p>
      </PageHead>
      <div class="incident">
        <div>
          <section class="section" aria-labelledby="held">
            <h2 id="held">{t.history}</h2>
            <Held of={of} />
          </section>
          <Incidents place={of.id} />
        </div>
        <aside>
          <section class="section" aria-labelledby="written">
            <h2 id="written">{t.written}</h2>
            <ul class="row">
              {of.written.map(({ text, count }) => (
                <li key={text} class="tag">
                  <bdi>{text}</bdi> <span class="n">{count}</span>
                </li>
              ))}
            </ul>
          </section>
          {of.within.length > 0 && (
            <section class="section" aria-labelledby="within">
              <h2 id="within">{t.within}</h2>
              <ul class="row">
                {of.within.map((id) => (
                  <li key={id}>
                    <a href={href(['places', id])}>{placeName(id)}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {of.lookAlikes.length > 0 && (
            <section class="section" aria-labelledby="alike">
              <h2 id="alike">{t.alike}</h2>
              <ul class="stack">
                {of.lookAlikes.map((place) => (
                  <li key={place.id}>
                    <a href={href(['places', place.id])}>{nameOfPlace(place)}</a>{' '}
                    {place.parent && <span class="faint">{placeName(place.parent)}</span>}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </aside>
      </div>
    </>
  );
};

/** One place: how it is written, who is said to have held it, what happened there. */
export const PlaceScreen = ({ id }: { readonly id: string }) => {
  const answer = useAsk('place', { params: { id } });
  return (
    <>
      <nav class="crumb" aria-label={words.value.places.title}>
        <a href={href(['places'])}>{words.value.places.title}</a>
      </nav>
      <Answer of={answer}>{(place) => <Shown of={place} />}</Answer>
    </>
  );
};
