import { eventKinds, loadEventWords } from '@isnad/claims';
import { plainEventKind } from '@isnad/model';
import type { KnownPlace, RecordLexicon } from '@isnad/record';

/**
 * An invented war: two sides and an ally of one, and governorates of twelve towns in a grid, each some ten
 * kilometres from the next. The larger the case, the more governorates, so that its density stays the same.
 */
export interface World {
  readonly governorates: readonly Governorate[];
  readonly outlets: readonly string[];
  /** Named sources whom outlets quote. */
  readonly quoted: readonly string[];
  readonly lexicon: RecordLexicon;
}

export interface Governorate {
  readonly place: KnownPlace;
  readonly towns: readonly KnownPlace[];
}

const KINDS = eventKinds(loadEventWords());

const TOWNS = 12;
const COLUMNS = 4;
/** Degrees between two towns of the grid: some ten kilometres. */
const STEP = 0.1;

export const ARMY = 'army';
export const FRONT = 'front';
const ACTORS = [
  { id: ARMY, name: { ar: 'الجيش', en: 'Army' }, parent: null, allies: ['coalition'] },
  { id: 'coalition', name: { ar: 'التحالف', en: 'Coalition' }, parent: null, allies: [ARMY] },
  { id: FRONT, name: { ar: 'الجبهة', en: 'Front' }, parent: null, allies: [] },
];

const GROUPS = [
  { id: 'civilians', name: { ar: 'مدنيون', en: 'civilians' }, within: null, of: 'people' as const },
  { id: 'children', name: { ar: 'أطفال', en: 'children' }, within: 'civilians', of: 'people' as const },
];

const sourceOf = (id: string, named: boolean) => ({ id, name: { ar: id, en: id }, named, owner: null, side: null });

/** The town beside one in its row of the grid. */
export const townBeside = (town: number): number => (town % COLUMNS === COLUMNS - 1 ? town - 1 : town + 1);

const governorateOf = (index: number): Governorate => {
  const [row, column] = [Math.floor(index / 20), index % 20];
  const [south, west] = [20 + row * 4 * STEP, 30 + column * 5 * STEP];
  const id = `g${index}`;
  const shared = { kind: 'town', ancestors: [id] };
  const towns = Array.from({ length: TOWNS }, (_, town): KnownPlace => {
    const name = `بلدة ${index + 1}-${town + 1}`;
    const [lat, lon] = [south + Math.floor(town / COLUMNS) * STEP, west + (town % COLUMNS) * STEP];
    return { ...shared, id: `${id}.t${town}`, name, nameAr: name, lat, lon };
  });
  const name = `محافظة ${index + 1}`;
  const place = { id, name, nameAr: name, kind: 'governorate', ancestors: [], lat: south + STEP, lon: west + STEP };
  return { place, towns };
};

export const worldOf = (size: { readonly governorates: number; readonly outlets: number }): World => {
  const governorates = Array.from({ length: size.governorates }, (_, index) => governorateOf(index));
  const outlets = Array.from({ length: size.outlets }, (_, index) => `outlet-${index}`);
  const quoted = ['observatory', 'agency', 'army-spokesman', 'red-crescent'];
  const places = new Map(governorates.flatMap(({ place, towns }) => [place, ...towns]).map((one) => [one.id, one]));
  const sources = new Map(
    [...[...outlets, ...quoted].map((id) => sourceOf(id, true)), sourceOf('local-sources', false)].map((one) => [
      one.id,
      one,
    ]),
  );
  const lexicon: RecordLexicon = {
    place: ({ id }) => places.get(id) ?? null,
    source: (id) => sources.get(id) ?? null,
    outlet: (name) => sources.get(name) ?? null,
    actor: (id) => ACTORS.find((one) => one.id === id) ?? null,
    group: (id) => GROUPS.find((one) => one.id === id) ?? null,
    placeNoun: () => null,
    measure: (id) => ({ id, name: { ar: id, en: id }, harm: id === 'killed' || id === 'wounded' }),
    eventKind: (type) => KINDS.get(type) ?? plainEventKind(type),
  };
  return { governorates, outlets, quoted, lexicon };
};
