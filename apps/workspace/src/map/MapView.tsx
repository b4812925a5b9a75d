import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../app/say.js';
import { language, theme } from '../app/settings.js';
import { useSize } from '../parts/useSize.js';
import { placeName } from '../words/names.js';
import { words } from '../words/words.js';
import { type BaseMap, baseMap } from './base.js';
import { type Box, boxOf, type Camera, cameraOn, latOf, moved, pixelsPerKm, zoomed } from './camera.js';
import { type Mark, marksOf, type Spot } from './cluster.js';
import { pageColours } from './colours.js';
import { drawMap } from './draw.js';
import { useGestures } from './useGestures.js';

/** What a place of precision 3 (a district) and 4 (a governorate or front) reaches, in kilometres. */
const REACH_KM = { district: 15, governorate: 45 } as const;
const SMALLEST_AREA = 16;

/** Share of the incidents that may lie beyond each edge at first: one stray place does not make all others small. */
const STRAY = 0.03;

const quantile = (spots: readonly Spot[], of: (spot: Spot) => number, share: number): number => {
  const order = [...spots].sort((a, b) => of(a) - of(b));
  const total = spots.reduce((sum, { count }) => sum + count, 0);
  let passed = 0;
  for (const spot of order) {
    passed += spot.count;
    if (passed > share * total) return of(spot);
  }
  return of(order.at(-1)!);
};

const extentOf = (spots: readonly Spot[], stray: number): Box | null => {
  if (spots.length === 0) return null;
  const side = (of: (spot: Spot) => number, share: number) => quantile(spots, of, share);
  const x = ({ x: at }: Spot) => at;
  const y = ({ y: at }: Spot) => at;
  const end = 1 - stray - 1e-9;
  return [side(x, stray) * 360 - 180, latOf(side(y, end)), side(x, end) * 360 - 180, latOf(side(y, stray))];
};

/** Where reports of the Near East look when nothing is placed. */
const NOWHERE: Box = [30, 28, 52, 40];

export interface MapViewProps {
  readonly label: string;
  readonly spots: readonly Spot[];
  /** What is shown first; null shows all spots. */
  readonly start?: Box | null;
  readonly near?: string | null;
  /** CSS variable of the colour of a tone. */
  readonly toneColour: (tone: string | null) => string;
  readonly lookOf?: (mark: Mark) => 'full' | 'striped' | 'hollow';
  readonly describe: (mark: Mark) => string;
  readonly choose: (mark: Mark) => void;
  /** Called with what is shown whenever the map has come to rest. */
  readonly rested?: (box: Box) => void;
  readonly counted?: boolean;
}

