import type { Bilingual, FigureRange, Incident } from '@isnad/model';
import { dateInWords, type Naming, term } from '@isnad/publish';
import type { Ground } from './causes.js';
import type { Cause, Change, ChangeKind } from './change.js';
import type { IncidentFates } from './correspond.js';
import { countChanged, countedNamed, countSaid, fill, listed, words } from './say.js';

export interface Telling {
  readonly name: Naming;
  readonly incident: (incident: Incident) => Bilingual;
  readonly causes: (ground: Ground) => readonly Cause[];
}

interface Pair {
  readonly before: Incident;
  readonly after: Incident;
}

const claimsOf = (incident: Incident): readonly string[] => [
  ...incident.claims,
  ...incident.figures.flatMap(({ claims }) => claims ?? []),
];

const groundOf = ({ before, after }: Pair): Ground => ({
  before: claimsOf(before),
  after: claimsOf(after),
  about: [before.id, after.id],
});

const key = ({ measure, group }: FigureRange): string => `${measure} ${group}`;

const figureChanges = (pair: Pair, { name, incident, causes }: Telling): readonly Change[] => {
  const [was, is] = [pair.before, pair.after].map(({ figures }) => new Map(figures.map((one) => [key(one), one])));
  return [...new Set([...was!.keys(), ...is!.keys()])].flatMap((of): Change[] => {
    const [old, now] = [was!.get(of), is!.get(of)];
    if (old && now && old.low === now.low && old.best === now.best && old.high === now.high) return [];
    const changed =
      old === undefined
        ? fill(words.figureNew, countSaid(now!))
        : now === undefined
          ? fill(words.figureGone, countSaid(old))
          : countChanged(old, now);
    // Two ranges may differ in their best number only, which the sentence would not show.
    if (old && now && countSaid(old).en === countSaid(now).en) return [];
    const where = incident(pair.after);
    const what = countedNamed((now ?? old)!, name);
    return [
      {
        kind: 'figure',
        about: [pair.before.id, pair.after.id],
        say: {
          ar: `${where.ar}: ${what.ar}: ${changed.ar}.`,
          en: `${capital(where.en)}: ${what.en}: ${changed.en}.`,
        },
        because: causes({
          before: old?.claims ?? pair.before.claims,
          after: now?.claims ?? pair.after.claims,
          about: [pair.before.id, pair.after.id],
        }),
      },
    ];
  });
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const sidesChanged = ({ before, after }: Pair, { name }: Telling): Bilingual | null => {
  const [was, is] = [before, after].map(({ actors, targets }) => new Set([...actors, ...targets]));
  const fresh = [...is!].filter((id) => !was!.has(id)).map(name.actor);
  const left = [...was!].filter((id) => !is!.has(id)).map(name.actor);
  if (fresh.length === 0 && left.length === 0) return null;
  return listed([
    ...(fresh.length > 0 ? [fill(words.sideNew, listed(fresh))] : []),
    ...(left.length > 0 ? [fill(words.sideGone, listed(left))] : []),
  ]);
};

const factChanges = (pair: Pair, telling: Telling): readonly Change[] => {
  const { before, after } = pair;
  const { name, incident, causes } = telling;
  const because = causes(groundOf(pair));
  const about = [before.id, after.id];
  const change = (kind: ChangeKind, say: Bilingual): Change => ({
    kind,
    about,
    say: { ar: `${say.ar}.`, en: `${say.en}.` },
    because,
  });
  const where = incident(after);
  const when = ({ date }: Incident) => (date === null ? words.undated : dateInWords(date));
  const at = ({ place }: Incident) => (place === null ? words.noPlace : name.place(place));
  const graded = ({ grade }: Incident) => (grade === null ? words.noGrade : term('grade', grade.value));
  const sides = sidesChanged(pair, telling);
  return [
    ...(before.date === after.date
      ? []
      : [change('date', fill(words.date, incident(before), when(before), when(after)))]),
    ...(before.place?.id === after.place?.id ? [] : [change('place', fill(words.place, where, at(before), at(after)))]),
    ...(before.type === after.type
      ? []
      : [change('type', fill(words.type, where, name.type(before.type), name.type(after.type)))]),
    ...(sides === null ? [] : [change('sides', fill(words.sides, where, sides))]),
    ...(before.modality === after.modality
      ? []
      : [
          change(
            'telling',
            fill(words.telling, where, term('modality', before.modality), term('modality', after.modality)),
          ),
        ]),
    ...(before.grade?.value === after.grade?.value
      ? []
      : [change('grade', fill(words.grade, where, graded(before), graded(after)))]),
    ...(before.independent === after.independent
      ? []
      : [change('sources', fill(words.sources, where, before.independent, after.independent))]),
  ];
};

const newIncident = (one: Incident, { name, incident, causes }: Telling): Change => {
  const counted = one.figures.map((figure) => {
    const [what, count] = [countedNamed(figure, name), countSaid(figure)];
    return { ar: `${what.ar}: ${count.ar}`, en: `${what.en}: ${count.en}` };
  });
  const figures = counted.length > 0 ? fill(words.withFigures, listed(counted)) : { ar: '', en: '' };
  const said = fill(words.incidentNew, incident(one));
  return {
    kind: 'incident-new',
    about: [one.id],
    say: { ar: `${said.ar}${figures.ar}.`, en: `${said.en}${figures.en}.` },
    because: causes({ before: [], after: claimsOf(one), about: [one.id] }),
  };
};

/** What became of the incidents, and what changed in those that stayed. */
export const incidentChanges = (fates: IncidentFates, telling: Telling): readonly Change[] => {
  const { incident, causes } = telling;
  const ended = (say: Bilingual): Bilingual => ({ ar: `${say.ar}.`, en: `${say.en}.` });
  return [
    ...fates.added.map((one) => newIncident(one, telling)),
    ...fates.gone.map(
      (one): Change => ({
        kind: 'incident-gone',
        about: [one.id],
        say: ended(fill(words.incidentGone, incident(one))),
        because: causes({ before: claimsOf(one), after: [], about: [one.id] }),
      }),
    ),
    ...fates.merged.map(
      (pair): Change => ({
        kind: 'incident-merged',
        about: [pair.before.id, pair.after.id],
        say: ended(fill(words.merged, incident(pair.before), incident(pair.after))),
        because: causes(groundOf(pair)),
      }),
    ),
    ...fates.split.map(
      (pair): Change => ({
        kind: 'incident-split',
        about: [pair.before.id, pair.after.id],
        say: ended(fill(words.split, incident(pair.after), incident(pair.before))),
        because: causes(groundOf(pair)),
      }),
    ),
    ...fates.kept.flatMap((pair) => [...figureChanges(pair, telling), ...factChanges(pair, telling)]),
  ];
};
