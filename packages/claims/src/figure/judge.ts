import type { FigureDraft } from './draft.js';
import { harmAt, type MeasureSource, measureOf, type Used } from './measure.js';
import type { Counting } from './noun.js';
import { figuresFor, groupOf, THINGS } from './people.js';
import type { Quantity } from './quantity.js';
import { shareOf } from './share.js';
import { figureAt, type Judged, lastIndex, type State } from './state.js';
import { countedThing } from './things.js';
import type { topicsOf } from './topic.js';

/** Of two groups named in one phrase without number, each is a figure. */
const BOTH = 'women-and-children';

/** What is prepared once for a sentence. */
export interface Prepared {
  readonly counting: Counting;
  readonly splits: ReadonlyMap<number, string>;
  readonly topics: ReturnType<typeof topicsOf>;
}

/** The figures that a quantity tells, if any: what is counted, whom, and of what whole. */
export const judge = ({ counting, splits, topics }: Prepared, state: State, quantity: Quantity): readonly Judged[] => {
  const { noun } = quantity;
  const whole = figureAt(state, state.whole);
  const previous = previousPeople(state);
  const parts = (found: ReturnType<typeof figuresFor>, partOf: number | null = state.whole): readonly Judged[] =>
    found.map((made) => ({ made, partOf }));

  if (noun?.group === BOTH && !quantity.stated && !quantity.share)
    return ['children', 'women'].flatMap((group) =>
      judge({ counting, splits, topics }, state, { ...quantity, noun: { ...noun, group } }),
    );
  const thing = countedThing(counting, quantity, [...state.before, ...state.figures]);
  if (thing) return parts([thing]);
  if (noun && (noun.of === 'things' || noun.of === 'events')) return [];
  if (quantity.share) return shareOf(counting, state, quantity);

  const again = toldBefore(state, quantity);
  const plain = groupOf(counting, quantity, previous, whole);
  const group = again && plain === 'persons' ? again.group : plain;
  const make = (source: MeasureSource, rule: string) => figuresFor(counting, quantity, group, source, rule);
  const used = { until: state.figures.at(-1)?.last ?? -1, sources: new Set(state.figures.map((one) => one.source)) };
  if (noun && noun.measures.length > 0) {
    if (quantity.number?.quantifier === 'some' && counting.sentence.items[quantity.first]!.form?.includes('بعض'))
      return [];
    if (!quantity.stated && (noun.definite || isDefined(counting, quantity) || isAverted(counting, quantity.first)))
      return [];
    if (caughtAgain(counting, quantity, splits, used)) {
      const index = [...state.before, ...state.figures].findLastIndex(
        (one) => one.measure === 'escaped' && one.partOf === null,
      );
      const escaped = figureAt(state, index < 0 ? null : index);
      return parts(
        figuresFor(
          counting,
          quantity,
          group === 'persons' && escaped ? escaped.group : group,
          { measures: ['recaptured'], item: quantity.first, behind: false },
          'caught-again',
        ),
        escaped ? index : null,
      );
    }
    if (!quantity.stated && noun.measures[0] === 'casualties' && numberedLater(counting, noun.last, splits)) return [];
    const own = ownMeasure(counting, quantity, splits, used, whole);
    // «13 قتيلا بينهم طفل، و28 جريحا»: the wounded are no part of the dead.
    const apart = whole && whole.measure !== 'casualties' && !own.measures.includes(whole.measure);
    if (apart) state.whole = null;
    const named = group === 'persons' && own.measures !== noun.measures ? (ALSO[noun.measures[0]!] ?? group) : group;
    return parts(figuresFor(counting, quantity, named, own, 'measure-noun'), state.whole);
  }
  if (
    !quantity.stated &&
    !quantity.others &&
    (!noun ||
      (noun.definite && noun.number !== 'dual') ||
      ((noun.number === 'singular' || counting.sentence.items[noun.first]!.clitic === 'ل') &&
        noun.side === null &&
        isDefined(counting, quantity)))
  )
    return [];
  const told = measureOf(counting, quantity, splits, used);
  const last = state.figures.at(-1);
  const referent = referentOf(state, quantity);
  const of = referent ?? state.whole;
  if (told && !(whole && told.behind)) {
    const caught = told.measures[0] === 'detained' && figureAt(state, referent)?.measure === 'escaped';
    if (caught) return parts(make({ ...told, measures: ['recaptured'] }, 'caught-again'), of);
    if (told.behind && counting.sentence.items[told.item]!.measure?.number) state.taken = told.item; // سقطوا قتلى
    const two = told.two && !quantity.stated && quantity.max === null ? { ...quantity, min: 2, max: 2 } : quantity;
    return parts(figuresFor(counting, two, group, told, 'counted-people'), of);
  }
  if (quantity.ofThem && last)
    return parts(
      figuresFor(
        counting,
        quantity,
        THINGS.has(last.measure) ? last.group : group,
        { measures: [last.measure], item: last.source ?? quantity.first, behind: false },
        'part',
      ),
      lastIndex(state),
    );
  const topic = topics(quantity);
  if (topic)
    return parts(
      figuresFor(counting, quantity, group === 'persons' && topic.group ? topic.group : group, topic, 'toll'),
    );
  if (whole && !(quantity.number?.form === 'singular-one' && !noun))
    return parts(make({ measures: [whole.measure], item: whole.source ?? quantity.first, behind: false }, 'part'));
  if (state.hint) return parts(make({ measures: [state.hint], item: quantity.first, behind: false }, 'part'));
  if (last && quantity.number?.form !== 'singular-one' && goesOn(counting, quantity, last)) {
    const measures = state.figures
      .filter((one) => one.first === last.first && one.last === last.last)
      .map((one) => one.measure);
    return parts(make({ measures, item: last.source ?? quantity.first, behind: false }, 'list'), last.partOf);
  }
  if (fell(counting, quantity))
    return parts(make({ measures: ['killed'], item: quantity.first, behind: false }, 'fell'));
  if (documented(counting, quantity))
    return parts(make({ measures: ['killed'], item: quantity.first, behind: false }, 'documented'));
  if (again) return parts(make({ measures: [again.measure], item: quantity.first, behind: false }, 'again'));
  return strength(counting, state, quantity, group);
};

