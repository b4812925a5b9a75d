import { fold } from '@isnad/arabic';
import { type Gazetteer, type Place, type PlaceHead, precisionOf, resolveImported, resolvePlace } from '@isnad/lexicon';
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
  /** «المستشفى» (the hospital) without an entry: the town named last, in which it lies. */
  readonly town?: ResolvedPlace | undefined;
}

/** A place in the words of another stretch; field by field, as all places are made, so that they have one shape. */
export const saidAgain = (
  { id, name, place, lat, lon, precision, rejected, town }: ResolvedPlace,
  start: number,
  end: number,
): ResolvedPlace => ({ id, name, place, lat, lon, precision, start, end, rejected, town });

/** A place said, and how many were said before it. */
interface Said {
  readonly resolved: ResolvedPlace;
  readonly order: number;
}

/** An undated report speaks of an area that it names a place of, or beside. */
const BESIDE_KM = 40;
const dayOf = (date: string): number => Date.parse(date) / 86_400_000;
const SETTLEMENTS = ['city', 'town', 'village', 'camp', 'quarter'];

const latest = (said: readonly (Said | undefined)[]): Said | undefined =>
  said.reduce((a, b) => (b && (!a || b.order > a.order) ? b : a), undefined);

/** Of the places of a name those of the kinds of a head, where some are and some are not. */
const ofKinds = (found: PlaceFound, { kinds }: PlaceHead): PlaceFound => {
  const fitting = found.candidates.filter(({ kind }) => kinds.includes(kind));
  return fitting.length === 0 || fitting.length === found.candidates.length ? found : { ...found, candidates: fitting };
};

/** Decides the places of a report in reading order; «المدينة» stands for the last place of its kind. */
export class PlaceResolver {
  readonly #gazetteer: Gazetteer;
  readonly #context: ReportContext;
  readonly #original: string;
  readonly #report: string;
  /** The last place said behind each head noun, and the last of each kind. */
  readonly #byHead = new Map<PlaceHead, Said>();
  readonly #byKind = new Map<string, Said>();
  #order = 0;
  readonly #neighbours: Neighbours;

  /** `report`: what tells this report's nameless places from those of others. */
  constructor(gazetteer: Gazetteer, context: ReportContext, original: string, report: string) {
    this.#report = report;
    this.#gazetteer = gazetteer;
    this.#context = context;
    this.#original = original;
    this.#neighbours = new Neighbours(context.places);
  }

