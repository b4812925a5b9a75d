import type { QueueName, Task } from '@isnad/api';
import {
  type Bilingual,
  type Check,
  type Decision,
  derivedId,
  type RecordedClaim,
  type RecordedReport,
} from '@isnad/model';
import { disagreementsOf } from '../agreement/disagreements.js';
import { type Derived, derived, derivedOfDecisions } from '../case/derived.js';
import type { PlaceWords } from '../case/words.js';
import type { Scene } from '../http/handler.js';
import { groupSteps, type Steps } from '../steps.js';

type Make = (scene: Scene) => Steps<readonly Task[]>;

/** What comes of each item, all in one list. */
const flatSteps = function* <T, R>(items: readonly T[], made: (item: T) => R | readonly R[]): Steps<readonly R[]> {
  const all: R[] = [];
  for (const item of items) {
    yield;
    const some = made(item);
    if (Array.isArray(some)) all.push(...(some as readonly R[]));
    else all.push(some as R);
  }
  return all;
};

const coveredIn =
  ({ view }: Scene) =>
  ({ ar, en }: Bilingual): Bilingual => ({ ar: view.cover(ar, null), en: view.cover(en, null) });

const incidentOf = (claims: readonly string[], { view }: Scene): string | null =>
  claims.map((id) => view.incidentOf(id)?.id).find((id) => id !== undefined) ?? null;

const disputes: Make = (scene) =>
  flatSteps(scene.view.record.disputes, ({ id, kind, claims, explain }) => ({
    id,
    queue: 'disputes' as const,
    kind,
    explain: coveredIn(scene)(explain),
    about: claims,
    incident: incidentOf(claims, scene),
    report: null,
  }));

const failedChecks: Make = (scene) =>
  flatSteps<Check, Task>(scene.view.record.checks, ({ id, kind, ok, claims, explain }) =>
    ok
      ? []
      : {
          id,
          queue: 'failed-checks' as const,
          kind,
          explain: coveredIn(scene)(explain),
          about: claims,
          incident: incidentOf(claims, scene),
          report: scene.view.claims.get(claims[0] ?? '')?.report ?? null,
        },
  );

const lookAlikes: Make = (scene) =>
  flatSteps(scene.view.record.incidents, (one) =>
    one.related.flatMap(({ incident: other, how }): Task | readonly Task[] => {
      const twin = scene.view.incidents.get(other);
      // Told of both, listed once.
      if (how !== 'look-alike' || !twin || one.id > other) return [];
      return {
        id: derivedId('q', 'look-alike', one.id, other),
        queue: 'look-alikes',
        kind: 'look-alike',
        explain: coveredIn(scene)({
          ar: `«${one.title.ar}» و«${twin.title.ar}»: حدث واحد أم حدثان؟`,
          en: `“${one.title.en}” and “${twin.title.en}”: one event or two?`,
        }),
        about: [one.id, other],
        incident: one.id,
        report: null,
      };
    }),
  );

/** Places that are written as others are: each is asked about once, with all claims that name it. */
const twofold: Make = function* (scene) {
  const { words, record } = scene.view;
  const claims = yield* groupSteps(record.claims, ({ places }) =>
    [...new Set(places.map(({ id }) => id))].filter((id) => words.namesakes[id]),
  );
  return yield* flatSteps([...claims], ([place, some]): Task => {
    const others = words.namesakes[place]!;
    const around = (parent: string | null) => (parent === null ? undefined : words.places[parent]);
    const said = (one: PlaceWords): Bilingual => {
      const within = around(one.parent);
      return {
        ar: within ? `${one.nameAr} (${within.nameAr})` : one.nameAr,
        en: within ? `${one.name} (${within.name})` : one.name,
      };
    };
    const [own, ...rest] = [words.places[place]!, ...others].map(said);
    const about = some.map(({ id }) => id);
    return {
      id: derivedId('q', 'place', place),
      queue: 'ambiguous-places',
      kind: 'namesakes',
      explain: {
        ar: `قُرئ: ${own!.ar}. يُكتب مثله: ${rest.map(({ ar }) => ar).join('، ')}`,
        en: `Read as ${own!.en}. Written alike: ${rest.map(({ en }) => en).join(', ')}`,
      },
      about,
      incident: incidentOf(about, scene),
      report: some[0]!.report,
    };
  });
};

const ambiguousPlaces: Make = function* (scene) {
  const unlisted = yield* groupSteps(scene.view.record.claims, ({ places }) =>
    places.flatMap(({ id }) => (id.startsWith('unlisted:') ? id : [])),
  );
  return [...(yield* twofold(scene)), ...(yield* flatSteps([...unlisted], asTask))];

  function asTask([place, claims]: readonly [string, readonly RecordedClaim[]]): Task {
    const name = place.slice('unlisted:'.length);
    return {
      id: derivedId('q', 'place', place),
      queue: 'ambiguous-places',
      kind: 'unlisted',
      explain: coveredIn(scene)({
        ar: `«${name}» ليس في جدول الأماكن`,
        en: `“${name}” is in no table of places`,
      }),
      about: claims.map(({ id }) => id),
      incident: incidentOf(
        claims.map(({ id }) => id),
        scene,
      ),
      report: claims[0]!.report,
    };
  }
};