/** The last figure of people that is no part, else the last of people. */
const previousPeople = (state: State): FigureDraft | undefined => {
  const people = [...state.before, ...state.figures].filter(({ measure }) => !THINGS.has(measure));
  return state.figures.length > 0 ? (people.findLast(({ partOf }) => partOf === null) ?? people.at(-1)) : people.at(-1);
};

/** The figure of whom «منهم» and «آخرين» speak; for others, the whole of which the ones before were a part. */
const referentOf = (state: State, { ofThem, others, number }: Quantity): number | null => {
  const reach = number?.form === 'singular-one' ? 0 : 3;
  if (!ofThem && !others) return null;
  for (let index = lastIndex(state); index >= Math.max(0, lastIndex(state) - 4); index--) {
    const figure = figureAt(state, index)!;
    if (THINGS.has(figure.measure) || state.sentence - figure.sentence > reach) continue;
    if (others) return figure.measure === 'recaptured' ? figure.partOf : null;
    return index;
  }
  return null;
};

/** «الهاربين» who are caught are caught again. */
const caughtAgain = (counting: Counting, quantity: Quantity, splits: Prepared['splits'], used: Used): boolean =>
  quantity.noun!.measures[0] === 'escaped' && measureOf(counting, quantity, splits, used)?.measures[0] === 'detained';

/** Nouns for people whom something else may befall: a displaced person or a detainee may be killed. */
const ALSO: Readonly<Record<string, string>> = { displaced: 'displaced', detained: 'detainees' };

/** The measure of a noun that tells one; what is told to have befallen such people outweighs it. */
const ownMeasure = (
  counting: Counting,
  quantity: Quantity,
  splits: Prepared['splits'],
  used: Used,
  whole: FigureDraft | undefined,
): MeasureSource => {
  const { noun, first } = quantity;
  const own = { measures: noun!.measures, item: first, behind: false };
  if (ALSO[noun!.measures[0]!] === undefined) return own;
  const told = measureOf(counting, quantity, splits, used);
  if (told && !told.behind && told.measures.every((measure) => DEADLY.has(measure) || measure === 'released'))
    return told;
  return whole && DEADLY.has(whole.measure) ? { ...own, measures: [whole.measure] } : own;
};
const DEADLY = new Set(['killed', 'wounded', 'casualties']);

/** «خسائر بشرية … تسبب بقتل 196»: the clause goes on to number them. */
const numberedLater = (counting: Counting, from: number, splits: Prepared['splits']): boolean => {
  const { items } = counting.sentence;
  for (let k = from + 1; k < Math.min(items.length - 1, from + 14); k++) {
    if (items[k]!.kind === 'connector' || items[k]!.mark === '.') return false;
    if (items[k + 1]!.kind === 'number' && DEADLY.has(harmAt(counting, k, splits) ?? '')) return true;
  }
  return false;
};

/** «قتلى قوات الأسد», «جثث الضحايا», «شهداء طرطوس»: a name or article behind makes the harmed definite. */
const isDefined = ({ sentence: { items, governor } }: Counting, { noun }: Quantity): boolean => {
  const next = items[noun!.last + 1];
  if (!next || next.conjunction || next.clitic) return false;
  if (next.means !== undefined || governor[noun!.last + 1] === 'agent') return false; // برصاص مجهولين (by unknown gunmen)
  return (
    (next.kind === 'actor' && next.side?.heads[0] !== 'adjective') ||
    next.kind === 'place' ||
    (next.definite && (next.kind === 'measure' || next.kind === 'people' || next.kind === 'trigger'))
  );
};

