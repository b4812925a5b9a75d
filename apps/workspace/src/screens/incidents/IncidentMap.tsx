import type { IncidentFilterInput, MapPoints } from '@isnad/client';
import { useCallback, useMemo } from 'preact/hooks';
import { useAsk } from '../../app/ask.js';
import { params, setQuery } from '../../app/router.js';
import { type Box, worldX, worldY } from '../../map/camera.js';
import type { Mark, Spot } from '../../map/cluster.js';
import { MapView } from '../../map/MapView.js';
import { familyOf, listed, names, placeName } from '../../words/names.js';
import { written } from '../../words/plural.js';
import { words } from '../../words/words.js';
import { without } from './filter.js';

/** Points gathered by place and precision, most incidents first. */
const spotsOf = ({ keys, columns }: MapPoints): readonly Spot[] => {
  const spots = new Map<string, { -readonly [K in keyof Spot]: Spot[K] }>();
  for (const [i, place] of columns.place.entries()) {
    const precision = columns.precision[i]!;
    const tone = familyOf(keys.type[columns.type[i]!]!);
    const key = `${place} ${precision >= 3} ${columns.lat[i]} ${columns.lon[i]}`;
    const spot = spots.get(key);
    if (spot) {
      spot.count++;
      if (spot.tone !== tone) spot.tone = null;
    } else {
      const [x, y] = [worldX(columns.lon[i]!), worldY(columns.lat[i]!)];
      spots.set(key, { id: keys.place[place]!, x, y, precision, count: 1, tone });
    }
  }
  return [...spots.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
};

const NONE: readonly Spot[] = [];
const DIGITS = 4;

const toneColour = (tone: string | null): string => tone ?? 'accent';

const boxIn = (bbox: string | undefined): Box | null => {
  const sides = bbox?.split(',').map(Number) ?? [];
  return sides.length === 4 ? (sides as unknown as Box) : null;
};

/** The incidents of a filter on the map. */
export const IncidentMap = ({
  filter,
  near,
}: {
  readonly filter: IncidentFilterInput;
  readonly near: string | null;
}) => {
  const { value } = useAsk('incidentMap', { query: without(filter, 'bbox') });
  const known = names.value;
  // Families come with the names
  const spots = useMemo(() => (value ? spotsOf(value) : NONE), [value, known]);
  const isBound = filter.bbox !== undefined;
  const bind = useCallback((box: Box) => setQuery({ bbox: box.map((side) => side.toFixed(DIGITS)).join(',') }), []);
  const { incidents, count } = words.value;
  const choose = ({ spots: own }: Mark): void => {
    const chosen = own.map(({ id }) => id);
    const before = params.value.getAll('place');
    const isSame = chosen.length === before.length && chosen.every((id) => before.includes(id));
    setQuery({ place: isSame ? null : chosen }, { replace: false });
  };
  const shown = value ? value.total - value.placed : 0;
  return (
    <div class="map-panel">
      <MapView
        label={incidents.map}
        spots={spots}
        start={boxIn(filter.bbox)}
        near={near}
        toneColour={toneColour}
        describe={(mark) =>
          `${listed(mark.spots.slice(0, 3).map(({ id }) => placeName(id)))}: ${count.incidents(mark.count)}`
        }
        choose={choose}
        {...(isBound ? { rested: bind } : {})}
      />
      <div class="map-foot row small soft">
        <label class="check">
          <input
            type="checkbox"
            checked={isBound}
            onChange={({ currentTarget: { checked } }) =>
              setQuery({ bbox: checked ? '-180.0000,-85.0000,180.0000,85.0000' : null })
            }
          />
          {incidents.inView}
        </label>
        {shown > 0 && (
          <span>
            <span class="n">{written(shown)}</span> {incidents.notPlaced}
          </span>
        )}
        <span class="map-legend">{incidents.legend}</span>
      </div>
    </div>
  );
};
