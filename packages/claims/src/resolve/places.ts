import { fold } from '@isnad/arabic';
import { type Gazetteer, type Place, type PlaceHead, precisionOf, resolvePlace } from '@isnad/lexicon';
import type { PlaceMention, PlaceRole, Precision } from '@isnad/model';
import type { Item, PlaceFound } from '../scan/item.js';
import type { ReportContext } from './context.js';
import { Neighbours } from './neighbours.js';

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

/** A place said, and how many were said before it. */
interface Said {
  readonly resolved: ResolvedPlace;
  readonly order: number;
}

const latest = (said: readonly (Said | undefined)[]): Said | undefined =>
  said.reduce((a, b) => (b && (!a || b.order > a.order) ? b : a), undefined);

/** Decides the places of a report in reading order; «المدينة» stands for the last place of its kind. */
export class PlaceResolver {
  readonly #gazetteer: Gazetteer;
  readonly #context: ReportContext;
  readonly #original: string;
  /** The last place said behind each head noun, and the last of each kind. */
  readonly #byHead = new Map<PlaceHead, Said>();
  readonly #byKind = new Map<string, Said>();
  #order = 0;
  readonly #neighbours: Neighbours;

  constructor(gazetteer: Gazetteer, context: ReportContext, original: string) {
    this.#gazetteer = gazetteer;
    this.#context = context;
    this.#original = original;
    this.#neighbours = new Neighbours(context.places);
  }

  /** The place of an item; null when the name is no place here, or refers back to none. */
  resolve(item: Item & { place: PlaceFound }): ResolvedPlace | null {
    const found = item.place;
    const resolved = found.anaphoric ? this.#back(found) : this.#named(found);
    if (resolved && !found.anaphoric) this.#remember(found, resolved);
    return resolved;
  }

  #remember({ head }: PlaceFound, resolved: ResolvedPlace): void {
    const said = { resolved, order: this.#order++ };
    if (head) this.#byHead.set(head, said);
    if (resolved.place === null) return;
    this.#byKind.set(resolved.place.kind, said);
    this.#neighbours.add(resolved.place);
  }

  #back(found: PlaceFound): ResolvedPlace | null {
    if (!found.head) return null;
    const { kinds, role } = found.head;
    const ofKind = kinds.map((kind) => this.#byKind.get(kind));
    const same = latest([this.#byHead.get(found.head), ofKind[0]]);
    // «الجيب», «المحور»: an area stands only for one named with the same word.
    const alike = same ?? (role === 'area' ? undefined : latest(ofKind));
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
    const { place, method, rejected } = resolvePlace(
      found.candidates,
      {
        ...(found.headWord ? { head: found.headWord } : {}),
        form: written,
        nearby: this.#neighbours.places,
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