/** What is feared or avoided, or names people rather than telling of them. */
const isAverted = ({ sentence: { items }, words }: Counting, first: number): boolean =>
  items
    .slice(Math.max(0, first - 3), first)
    .some((item) => (item.kind === 'cue' && item.cue === 'purpose') || words.is('averted', item.form)) ||
  isDenied(items, first);

/** «لم تعلن … عن وقوع خسائر», «دون أن ينتج عنها إصابات»: a negation before it in its clause. */
const isDenied = (items: Counting['sentence']['items'], first: number): boolean => {
  for (let k = first - 1; k >= Math.max(0, first - 9); k--) {
    const item = items[k]!;
    if (item.kind === 'negator' || (item.kind === 'cue' && item.cue === 'negation')) return true;
    if (
      item.kind === 'comma' ||
      item.kind === 'mark' ||
      (item.kind === 'connector' && item.form !== 'اي') ||
      item.kind === 'relative' ||
      item.number
    )
      return false;
  }
  return false;
};

/** A list goes on with the measure of its head: «مقتل 930 من التنظيم و540 من قسد». */
const goesOn = (counting: Counting, { first, noun, stated }: Quantity, last: FigureDraft): boolean => {
  const { items, verbs } = counting.sentence;
  const item = items[first]!;
  const joined =
    item.conjunction === 'و' ||
    (items[first - 1]?.form === 'و' && items[first - 1]?.kind === 'word') ||
    (items[first - 1]?.kind === 'preposition' && items[first - 1]!.conjunction === 'و') ||
    isAddition(counting, first - 1);
  if (!joined || (!noun && !stated)) return false;
  for (let k = last.last + 1; k < first; k++) {
    const between = items[k]!;
    if (
      verbs.has(k) ||
      (between.kind === 'connector' && !isAddition(counting, k)) ||
      between.kind === 'complementiser' ||
      between.kind === 'mark' ||
      between.kind === 'trigger'
    )
      return false;
  }
  return first - last.last <= 6;
};

/** «بالإضافة إلى»: the list goes on. */
export const isAddition = ({ sentence: { items }, words }: Counting, at: number): boolean =>
  items[at] !== undefined && words.is('additions', items[at]!.form);

/** «الجرحى الخمسة»: the same people, counted before. */
const toldBefore = (state: State, { noun, number, min, max, stated }: Quantity): FigureDraft | undefined => {
  if (!noun?.definite || !stated || noun.of === 'things' || min === null || min < 2 || number?.quantifier !== undefined)
    return undefined;
  const same = (one: FigureDraft) =>
    one.min === min &&
    one.max === max &&
    one.partOf === null &&
    (noun.measures.length === 0 ? one.rule !== 'figure/strength' : noun.measures.includes(one.measure));
  return [...state.before, ...state.figures].findLast((one) => same(one));
};

/** «وثق المرصد 324»: who counts people by name counts the dead. */
const documented = ({ sentence: { items }, words }: Counting, { first, stated }: Quantity): boolean =>
  stated && items.slice(Math.max(0, first - 4), first).some((item) => words.is('documenting', item.form));

/** «سقوط 11 مواطنا»: who falls is killed. */
const fell = ({ sentence: { items }, words }: Counting, { first, stated }: Quantity): boolean =>
  stated &&
  items.slice(Math.max(0, first - 2), first).some((item) => item.kind === 'trigger' && words.is('herald', item.form));

/** People to whom nothing is said to have happened: a force, or people otherwise counted. */
const strength = (
  { sentence: { items }, words }: Counting,
  state: State,
  quantity: Quantity,
  group: string,
): readonly Judged[] => {
  const { noun, number, stated, vague, first, last, min, max, approximate } = quantity;
  if (!noun || (!stated && noun.number !== 'dual')) return [];
  if (number?.quantifier === 'all' || number?.form === 'singular-one' || words.speakers.has(noun.group ?? ''))
    return [];
  // «موقعا 14 مدنيا»: a result, dead and wounded untold.
  const before = items[first - 1];
  if (!stated && (before?.harm !== undefined || before?.kind === 'trigger')) return [];
  if (stated && noun.of === 'people' && (before?.cue === 'result' || before?.supports?.[0]?.does === 'result'))
    return [
      {
        partOf: state.whole,
        made: {
          first,
          last,
          measure: 'casualties',
          group,
          min,
          max,
          approximate,
          source: first - 1,
          rule: 'figure/result',
        },
      },
    ];
  const armed =
    (noun.side !== null && !words.civil.has(noun.side)) ||
    words.armed.has(noun.group ?? '') ||
    (words.armed.has(group) && !words.civil.has(group));
  if ((vague || !stated) && !armed) return [];
  return [
    {
      partOf: state.whole,
      made: {
        first,
        last,
        measure: armed ? 'strength' : 'other',
        group,
        min,
        max,
        approximate,
        source: null,
        rule: 'figure/strength',
      },
    },
  ];
};