  /** The place of an item; null when the name is no place here, or refers back to none. `shared`: the head of several. */
  resolve(item: Item & { place: PlaceFound }, shared: PlaceHead | null = null): ResolvedPlace | null {
    const found = shared === null ? item.place : ofKinds(item.place, shared);
    if (found.held) return this.#held(found, found.held.holder);
    if (found.countryPart !== undefined) return this.#partOfCountry(found, found.countryPart);
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
    const { head } = found;
    if (!head) return null;
    const ofKind = head.kinds.map((kind) => this.#byKind.get(kind));
    // «الجيب», «السوق»: an area or a building stands only for one named with the same word.
    const byWord = head.role === 'area' || head.kinds[0] === 'facility';
    const same = latest([this.#byHead.get(head), byWord ? undefined : ofKind[0]]);
    const alike = same ?? (byWord ? undefined : latest(ofKind));
    if (alike) return saidAgain(alike.resolved, found.nameStart, found.nameEnd);
    const bare = fold(found.headWord ?? '').replace(/^ال/, '');
    const ofTown = this.#ofTown(found, head, bare);
    // Named once by its town, «السوق» stays that one when other places have been named since.
    if (ofTown) this.#byHead.set(head, { resolved: ofTown, order: this.#order++ });
    if (ofTown) return ofTown;
    if (!this.#gazetteer.words.unnamed.has(bare)) return null;
    const town = head.role === 'name' ? this.#town() : undefined;
    return this.#unlisted(found, [], town);
  }

  /** The town named last. */
  #town(): ResolvedPlace | undefined {
    return latest(SETTLEMENTS.map((kind) => this.#byKind.get(kind)))?.resolved;
  }

  /** «جنوب البلاد»: the south of the country last named, or of the one that the report speaks of most. */
  #partOfCountry(found: PlaceFound, direction: string): ResolvedPlace | null {
    const last = this.#byKind.get('country')?.resolved.place;
    const codes = [...(last ? [last.country] : []), ...this.#context.countries];
    for (const code of codes) {
      const country = this.#gazetteer.country(code);
      const parts = country ? this.#gazetteer.named(`${direction} ${country.nameAr}`) : [];
      if (parts[0]) return this.#listed(found, parts[0], []);
    }
    if (found.candidates.length > 0) return this.#named({ ...found, countryPart: undefined });
    // A bare «الجنوب» (the south) is no place unless the country has a part of that name.
    return found.nameEnd - found.nameStart > direction.length + 3 ? this.#unlisted(found) : null;
  }

  /** «آخر جيب له» (its last pocket): the listed area that the side held then and there, else what the words say. */
  #held(found: PlaceFound, holder: string | null): ResolvedPlace {
    const { named, published } = this.#context;
    const known = this.#gazetteer.words.held.known.find(
      (one) =>
        (holder === null ? named.has(one.holder) : holder === one.holder) &&
        (published === null || (published.last >= dayOf(one.from) && published.first <= dayOf(one.to))) &&
        this.#neighbours.places.some(({ id }) =>
          published === null
            ? (this.#gazetteer.distanceKm(one.place, id) ?? Infinity) <= BESIDE_KM
            : this.#gazetteer.contains(one.in, id),
        ),
    );
    const place = known && this.#gazetteer.byId(known.place);
    return place ? this.#listed(found, place, []) : this.#unlisted(found);
  }

  /** «السوق» (the market) in a text that last named Hajin: the one listed market of Hajin. */
  #ofTown(found: PlaceFound, head: PlaceHead, bare: string): ResolvedPlace | null {
    const town = this.#town()?.place;
    if (!town || head.role !== 'name') return null;
    const ofKind = this.#gazetteer
      .inside(town.id)
      .filter(
        (place) =>
          head.kinds.includes(place.kind) && place.forms.some((form) => form === bare || form.startsWith(`${bare} `)),
      );
    const namedSo = ofKind.filter(({ forms }) =>
      forms.some((form) => town.forms.includes(form.slice(bare.length + 1))),
    );
    const [only, ...others] = namedSo.length > 0 ? namedSo : ofKind;
    return only && others.length === 0 ? this.#listed(found, only, []) : null;
  }

  #named(found: PlaceFound): ResolvedPlace | null {
    if (found.candidates.length === 0) return this.#unlisted(found);
    const isImported = found.candidates[0]!.imported;
    const choose = isImported ? resolveImported : resolvePlace;
    const { place, method, rejected } = choose(
      found.candidates,
      {
        head: found.headWord || undefined,
        form: this.#written(found),
        nearby: isImported ? [...this.#neighbours.places, ...this.#context.anchors] : this.#neighbours.places,
        countries: this.#context.countries.slice(0, 2),
        sidesIn: this.#context.sidesIn,
      },
      this.#gazetteer,
    );
    const turned = rejected.map((one) => ({ place: one.place.id, why: one.why }));
    if (!place) return found.head ? this.#unlisted(found, turned) : null;
    const head = found.head ? [{ precision: found.head.precision }] : [];
    const heads = method === 'head-at' || found.head?.role === 'area' ? head : [];
    return this.#listed(found, place, heads, turned);
  }

  #written({ nameStart, nameEnd }: PlaceFound): string {
    return this.#original.slice(nameStart, nameEnd).replace(QUOTES, '').trim();
  }

  /** A place that the gazetteer does not hold, by the words that name it. */
  #unlisted(found: PlaceFound, rejected: ResolvedPlace['rejected'] = [], town?: ResolvedPlace): ResolvedPlace {
    const written = this.#written(found);
    const { nameStart: start, nameEnd: end } = found;
    // «القرية» (the village) of one report is not that of another.
    const own = found.unnamed || found.anaphoric ? `@${this.#report}` : '';
    const id = `unlisted:${fold(written)}${own}`;
    return { id, name: written, place: null, lat: null, lon: null, precision: null, start, end, rejected, town };
  }

  #listed(
    { relations, nameStart: start, nameEnd: end }: PlaceFound,
    place: Place,
    heads: readonly { readonly precision: Precision }[],
    rejected: ResolvedPlace['rejected'] = [],
  ): ResolvedPlace {
    const { id, name, lat, lon } = place;
    return {
      id,
      name,
      place,
      lat,
      lon,
      precision: precisionOf(place, [...relations, ...heads]),
      start,
      end,
      rejected,
      town: undefined,
    };
  }
}

const QUOTES = /["“”«»]/g;

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
