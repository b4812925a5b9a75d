import { type Dispute, type EventClaim, formatDays, parseEdtf } from '@isnad/model';
import type { Case } from '../case.js';
import { isExact } from '../figures/agree.js';
import type { Happening } from '../incidents/happening.js';
import { pairs } from '../order.js';
import { type Place, relatePlaces } from '../places/place.js';
import { placesOf } from '../units/spots.js';
import { meet } from '../windows/window.js';
import { listNames, placeName } from '../words/names.js';
import { dispute } from './dispute.js';

interface Telling {
  readonly claim: EventClaim;
  readonly places: readonly Place[];
}

/**
 * `place`: reports of one incident name places that have nothing to do with each other; or the same count of
 * people is told of one place here and of more places there.
 */
export const placeDisputes = (happenings: readonly Happening[], inCase: Case): readonly Dispute[] =>
  happenings.flatMap((one) => {
    const tellings = one.claims
      .map(
        (claim): Telling => ({
          claim,
          places: placesOf([claim], one.kind, inCase.lexicon)
            .filter(({ role }) => role === 'where' || role === one.kind.about)
            .map(({ place }) => place),
        }),
      )
      .filter(({ places, claim }) => places.length > 0 && claim.modality === 'asserted');
    const apart = pairs(tellings.slice(0, 40)).filter(([a, b]) => disagree(a, b, one, inCase));
    if (apart.length === 0) return [];
    const involved = [...new Set(apart.flat())];
    const counts = one.figures.filter(
      (figure) => involved.some(({ claim }) => claim.id === figure.event) && isExact(figure),
    );
    const said = [
      ...new Map(
        involved.map(({ places }) => [
          places
            .map(({ id }) => id)
            .sort()
            .join(' '),
          listNames(places.map(placeName)),
        ]),
      ).values(),
    ];
    return [
      dispute('place', [...involved.map(({ claim }) => claim.id), ...counts.map(({ id }) => id)], {
        en: `${one.kind.name.en}: told at ${said.map(({ en }) => en).join(' / ')}. Say which report names which place.`,
        ar: `${one.kind.name.ar}: المكان في الروايات ${said.map(({ ar }) => ar).join(' / ')}. يُذكر المكان مع التقرير الذي سمّاه.`,
      }),
    ];
  });

/** Whether one place can be meant by the other; an area without a clear edge can, unless it is known to be elsewhere. */
const isRelated = (place: Place, others: readonly Place[]): boolean =>
  others.some((other) => {
    const relation = relatePlaces(place, other);
    return relation === 'unknown' ? place.extent === 'area' || other.extent === 'area' : relation !== 'apart';
  });

const disagree = (a: Telling, b: Telling, one: Happening, inCase: Case): boolean => {
  const [more, fewer] = [
    a.places.some((place) => !isRelated(place, b.places)),
    b.places.some((place) => !isRelated(place, a.places)),
  ];
  const common = a.places.some((place) => isRelated(place, b.places));
  // Within one report, other words for the place are mostly the same place.
  if (!common) return more && fewer && inCase.reportOf(a.claim) !== inCase.reportOf(b.claim);
  return (more || fewer) && shareCount(a.claim, b.claim, one);
};

/** Whether both mentions carry the same exact count of the same people. */
const shareCount = (a: EventClaim, b: EventClaim, one: Happening): boolean => {
  const of = (claim: EventClaim) => one.figures.filter((figure) => figure.event === claim.id && isExact(figure));
  return of(a).some((x) => of(b).some((y) => x.measure === y.measure && x.group === y.group && x.min === y.min));
};

/** `date`: reports of one incident give days that do not meet. */
export const dateDisputes = (happenings: readonly Happening[], inCase: Case): readonly Dispute[] =>
  happenings.flatMap((one) => {
    const dated = one.claims.flatMap((claim) => {
      const days = claim.modality === 'asserted' && !/[~?%]/.test(claim.date ?? '') ? parseEdtf(claim.date) : null;
      return days ? [{ claim, days }] : [];
    });
    const apart = pairs(dated.slice(0, 40)).filter(
      ([a, b]) => !meet(a.days, b.days) && inCase.reportOf(a.claim) !== inCase.reportOf(b.claim),
    );
    if (apart.length === 0) return [];
    const involved = [...new Set(apart.flat())];
    const days = [...new Set(involved.map((telling) => formatDays(telling.days)))].sort().join(' / ');
    return [
      dispute(
        'date',
        involved.map(({ claim }) => claim.id),
        {
          en: `${one.kind.name.en}${one.place ? ` at ${one.place.name}` : ''}: dated ${days}. The days do not meet; give the range.`,
          ar: `${one.kind.name.ar}${one.place ? ` في ${placeName(one.place).ar}` : ''}: التواريخ ${days}. لا تلتقي هذه الأيام، فيُذكر مداها.`,
        },
      ),
    ];
  });
