import type { RecordedClaim, RecordedReport } from '@isnad/model';
import type { Screen } from './screen.js';

/** Each report with its appearances: titles, paths and addresses without names. */
export const publicReports = ({ record, covered }: Screen): RecordedReport[] => {
  const publicPage = <P extends Pick<RecordedReport, 'path' | 'title' | 'published' | 'url'>>(
    { url, ...page }: P,
    report: string,
  ) => {
    const address = url === undefined ? null : covered.address(url, report);
    return {
      ...page,
      path: covered.sentence(page.path, report),
      title: page.title === null ? null : covered.title(report, page.title),
      published: { ...page.published, reason: covered.sentence(page.published.reason, report) },
      ...(address === null ? {} : { url: address }),
    };
  };
  return record.reports.map((report) => ({
    ...publicPage(report, report.id),
    ...(report.appearances ? { appearances: report.appearances.map((page) => publicPage(page, report.id)) } : {}),
  }));
};

/** The claims that are old enough, their quotes covered, sensitive ones at their district. */
export const publicClaims = (screen: Screen): RecordedClaim[] =>
  screen.record.claims.filter(({ id }) => screen.isKept(id)).map((claim) => publicClaim(screen, claim));

const publicClaim = ({ covered, coarsen, sensitiveClaims, unlisted }: Screen, claim: RecordedClaim): RecordedClaim => {
  const shared = {
    span: covered.quote(claim.report, claim.span),
    places: claim.places.map((place) => {
      const to = sensitiveClaims.has(claim.id) ? coarsen(place) : null;
      const { id, name, lat, lon, precision } = to ?? unlisted(place, claim.report);
      return { ...covered.quote(claim.report, place), id, name, lat, lon, precision };
    }),
  };
  if (claim.kind === 'figure') return { ...claim, ...shared };
  const reason = claim.dateReason;
  return {
    ...claim,
    ...shared,
    trigger: covered.quote(claim.report, claim.trigger),
    ...(reason === undefined ? {} : { dateReason: covered.sentence(reason, claim.report) }),
  };
};