/** A map that can be moved and zoomed by pointer and keyboard, drawn on a canvas. */
export const MapView = (props: MapViewProps) => {
  const {
    label,
    spots,
    start = null,
    near = null,
    toneColour,
    lookOf,
    describe,
    choose,
    rested,
    counted = true,
  } = props;
  const { element, width, height } = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [base, setBase] = useState<BaseMap | null>(null);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const size = useMemo(() => ({ width, height }), [width, height]);
  useEffect(() => {
    void baseMap().then(setBase);
  }, []);

  const whole = useMemo(() => extentOf(spots, 0) ?? NOWHERE, [spots]);
  const isReady = width > 0 && (spots.length > 0 || start !== null);
  // What is shown first is set once, then the reader moves it
  useEffect(() => {
    if (isReady && camera === null)
      setCamera(cameraOn(start ?? extentOf(spots, STRAY) ?? NOWHERE, size, start ? 0 : undefined));
  }, [isReady]);
  const view = camera ?? cameraOn(NOWHERE, width > 0 ? size : { width: 600, height: 400 });

  const marks = useMemo(() => {
    const reachOf = ({ precision, y }: Spot) =>
      Math.max(SMALLEST_AREA, pixelsPerKm(view, y) * (precision >= 4 ? REACH_KM.governorate : REACH_KM.district));
    return marksOf(spots, view.scale, reachOf);
  }, [spots, view.scale]);
  const chosenMark = marks.find((mark) => mark.spots[0]!.id === chosen) ?? null;

  const shownTheme = theme.value;
  const shownLanguage = language.value;
  useEffect(() => {
    const target = canvas.current;
    if (!target || width === 0) return;
    const ratio = devicePixelRatio || 1;
    target.width = Math.round(width * ratio);
    target.height = Math.round(height * ratio);
    const colour = pageColours(target.parentElement!);
    drawMap(
      target.getContext('2d')!,
      {
        camera: view,
        size,
        base,
        marks,
        language: shownLanguage,
        nameOf: placeName,
        colourOf: ({ tone }) => colour(toneColour(tone)),
        ...(lookOf ? { lookOf } : {}),
        chosen: chosenMark,
        near,
        kilometres: shownLanguage === 'ar' ? 'كم' : 'km',
        counted,
      },
      colour,
      ratio,
    );
  }, [view, size, base, marks, chosenMark, near, shownTheme, shownLanguage, lookOf, toneColour]);

  useEffect(() => {
    if (!camera || !rested) return undefined;
    const timer = setTimeout(() => rested(boxOf(camera, size)), 250);
    return () => clearTimeout(timer);
  }, [camera, size, rested]);

  const at = (px: number, py: number): Mark | null => {
    const hits = marks
      .map((mark) => {
        const [x, y] = [(mark.x - view.x) * view.scale + width / 2, (mark.y - view.y) * view.scale + height / 2];
        return { mark, away: Math.hypot(x - px, y - py) };
      })
      .filter(({ mark, away }) => away <= mark.radius + 4);
    // A disc that lies in an area is meant before the area.
    return hits.sort((a, b) => Number(a.mark.isArea) - Number(b.mark.isArea) || a.away - b.away)[0]?.mark ?? null;
  };
  const step = (by: 1 | -1): void => {
    const seen = marks.filter(
      ({ x, y }) => Math.abs(x - view.x) * view.scale < width / 2 && Math.abs(y - view.y) * view.scale < height / 2,
    );
    const order = [...seen].sort((a, b) => b.count - a.count);
    if (order.length === 0) return;
    const from = order.indexOf(chosenMark!);
    const next = order[(from + by + order.length) % order.length]!;
    setChosen(next.spots[0]!.id);
    say.value = describe(next);
  };
  const open = (mark: Mark): void => {
    setChosen(mark.spots[0]!.id);
    choose(mark);
  };
  const gestures = useGestures({
    size,
    camera: view,
    setCamera,
    tap: (x, y) => {
      const mark = at(x, y);
      if (mark) open(mark);
    },
    hover: (x, y) => {
      const mark = at(x, y);
      canvas.current!.classList.toggle('is-over', mark !== null);
      canvas.current!.title = mark ? describe(mark) : '';
    },
  });

  const zoom = (factor: number) => setCamera(zoomed(view, factor, size));
  const showAll = () => setCamera(cameraOn(whole, size));
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => setCamera(moved(view, 60, 0)),
    ArrowRight: () => setCamera(moved(view, -60, 0)),
    ArrowUp: () => setCamera(moved(view, 0, 60)),
    ArrowDown: () => setCamera(moved(view, 0, -60)),
    '+': () => zoom(1.6),
    '=': () => zoom(1.6),
    '-': () => zoom(1 / 1.6),
    '0': showAll,
    ']': () => step(1),
    '[': () => step(-1),
    Enter: () => chosenMark && choose(chosenMark),
  };
  const { incidents } = words.value;
  return (
    <div class="map" ref={element}>
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the map is moved with the keyboard */}
      <canvas
        ref={canvas}
        role="application"
        aria-label={`${label}. ${incidents.mapHelp}`}
        tabIndex={0}
        {...gestures}
        onKeyDown={(event) => {
          const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
          if (!act) return;
          event.preventDefault();
          event.stopPropagation();
          act();
        }}
      />
      <div class="map-tools">
        <button
          type="button"
          class="button square"
          aria-label={incidents.zoomIn}
          title={incidents.zoomIn}
          onClick={() => zoom(1.6)}
        >
          +
        </button>
        <button
          type="button"
          class="button square"
          aria-label={incidents.zoomOut}
          title={incidents.zoomOut}
          onClick={() => zoom(1 / 1.6)}
        >
          −
        </button>
        <button
          type="button"
          class="button square"
          aria-label={incidents.whole}
          title={incidents.whole}
          onClick={showAll}
        >
          ◻
        </button>
      </div>
    </div>
  );
};
