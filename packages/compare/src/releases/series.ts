import type { Bilingual, ControlLedger, ControlSpan, Toll, TollPoint } from '@isnad/model';
import { dateInWords, type Naming } from '@isnad/publish';
import type { Ground } from './causes.js';
import type { Cause, Change } from './change.js';
import { countChanged, countSaid, fill, listed, spanSaid, tollNamed, words } from './say.js';

interface Telling {
  readonly name: Naming;
  readonly causes: (ground: Ground) => readonly Cause[];
}

const count = ({ min, max }: TollPoint) => ({ low: min, best: null, high: max });
const step = ({ as_of: day, min, max }: TollPoint): string => `${day} ${min} ${max}`;
const claims = ({ points }: Toll): readonly string[] => points.map(({ claim }) => claim);

const asOf = ({ as_of: day }: TollPoint): Bilingual => {
  if (day === null) return words.noDay;
  const said = dateInWords(day);
  return { ar: `${words.asOf.ar} ${said.ar}`, en: `${words.asOf.en} ${said.en}` };
};

const ended = (say: Bilingual): Bilingual => ({ ar: `${say.ar}.`, en: `${say.en}.` });

const tollChange = (before: Toll, after: Toll, { name, causes }: Telling): readonly Change[] => {
  const [was, is] = [before.points, after.points].map((points) => points.map(step));
  if (was!.join() === is!.join()) return [];
  const [last, now] = [before.points.at(-1), after.points.at(-1)];
  if (!last || !now) return [];
  const because = causes({ before: claims(before), after: claims(after), about: [after.id] });
  const moved = countSaid(count(last)).en !== countSaid(count(now)).en || last.as_of !== now.as_of;
  const steps = (points: readonly TollPoint[]) => listed(points.map((point) => countSaid(count(point))));
  const say = moved
    ? fill(words.toll, tollNamed(after, name), countChanged(count(last), count(now)), asOf(now))
    : fill(words.tollSteps, tollNamed(after, name), steps(before.points), steps(after.points));
  return [{ kind: 'toll', about: [after.id], say: ended(say), because }];
};

/** What changed in running counts. */
export const tollChanges = (before: readonly Toll[], after: readonly Toll[], telling: Telling): readonly Change[] => {
  const { name, causes } = telling;
  const [was, is] = [before, after].map((tolls) => new Map(tolls.map((toll) => [toll.id, toll])));
  return [
    ...after.flatMap((toll): readonly Change[] => {
      const old = was!.get(toll.id);
      if (old) return tollChange(old, toll, telling);
      const last = toll.points.at(-1);
      if (!last) return [];
      return [
        {
          kind: 'toll-new',
          about: [toll.id],
          say: ended(fill(words.tollNew, lowered(tollNamed(toll, name)), countSaid(count(last)), asOf(last))),
          because: causes({ before: [], after: claims(toll), about: [toll.id] }),
        },
      ];
    }),
    ...before.flatMap((toll): readonly Change[] => {
      const last = toll.points.at(-1);
      if (is!.has(toll.id) || !last) return [];
      return [
        {
          kind: 'toll-gone',
          about: [toll.id],
          say: ended(fill(words.tollGone, tollNamed(toll, name), countSaid(count(last)))),
          because: causes({ before: claims(toll), after: [], about: [toll.id] }),
        },
      ];
    }),
  ];
};

const lowered = ({ ar, en }: Bilingual): Bilingual => ({ ar, en: en.slice(0, 1).toLowerCase() + en.slice(1) });

const spanKey = ({ holder, part, status, assessed, from, to }: ControlSpan): string =>
  [holder, part, status, assessed, from, to].join(' ');

/** What changed in who is said to hold which place. */
export const controlChanges = (
  before: readonly ControlLedger[],
  after: readonly ControlLedger[],
  { name, causes }: Telling,
): readonly Change[] => {
  const [was, is] = [before, after].map((ledgers) => new Map(ledgers.map((ledger) => [ledger.place.id, ledger])));
  const places = new Map([...before, ...after].map(({ place }) => [place.id, place]));
  return [...places].flatMap(([id, place]) => {
    const [old, now] = [was!.get(id)?.spans ?? [], is!.get(id)?.spans ?? []];
    const [hadKeys, hasKeys] = [old, now].map((spans) => new Set(spans.map(spanKey)));
    const change = (template: Bilingual, span: ControlSpan, ground: Ground): Change => ({
      kind: 'control',
      about: [id],
      say: ended(fill(template, name.place(place), spanSaid(span, name))),
      because: causes({ ...ground, about: [id] }),
    });
    return [
      ...now
        .filter((span) => !hadKeys!.has(spanKey(span)))
        .map((span) => change(words.controlNew, span, { before: [], after: span.claims })),
      ...old
        .filter((span) => !hasKeys!.has(spanKey(span)))
        .map((span) => change(words.controlGone, span, { before: span.claims, after: [] })),
    ];
  });
};
