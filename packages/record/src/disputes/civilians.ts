import type { Dispute, EventClaim, FigureClaim } from '@isnad/model';
import type { Case } from '../case.js';
import { areCivilians, isCivilianHarm } from '../grades/grade.js';
import type { Happening } from '../incidents/happening.js';
import { byText, groupBy } from '../order.js';
import { mostSpecific, type Place, relatePlaces, resolvePlace } from '../places/place.js';
import { meet, toldWindow, type Window } from '../windows/window.js';
import { placeName, sidesInWords } from '../words/names.js';
import { dispute } from './dispute.js';

/** What one report says of civilians harmed over a stretch of time: how many, or by whom. */
interface Account {
  readonly claim: string;
  readonly places: readonly Place[];
  readonly window: Window | null;
  /** Null: a count that names nobody. */
  readonly actors: readonly string[];
}

/**
 * `responsibility` of a running toll: for the civilians of one area and time some accounts name a side, others
 * another or none. These are tolls and summaries, which belong to no single incident.
 */
export const civilianDisputes = (happenings: readonly Happening[], inCase: Case): readonly Dispute[] => {
  const accounts = [...happenings.flatMap((one) => eventAccounts(one, inCase)), ...figureAccounts(inCase)];
  return byArea(accounts).flatMap((some) => {
    const bySides = groupBy(some, ({ actors }) => [...actors].sort().join(' '));
    const named = [...bySides.values()].filter((same) => same[0]!.actors.length > 0);
    if (named.length === 0 || bySides.size < 2) return [];
    const sides = [...bySides.values()].map((same) => sidesInWords(same[0]!.actors, inCase.lexicon));
    const area = mostSpecific(some.flatMap(({ places }) => places))[0];
    const where = area ? placeName(area) : null;
    return [
      dispute(
        'responsibility',
        some.map(({ claim }) => claim),
        {
          en: `Civilians harmed${where ? ` around ${where.en}` : ''} over these months: by ${sides.map(({ en }) => en).join(' / ')}, as told. The toll names no side for each death; do not ascribe it as a whole.`,
          ar: `المدنيون المتضررون${where ? ` في محيط ${where.ar}` : ''} خلال هذه الأشهر: الفاعل ${sides.map(({ ar }) => ar).join(' / ')} بحسب الروايات. الحصيلة لا تسمّي فاعلاً لكل حالة، فلا تُنسب كلها إلى طرف.`,
        },
      ),
    ];
  });
};

const eventAccounts = (one: Happening, inCase: Case): readonly Account[] => {
  if (!one.kind.harms || one.modality !== 'asserted') return [];
  const running = one.campaign || one.figures.some(({ scope }) => scope === 'cumulative');
  if (!running) return [];
  const harmed = (claim: EventClaim) =>
    claim.actors.length > 0 && claim.targets.some((target) => areCivilians(target, inCase));
  return one.units.flatMap((unit) =>
    unit.claims.filter(harmed).map((claim) => ({
      claim: claim.id,
      places: unit.places.map(({ place }) => place),
      window: unit.window,
      actors: claim.actors,
    })),
  );
};

/** Running tolls of civilians; the side is that of the harmful act to which the figure is tied, if any. */
const figureAccounts = (inCase: Case): readonly Account[] =>
  inCase.readings.flatMap(({ claims, days }) =>
    claims.flatMap((figure) => {
      if (figure.kind !== 'figure' || figure.scope !== 'cumulative' || !isCivilianHarm(figure, inCase)) return [];
      const act = actOf(figure, inCase);
      if (figure.partOf !== null && !act) return [];
      const window = runningWindow(figure, days ? days.last : Infinity);
      const places = figure.places.map((mention) => resolvePlace(mention, inCase.lexicon));
      return [{ claim: figure.id, places, window, actors: act?.actors ?? [] }];
    }),
  );

const actOf = (figure: FigureClaim, inCase: Case): EventClaim | null => {
  const event = figure.event ? inCase.claim(figure.event) : undefined;
  return event?.kind === 'event' && inCase.lexicon.eventKind(event.type).harms ? event : null;
};

const runningWindow = (figure: FigureClaim, last: number): Window | null => {
  const from = toldWindow(figure.from);
  return from && { ...from, last: toldWindow(figure.to)?.last ?? last };
};

/** Accounts of an area with which a further one is compared. */
const WITNESSES = 12;

/** Accounts of one area whose times meet; a window that starts inside another is the same story. */
const byArea = (accounts: readonly Account[]): readonly (readonly Account[])[] => {
  const areas: Account[][] = [];
  for (const account of [...accounts].sort((a, b) => byText(a.claim, b.claim))) {
    const home = areas.find((area) =>
      area.slice(0, WITNESSES).some((other) => samePlace(account, other) && sameTime(account, other)),
    );
    if (home) home.push(account);
    else areas.push([account]);
  }
  return areas;
};

const samePlace = (a: Account, b: Account): boolean =>
  a.places.length === 0 ||
  b.places.length === 0 ||
  a.places.some((x) => b.places.some((y) => !['apart', 'unknown'].includes(relatePlaces(x, y))));

const sameTime = (a: Account, b: Account): boolean => !a.window || !b.window || meet(a.window, b.window) !== null;
