import type { QueueName, Task } from '@isnad/api';
import { type Bilingual, derivedId, type RecordedClaim } from '@isnad/model';
import { disagreementsOf } from '../agreement/disagreements.js';
import { grouped } from '../case/entries.js';
import type { PlaceWords } from '../case/words.js';
import type { Scene } from '../http/handler.js';

type Make = (scene: Scene) => readonly Task[];

const coveredIn =
  ({ view }: Scene) =>
  ({ ar, en }: Bilingual): Bilingual => ({ ar: view.cover(ar, null), en: view.cover(en, null) });

const incidentOf = (claims: readonly string[], { view }: Scene): string | null =>
  claims.map((id) => view.incidentOf(id)?.id).find((id) => id !== undefined) ?? null;

const disputes: Make = (scene) =>
  scene.view.record.disputes.map(({ id, kind, claims, explain }) => ({
    id,
    queue: 'disputes',
    kind,
    explain: coveredIn(scene)(explain),
    about: claims,
    incident: incidentOf(claims, scene),
    report: null,
  }));

const failedChecks: Make = (scene) =>
  scene.view.record.checks.flatMap(({ id, kind, ok, claims, explain }) =>
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
  scene.view.record.incidents.flatMap((one) =>
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
const twofold = (scene: Scene): readonly Task[] => {
  const { words, record } = scene.view;
  const claims = grouped(
    record.claims.flatMap((claim) =>
      [...new Set(claim.places.map(({ id }) => id))].flatMap((id) =>
        words.namesakes[id] ? [[id, claim] as const] : [],
      ),
    ),
  );
  return [...claims].map(([place, some]): Task => {
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

const ambiguousPlaces: Make = (scene) => {
  const { view } = scene;
  const unlisted = new Map<string, RecordedClaim[]>();
  for (const claim of view.record.claims)
    for (const { id } of claim.places)
      if (id.startsWith('unlisted:')) unlisted.set(id, [...(unlisted.get(id) ?? []), claim]);
  return [...twofold(scene), ...[...unlisted].map(asTask)];

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
  scene.view.record.claims.flatMap((claim) => {
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
  scene.view.record.reports.flatMap(({ id, title, path, published }) => {
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
  log.all.flatMap((one) => {
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
  disagreementsOf(log.all, view.asRead).map(({ id, field, claim, values }) => {
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

/** All tasks of a queue, settled ones too. */
export const tasksOf = (queue: QueueName, scene: Scene): readonly Task[] =>
  OF_DECISIONS.has(queue)
    ? scene.onceDecided(`queue ${queue}`, () => QUEUES[queue](scene))
    : scene.once(`queue ${queue}`, () => QUEUES[queue](scene));

/** Those that still need judgement: nobody settled them, and nobody has decided about the very claim since. */
export const openTasks = (queue: QueueName, scene: Scene): readonly Task[] =>
  scene.onceDecided(`open ${queue}`, () =>
    tasksOf(queue, scene).filter((task) => scene.log.settledBy(task.id) === null && !isJudged(task, scene)),
  );

/** A single claim or report that someone accepted or corrected needs no second look. */
const isJudged = ({ queue, about }: Task, { log }: Scene): boolean =>
  (queue === 'low-confidence' || queue === 'undated-reports') && log.about(about[0]!).length > 0;