/** Why a claim is worth a second look; null when nothing speaks against it. */
const doubtOf = (claim: RecordedClaim): readonly [string, Bilingual] | null => {
  if (claim.kind === 'figure')
    return claim.min === null && claim.max === null
      ? ['no-number', { ar: 'رقم بلا عدد', en: 'a figure without a number' }]
      : null;
  if (claim.modality === 'uncertain')
    return ['uncertain', { ar: 'المصدر نفسه غير متأكد', en: 'its source is unsure itself' }];
  if (claim.date === null && claim.places.length === 0)
    return ['nowhere', { ar: 'حدث بلا مكان ولا تاريخ', en: 'an event without a place or a date' }];
  if (claim.actors.length === 0 && claim.targets.length === 0 && claim.places.length === 0)
    return ['bare', { ar: 'حدث بلا طرف ولا مكان', en: 'an event without a side or a place' }];
  return null;
};

const lowConfidence: Make = (scene) =>
  flatSteps<RecordedClaim, Task>(scene.view.record.claims, (claim) => {
    const doubt = doubtOf(claim);
    if (!doubt) return [];
    const words = scene.view.cover(claim.span.text, claim.report, claim.span.start).replace(/\s+/g, ' ');
    const [kind, { ar, en }] = doubt;
    return {
      id: derivedId('q', 'low', claim.id),
      queue: 'low-confidence',
      kind,
      explain: { ar: `«${words}»: ${ar}`, en: `“${words}”: ${en}` },
      about: [claim.id],
      incident: scene.view.incidentOf(claim.id)?.id ?? null,
      report: claim.report,
    };
  });

const undatedReports: Make = (scene) =>
  flatSteps<RecordedReport, Task>(scene.view.record.reports, ({ id, title, path, published }) => {
    if (published.edtf !== null) return [];
    const name = scene.view.cover(title ?? path, id);
    return {
      id: derivedId('q', 'undated', id),
      queue: 'undated-reports',
      kind: published.basis,
      explain: { ar: `«${name}» بلا تاريخ نشر`, en: `“${name}” has no date of publication` },
      about: [id],
      incident: null,
      report: id,
    };
  });

const orphanedDecisions: Make = ({ log, view }) =>
  flatSteps<Decision, Task>(log.all, (one) => {
    if (log.standing(one) !== 'orphaned') return [];
    const reason = view.cover(one.reason, null);
    return {
      id: derivedId('q', 'orphaned', one.id),
      queue: 'orphaned-decisions',
      kind: one.kind,
      explain: {
        ar: `قرار ${one.by} عن شيء لم يعد في القضية: ${reason}`,
        en: `A decision of ${one.by} about something that the case no longer holds: ${reason}`,
      },
      about: one.about,
      incident: null,
      report: null,
    };
  });

const coderDisagreements: Make = ({ log, view }) =>
  flatSteps(disagreementsOf(log.all, view.asRead), ({ id, field, claim, values }): Task => {
    const said = values.map(({ by, value }) => `${by}: ${view.cover(value, null)}`).join(' · ');
    return {
      id,
      queue: 'coder-disagreements',
      kind: field,
      explain: { ar: said, en: said },
      about: [claim],
      incident: view.incidentOf(claim)?.id ?? null,
      report: view.claims.get(claim)?.report ?? null,
    };
  });

const QUEUES: Readonly<Record<QueueName, Make>> = {
  disputes,
  'look-alikes': lookAlikes,
  'failed-checks': failedChecks,
  'ambiguous-places': ambiguousPlaces,
  'low-confidence': lowConfidence,
  'undated-reports': undatedReports,
  'orphaned-decisions': orphanedDecisions,
  'coder-disagreements': coderDisagreements,
};

/** Queues that follow from decisions, and so change without a new record. */
const OF_DECISIONS = new Set<QueueName>(['orphaned-decisions', 'coder-disagreements']);

const tasks = Object.fromEntries(
  (Object.keys(QUEUES) as QueueName[]).map((queue) => [
    queue,
    (OF_DECISIONS.has(queue) ? derivedOfDecisions : derived)(`queue ${queue}`, QUEUES[queue]),
  ]),
) as Readonly<Record<QueueName, Derived<readonly Task[]>>>;

/** All tasks of a queue, settled ones too. */
export const tasksOf = (queue: QueueName, scene: Scene): readonly Task[] => tasks[queue](scene);

/** Those that still need judgement: nobody settled them, and nobody has decided about the very claim since. */
export const openTasks = (queue: QueueName, scene: Scene): readonly Task[] => open[queue](scene);

const open = Object.fromEntries(
  (Object.keys(QUEUES) as QueueName[]).map((queue) => [
    queue,
    derivedOfDecisions(`open ${queue}`, function* (scene) {
      yield* tasks[queue].ahead(scene);
      return yield* flatSteps<Task, Task>(tasksOf(queue, scene), (task) =>
        scene.log.settledBy(task.id) === null && !isJudged(task, scene) ? task : [],
      );
    }),
  ]),
) as Readonly<Record<QueueName, Derived<readonly Task[]>>>;

/** Place of each task in its whole queue, by id. */
export const placesIn = (queue: QueueName, scene: Scene): ReadonlyMap<string, number> =>
  (OF_DECISIONS.has(queue) ? scene.onceDecided : scene.once)(
    `places in ${queue}`,
    () => new Map(tasksOf(queue, scene).map(({ id }, i) => [id, i])),
  );

/** All queues, before they are asked for. */
export const queuesAhead = function* (scene: Scene): Steps<void> {
  for (const queue of Object.values(open)) yield* queue.ahead(scene);
};

/** A single claim or report that someone accepted or corrected needs no second look. */
const isJudged = ({ queue, about }: Task, { log }: Scene): boolean =>
  (queue === 'low-confidence' || queue === 'undated-reports') && log.about(about[0]!).length > 0;
