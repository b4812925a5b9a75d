import type { Gazetteer } from '@isnad/lexicon';
import type { PlaceRole } from '@isnad/model';
import type { Sentence } from '../clause/sentence.js';
import type { ResolvedPlace } from '../resolve/places.js';
import type { EventDraft } from './draft.js';

/** A place of an event: which, how it belongs, and the item that names it. */
export interface PlaceArgument {
  readonly place: ResolvedPlace;
  readonly role: PlaceRole;
  readonly item: number;
}

/** Where an event happened, and whether the place was told beside its word or elsewhere in the sentence. */
export interface Where {
  readonly places: readonly PlaceArgument[];
  readonly borrowed: boolean;
}

/** What is known of the sentence around an event. */
export interface Surroundings {
  /** Places of the sentence by item. */
  readonly placed: ReadonlyMap<number, ResolvedPlace>;
  /** All event mentions of the sentence. */
  readonly drafts: readonly EventDraft[];
  /** First place of the event told before. */
  readonly previous: ResolvedPlace | undefined;
  /** The type takes no place that is told for something else. */
  readonly onlyTold: boolean;
}

const ELSEWHERE = new Set(['من', 'إلى', 'عن', 'مع', 'ضد']);

/** The place that the sentence tells before the word, where nothing says otherwise (guide § Slots). */
const toldBefore = (sentence: Sentence, draft: EventDraft, { placed }: Surroundings): readonly PlaceArgument[] => {
  const found = [...placed]
    .filter(([item]) => item < draft.item && !ELSEWHERE.has(sentence.governor[item] ?? ''))
    .pop();
  return found ? withJoined(sentence, found[0], placed) : [];
};

/** A place and those joined to it before: «السوق ومبنى البلدية» (the market and the town hall). */
const withJoined = (sentence: Sentence, last: number, placed: Surroundings['placed']): readonly PlaceArgument[] => {
  const chain: number[] = [last];
  for (let k = last; sentence.items[k]!.conjunction === 'و'; ) {
    const before = sentence.items[k - 1]?.kind === 'place' ? k - 1 : k - 2;
    if (sentence.items[before]?.kind !== 'place' || !placed.has(before)) break;
    chain.unshift(before);
    k = before;
  }
  return chain.flatMap((item) =>
    placed.has(item) ? [{ place: placed.get(item)!, role: 'where' as const, item }] : [],
  );
};

/** A place behind the word that no other event of the sentence claims: «هاجم انتحاري يقود سيارة … مقرا في مدينة عدن». */
const toldBehind = (sentence: Sentence, draft: EventDraft, { placed, drafts }: Surroundings): PlaceArgument | null => {
  const claimed = new Set(drafts.flatMap((other) => other.roles.places.map(({ item }) => item)));
  for (const [item, place] of placed) {
    if (
      item < draft.item ||
      claimed.has(item) ||
      ELSEWHERE.has(sentence.governor[item] ?? '') ||
      sentence.governor[item] == null
    )
      continue;
    if (drafts.some((other) => other.item > draft.item && other.item < item)) return null;
    return { place, role: 'where', item };
  }
  return null;
};

/**
 * Marks containing places: those that hold another of the list, and those that only help to find the one
 * named right before them («منطقة الثرثار شمال شرق الفلوجة», «قرية صفيا بريف عين عيسى»).
 */
const withRoles = (
  sentence: Sentence,
  found: readonly PlaceArgument[],
  gazetteer: Gazetteer,
): readonly PlaceArgument[] =>
  found.map((one, at) => {
    if (one.role !== 'where') return one;
    // Hajin, in the pocket on the river: the wider place behind only says where the narrower lies.
    const wider =
      found.slice(0, at).some(({ place, role }) => role === 'where' && (place.precision ?? 1) <= 2) &&
      (one.place.precision ?? 1) >= 3;
    const holds =
      wider || found.some(({ place }) => place.id !== one.place.id && gazetteer.contains(one.place.id, place.id));
    const before = found[at - 1];
    const item = sentence.items[one.item]!;
    const helps =
      before !== undefined &&
      before.item < one.item &&
      one.item - before.item <= 3 &&
      !item.conjunction &&
      sentence.items
        .slice(before.item + 1, one.item + 1)
        .every((between) => between.kind === 'place' || between.kind === 'word' || between.kind === 'preposition') &&
      ((item.place?.relations.length ?? 0) > 0 ||
        item.clitic === 'ب' ||
        sentence.items[one.item - 1]?.head === 'relation' ||
        sentence.items[one.item - 1]?.preposition === 'من');
    return holds || helps ? { ...one, role: 'within' } : one;
  });

/** Each place once, and no more containers than places: the nearest one of each helps, the rest is geography. */
const trimmed = (places: readonly PlaceArgument[]): readonly PlaceArgument[] => {
  const seen = new Set<string>();
  const once = places.filter(({ place, role }) => {
    const key = `${place.id} ${role === 'within' ? 'where' : role}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  let room = once.filter(({ role }) => role !== 'within').length;
  return once.filter(({ role }) => role !== 'within' || room-- > 0);
};

/** Decides where an event happened. */
export const whereOf = (sentence: Sentence, draft: EventDraft, around: Surroundings, gazetteer: Gazetteer): Where => {
  const { roles } = draft;
  const found: PlaceArgument[] = roles.places.flatMap(({ item, role }) => {
    const place = around.placed.get(item);
    return place ? [{ place, role, item }] : [];
  });
  if (found.length === 0 && roles.pronounPlace) {
    const said = [...around.placed].filter(([item]) => item < draft.item).pop();
    if (said) found.push(...withJoined(sentence, said[0], around.placed));
    else if (around.previous) found.push({ place: around.previous, role: 'where', item: draft.item });
  }
  const borrowed = found.length === 0;
  if (borrowed && !around.onlyTold) {
    const before = toldBefore(sentence, draft, around);
    const behind = before.length > 0 ? null : toldBehind(sentence, draft, around);
    found.push(...before, ...(behind ? [behind] : []));
  }
  return { places: trimmed(withRoles(sentence, found, gazetteer)), borrowed };
};
