import type { Figure } from '../figures.js';
import { type Curve, drawPanel, HEIGHT, type Panel, type Point, WIDTH } from './panel.js';

const pointsOf = (figures: readonly Figure[], name: string, of: (one: Point) => number = ({ y }) => y) =>
  figures
    // Measured twice, the later one holds.
    .filter((one, index) => !figures.some((later, at) => at > index && later.name === one.name && later.at === one.at))
    .flatMap(({ name: its, at: x, value: y }) => (its === name && x !== undefined ? [{ x, y: of({ x, y }) }] : []))
    .sort((a, b) => a.x - b.x);

/** What values would be that grow as fast as the size, from the first one on. */
const inStep = (points: readonly Point[]): Curve | null => {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return null;
  return { label: '', isGuide: true, points: [first, { x: last.x, y: (first.y * last.x) / first.x }] };
};

const panelOf = (
  title: string,
  over: string,
  scale: Panel['scale'],
  measured: readonly (readonly [label: string, points: readonly Point[]])[],
): Panel | null => {
  const curves = measured.flatMap(([label, points]): Curve[] => (points.length > 0 ? [{ label, points }] : []));
  if (curves.length === 0) return null;
  const dashed = inStep(curves[0]!.points);
  return { title, over, scale, curves: dashed ? [dashed, ...curves] : curves };
};

/** What grows with what, as far as it was measured. */
const panelsOf = (figures: readonly Figure[]): readonly Panel[] => {
  const of = (name: string, how?: (one: Point) => number) => pointsOf(figures, name, how);
  const seconds = ({ x, y }: Point): number => (x * y) / 1e6;
  return [
    panelOf('isnad build, seconds', 'reports', 'log', [['seconds', of('build.seconds')]]),
    panelOf('isnad build, peak memory, MB', 'reports', 'log', [['MB', of('build.peak_mb')]]),
    panelOf('The record alone, seconds', 'claims', 'log', [['seconds', of('record.us_per_claim', seconds)]]),
    panelOf('Workers on one PostgreSQL, reports a second', 'workers on two cores', 'linear', [
      ['short reports', of('workers.read_per_s')],
      ['long reports', of('workers.long.read_per_s')],
    ]),
  ].flatMap((panel) => (panel ? [panel] : []));
};

/** All growth curves in one picture, two panels a row. */
export const drawGrowth = (figures: readonly Figure[]): string => {
  const panels = panelsOf(figures);
  const placed = panels.map(
    (panel, index) =>
      `<g transform="translate(${(index % 2) * WIDTH} ${Math.floor(index / 2) * HEIGHT})">\n${drawPanel(panel)}\n</g>`,
  );
  const height = Math.ceil(panels.length / 2) * HEIGHT;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * WIDTH}" height="${height}" viewBox="0 0 ${2 * WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="11" fill="#555" role="img" aria-label="${panels.map(({ title }) => title).join('; ')}">
<rect width="100%" height="100%" fill="#fff"/>
${placed.join('\n')}
</svg>
`;
};
