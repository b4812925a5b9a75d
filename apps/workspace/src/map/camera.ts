/**
 * Where a map looks. World coordinates are Mercator's projection of the globe onto the unit square: x from west to
 * east, y from north to south.
 */
export interface Camera {
  readonly x: number;
  readonly y: number;
  /** CSS pixels for the whole width of the world. */
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

const FARTHEST = 600;
const NEAREST = 40_000_000;
const LAST_LATITUDE = 85;
const EARTH_KM = 40_075;

export const worldX = (lon: number): number => (lon + 180) / 360;
export const worldY = (lat: number): number => {
  const at = (Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, lat)) * Math.PI) / 180;
  return (1 - Math.log(Math.tan(at) + 1 / Math.cos(at)) / Math.PI) / 2;
};
const lonOf = (x: number): number => x * 360 - 180;
/** Degrees north of a height of the world, 0 its upper edge. */
export const latOf = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

/** Pixels for a kilometre at a height of the world. */
export const pixelsPerKm = ({ scale }: Camera, y: number): number =>
  scale / (EARTH_KM * Math.cos((latOf(y) * Math.PI) / 180));

export const zoomed = (
  camera: Camera,
  factor: number,
  { width, height }: Size,
  px = width / 2,
  py = height / 2,
): Camera => {
  const scale = Math.max(FARTHEST, Math.min(NEAREST, camera.scale * factor));
  const [dx, dy] = [px - width / 2, py - height / 2];
  // What lies under the pointer stays there.
  return {
    x: camera.x + dx / camera.scale - dx / scale,
    y: camera.y + dy / camera.scale - dy / scale,
    scale,
  };
};

export const moved = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x - dx / camera.scale,
  y: camera.y - dy / camera.scale,
});

const SMALLEST_SPAN = 0.6;
const MARGIN = 0.12;

/** The camera that shows a box with a margin. */
export const cameraOn = ([west, south, east, north]: Box, { width, height }: Size, margin = MARGIN): Camera => {
  const [left, right, top, bottom] = [worldX(west), worldX(east), worldY(north), worldY(south)];
  const least = SMALLEST_SPAN / 360;
  const scale =
    Math.min(width / Math.max(right - left, least), height / Math.max(bottom - top, least)) * (1 - 2 * margin);
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(FARTHEST, Math.min(NEAREST, scale)) };
};

/** What a camera shows, in degrees. */
export const boxOf = ({ x, y, scale }: Camera, { width, height }: Size): Box => {
  const [dx, dy] = [width / 2 / scale, height / 2 / scale];
  return [lonOf(x - dx), latOf(y + dy), lonOf(x + dx), latOf(y - dy)];
};

const SCALE_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000] as const;
const LONGEST_BAR = 110;

/** A round length for the scale bar. */
export const scaleBar = (camera: Camera): { readonly km: number; readonly length: number } => {
  const perKm = pixelsPerKm(camera, camera.y);
  const km = SCALE_STEPS.findLast((step) => step * perKm <= LONGEST_BAR) ?? 1;
  return { km, length: km * perKm };
};
