import type { PlaceRow } from '@isnad/client';
import { useState } from 'preact/hooks';
import { useAsk } from '../../app/ask.js';
import { href, params, setQuery } from '../../app/router.js';
import { Answer, PageHead } from '../../parts/Answer.js';
import { LongList } from '../../parts/LongList.js';
import { usePages } from '../../parts/usePages.js';
import { nameOfPlace, placeName } from '../../words/names.js';
import { written } from '../../words/plural.js';
import { words } from '../../words/words.js';
import { ControlView } from './ControlView.js';

const ROW_HEIGHT = 52;
const PAGE = 200;

const Row = ({ of: place }: { readonly of: PlaceRow }) => {
  const { places: t, count } = words.value;
  return (
    <div class="place-row">
      <p>
        <a href={href(['places', place.id])}>
          <bdi>{nameOfPlace(place)}</bdi>
        </a>{' '}
        {place.parent && <span class="small faint">{placeName(place.parent)}</span>}
        {!place.listed && <span class="tag dashed">{t.unlisted}</span>}
      </p>
      <p class="small soft row">
        <span>{count.incidents(place.incidents)}</span>
        <span>{count.reports(place.reports)}</span>
        {place.disputes > 0 && <span class="tag warn n">{count.disputes(place.disputes)}</span>}
      </p>
    </div>
  );
};

const PlaceList = () => {
  const { places: t } = words.value;
  const text = params.value.get('text') ?? '';
  const [typed, setTyped] = useState(text);
  const pages = usePages('places', text ? { text } : {}, PAGE);
  return (
    <section class="place-list section" aria-labelledby="all-places">
      <div class="section-head">
        <h2 id="all-places">{t.list}</h2>
        <span class="soft n">{written(pages.total)}</span>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setQuery({ text: typed.trim() });
        }}
      >
        <input
          class="field"
          type="search"
          dir="auto"
          aria-label={t.find}
          placeholder={t.find}
          value={typed}
          onInput={({ currentTarget: { value } }) => {
            setTyped(value);
            setQuery({ text: value.trim() });
          }}
        />
      </form>
      {pages.value !== null && pages.total === 0 && <p class="empty">{t.none}</p>}
      <LongList of={pages} rowHeight={ROW_HEIGHT} label={t.list} keyOf={({ id }) => id}>
        {(place) => <Row of={place} />}
      </LongList>
    </section>
  );
};

/** Places of the case, and who is said to hold them over time. */
export const PlacesScreen = () => {
  const { places: t } = words.value;
  const control = useAsk('control', {});
  return (
    <>
      <PageHead title={t.title} lede={t.lede} />
      <div class="places">
        <section class="section" aria-labelledby="control">
          <h2 id="control">{t.control}</h2>
          <Answer of={control}>
            {(value) => (value.ledgers.length === 0 ? <p class="empty">{t.noControl}</p> : <ControlView of={value} />)}
          </Answer>
        </section>
        <PlaceList />
      </div>
    </>
  );
};
