import { fold } from '@isnad/arabic';
import { type Gazetteer, type Place, precisionOf, resolvePlace } from '@isnad/lexicon';
import type { PlaceMention, PlaceRole, Precision } from '@isnad/model';
import type { Item, PlaceFound } from '../scan/item.js';
import type { ReportContext } from './context.js';

/** A place of the text, decided. */
export interface ResolvedPlace {
  readonly id: string;
  readonly name: string;
  readonly place: Place | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: Precision | null;
  readonly start: number;
  readonly end: number;
  readonly rejected: readonly { readonly place: string; readonly why: string }[];
}

/** Decides the places of a report in reading order; «المدينة» stands for the last place of its kind. */
export class PlaceResolver {
  readonly #gazetteer: Gazetteer;
  readonly #context: ReportContext;
  readonly #original: string;
  readonly #said: { readonly resolved: ResolvedPlace; readonly found: PlaceFound }[] = [];

  constructor(gazetteer: Gazetteer, context: ReportContext, original: string) {
    this.#gazetteer = gazetteer;
    this.#context = context;
    this.#original = original;
  }

  /** The place of an item; null when the name is no place here, or refers back to none. */
  resolve(item: Item & { place: PlaceFound }): ResolvedPlace | null {
    const found = item.place;
    const resolved = found.anaphoric ? this.#back(found) : this.#named(found);
    if (resolved && !found.anaphoric) this.#said.push({ resolved, found });
    return resolved;
  }

  #back(found: PlaceFound): ResolvedPlace | null {
    const kinds = found.head?.kinds ?? [];
    const ranked = [...this.#said].reverse();
    const same = ranked.find(
      ({ found: before, resolved }) =>
        before.head === found.head || (resolved.place !== null && resolved.place.kind === kinds[0]),
    );
    // «الجيب», «المحور»: an area stands only for one named with the same word.
    if (!same && found.head?.role === 'area') return null;
    const alike = same ?? ranked.find(({ resolved }) => resolved.place !== null && kinds.includes(resolved.place.kind));
    return alike ? { ...alike.resolved, start: found.nameStart, end: found.nameEnd } : null;
  }

  #named(found: PlaceFound): ResolvedPlace | null {
    const written = this.#original
      .slice(found.nameStart, found.nameEnd)
      .replace(/["“”«»]/g, '')
      .trim();
    const unlisted: ResolvedPlace = {
      id: `unlisted:${fold(written)}`,
      name: written,
      place: null,
      lat: null,
      lon: null,
      precision: null,
      start: found.nameStart,
      end: found.nameEnd,
      rejected: [],
    };
    if (found.candidates.length === 0) return unlisted;
    const nearby = [
      ...this.#context.places,
      ...this.#said.flatMap(({ resolved }) => (resolved.place ? [resolved.place] : [])),
    ];
    const { place, method, rejected } = resolvePlace(
      found.candidates,
      {
        ...(found.headWord ? { head: found.headWord } : {}),
        form: written,
        nearby: [...new Set(nearby)],
        countries: this.#context.countries.slice(0, 2),
      },
      this.#gazetteer,
    );
    const turned = rejected.map((one) => ({ place: one.place.id, why: one.why }));
    if (!place) return found.head ? { ...unlisted, rejected: turned } : null;
    const head = found.head ? [{ precision: found.head.precision }] : [];
    return {
      id: place.id,
      name: place.name,
      place,
      lat: place.lat,
      lon: place.lon,
      precision: precisionOf(place, [
        ...found.relations,
        ...(method === 'head-at' || found.head?.role === 'area' ? head : []),
      ]),
      start: found.nameStart,
      end: found.nameEnd,
      rejected: turned,
    };
  }
}

/** A resolved place in the shape of a claim. */
export const placeMention = (original: string, resolved: ResolvedPlace, role: PlaceRole): PlaceMention => ({
  id: resolved.id,
  name: resolved.name,
  text: original.slice(resolved.start, resolved.end),
  start: resolved.start,
  end: resolved.end,
  role,
  lat: resolved.lat,
  lon: resolved.lon,
  precision: resolved.precision,
});
