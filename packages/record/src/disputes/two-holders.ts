import type { Dispute } from '@isnad/model';
import type { Case } from '../case.js';
import { indexByPlace } from '../incidents/at-place.js';
import type { Happening } from '../incidents/happening.js';
import { relateAll } from '../incidents/sides.js';
import { edtfOf, width } from '../windows/window.js';
import { placeName, sidesInWords } from '../words/names.js';
import { dispute } from './dispute.js';

const takes = ({ kind, modality, actors, window }: Happening): boolean =>
  kind.control === 'taken' && modality === 'asserted' && actors.length > 0 && window !== null;

/** `control`: opposed sides are told to have taken one place on one day, so that the day leaves it with two holders. */
export const twoHolders = (happenings: readonly Happening[], inCase: Case): readonly Dispute[] => {
  const takings = happenings.filter((one) => takes(one) && width(one.window!.core) === 1);
  const index = indexByPlace(takings);
  return takings.flatMap((one) => {
    const day = one.window!.core.first;
    const places = one.units
      .flatMap((unit) => unit.places.map(({ place }) => place))
      .filter(({ extent }) => extent !== 'area');
    return [...new Map(places.map((place) => [place.id, place])).values()].flatMap((place) => {
      const others = index
        .at(place.id, one.window!.first, one.window!.last)
        .filter(
          (other) =>
            other.id > one.id &&
            other.window!.core.first === day &&
            relateAll(one.actors, other.actors, inCase.lexicon) === 'other',
        );
      if (others.length === 0) return [];
      const where = placeName(place);
      const when = edtfOf(one.window!.core);
      const holders = [one, ...others].map(({ actors }) => sidesInWords(actors, inCase.lexicon));
      return [
        dispute(
          'control',
          [one, ...others].flatMap(({ claims }) => claims.map(({ id }) => id)),
          {
            en: `${where.en}: told as taken on one day (${when}) by ${holders.map(({ en }) => en).join(' and by ')}. Do not name a holder for that day unless the reports tell the order.`,
            ar: `${where.ar}: يُذكر أنها سقطت في يوم واحد (${when}) بيد ${holders.map(({ ar }) => ar).join(' وبيد ')}. لا يُسمّى مسيطر ذلك اليوم ما لم تذكر التقارير الترتيب.`,
          },
        ),
      ];
    });
  });
};
