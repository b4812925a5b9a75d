import type { Parsed } from './parse.js';
import type { PlaceResolver } from './resolve/places.js';
import type { PlaceFound } from './scan/item.js';

/** What the reader sees below the level of claims: one line of `isnad text`. Offsets as everywhere. */
export const surfaceOf = (parsed: Parsed, resolver: PlaceResolver) => {
  const { report, dates, sentences } = parsed;
  const items = sentences.flatMap((sentence) => sentence.items);
  const text = report.document.text;
  const span = ({ start, end }: { start: number; end: number }) => ({ start, end, text: text.slice(start, end) });
  return {
    path: report.document.path,
    sentences: report.sentences.map(({ start, end }) => ({ start, end })),
    numbers: report.numbers.map(({ min, max, approximate, ...number }) => ({ ...span(number), min, max, approximate })),
    dates: dates.map(({ edtf, kind, ...date }) => ({ ...span(date), edtf, kind })),
    places: items.flatMap((item) => {
      const place = item.place ? resolver.resolve(item as typeof item & { place: PlaceFound }) : null;
      return place
        ? [{ ...span(place), id: place.id, name: place.name, lat: place.lat, lon: place.lon, rejected: place.rejected }]
        : [];
    }),
    actors: items.flatMap((item) =>
      item.side?.ids[0]
        ? [{ ...span(item), id: item.side.ids[0], register: item.side.register, rejected: item.side.rejected }]
        : [],
    ),
    sources: items.flatMap((item) =>
      item.source ? [{ ...span(item), id: item.source.id, named: item.source.named }] : [],
    ),
  };
};
