import type { Claim, PlaceMention } from '@isnad/api';
import type { Quote, PlaceMention as ReadMention, RecordedClaim } from '@isnad/model';
import { isUnlisted } from '../case/place-ids.js';
import type { Scene } from '../http/handler.js';

/** A function that covers names in what a report says, or lets them through. */
export const covering =
  ({ view }: Pick<Scene, 'view'>, shown: boolean) =>
  (text: string, report: string | null, offset?: number): string =>
    shown ? text : view.cover(text, report, offset);

type Cover = ReturnType<typeof covering>;

const quoted = <Q extends Quote>({ start, end, text }: Q, report: string, cover: Cover): Quote => ({
  start,
  end,
  text: cover(text, report, start),
});

const mentioned = (place: ReadMention, report: string, cover: Cover, { view }: Scene): PlaceMention => {
  return {
    ...quoted(place, report, cover),
    id: view.placeIds.shown(place.id),
    name: isUnlisted(place.id) ? cover(place.name, report) : place.name,
    role: place.role,
    lat: place.lat,
    lon: place.lon,
    precision: place.precision,
  };
};

/** A claim with where it stands in the record. */
export const claimOf = (claim: RecordedClaim, scene: Scene, shown: boolean): Claim => {
  const { view, log } = scene;
  const cover = covering(scene, shown);
  const report = view.reports.get(claim.report);
  const shared = {
    id: claim.id,
    report: claim.report,
    outlet: report?.outlet ?? null,
    published: report?.published.edtf ?? null,
    root: view.rootOf(claim),
    span: quoted(claim.span, claim.report, cover),
    places: claim.places.map((place) => mentioned(place, claim.report, cover, scene)),
    attribution: claim.attribution,
    rule: claim.rule,
    incident: view.incidentOf(claim.id)?.id ?? null,
    rejected: view.rejected.has(claim.id),
    decided: log.about(claim.id).map(({ id }) => id),
  };
  if (claim.kind === 'figure') {
    const { kind, measure, group, min, max, approximate, scope, from, to, partOf, event, replaces = false } = claim;
    return { ...shared, kind, measure, group, min, max, approximate, scope, from, to, partOf, event, replaces };
  }
  const { kind, type, trigger, actors, targets, date, dateReason, modality, repeats, framing = [] } = claim;
  return {
    ...shared,
    kind,
    type,
    trigger: quoted(trigger, claim.report, cover),
    actors,
    targets,
    date,
    dateReason: dateReason === undefined ? null : cover(dateReason, claim.report),
    modality,
    repeats,
    framing: framing.map((one) => ({ ...quoted(one, claim.report, cover), actor: one.actor, stance: one.stance })),
  };
};
