import type { Bilingual } from '@isnad/model';
import type { BaseMap, Shape } from './base.js';
import { type Camera, type Size, scaleBar } from './camera.js';
import type { Mark } from './cluster.js';
import { labelBoxes } from './labels.js';

/** Colours by name of the style sheet's variables, as the page shows them now. */
export type Colours = (name: string) => string;

export interface Scene {
  readonly camera: Camera;
  readonly size: Size;
  readonly base: BaseMap | null;
  readonly marks: readonly Mark[];
  readonly language: 'ar' | 'en';
  readonly nameOf: (place: string) => string;
  readonly colourOf: (mark: Mark) => string;
  /** Style of a mark besides its colour. */
  readonly lookOf?: (mark: Mark) => 'full' | 'striped' | 'hollow';
  readonly chosen: Mark | null;
  readonly near: string | null;
  readonly kilometres: string;
  /** Whether marks bear their numbers. */
  readonly counted: boolean;
}

const FONT = '"Noto Sans Arabic Variable", "Noto Sans Arabic", sans-serif';
const TAU = 2 * Math.PI;

const isSeen = ({ left, right, top, bottom }: Shape, { x, y, scale }: Camera, { width, height }: Size): boolean => {
  const [dx, dy] = [width / 2 / scale, height / 2 / scale];
  return right > x - dx && left < x + dx && bottom > y - dy && top < y + dy;
};

const drawBase = (
  pen: CanvasRenderingContext2D,
  { camera, size, base }: Scene,
  colour: Colours,
  ratio: number,
): void => {
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fillStyle = colour('water');
  pen.fillRect(0, 0, size.width, size.height);
  if (!base) return;
  const { x, y, scale } = camera;
  const k = scale * ratio;
  pen.setTransform(k, 0, 0, k, (size.width / 2) * ratio - x * k, (size.height / 2) * ratio - y * k);
  pen.lineJoin = 'round';
  pen.lineWidth = 1 / scale;
  pen.fillStyle = colour('land');
  pen.strokeStyle = colour('strong-line');
  for (const country of base.countries) {
    if (!isSeen(country, camera, size)) continue;
    pen.fill(country.path);
    pen.stroke(country.path);
  }
  pen.lineWidth = 1.8 / scale;
  pen.lineCap = 'round';
  pen.setLineDash([7 / scale, 4 / scale]);
  pen.strokeStyle = colour('river');
  for (const river of base.rivers) if (isSeen(river, camera, size)) pen.stroke(river.path);
  pen.setLineDash([]);
};

const stripes = (pen: CanvasRenderingContext2D, x: number, y: number, radius: number): void => {
  pen.save();
  pen.clip();
  pen.beginPath();
  for (let at = -2 * radius; at <= 2 * radius; at += 5) {
    pen.moveTo(x + at - radius, y + radius);
    pen.lineTo(x + at + radius, y - radius);
  }
  pen.lineWidth = 2;
  pen.stroke();
  pen.restore();
};

const drawMark = (
  pen: CanvasRenderingContext2D,
  mark: Mark,
  x: number,
  y: number,
  scene: Scene,
  colour: Colours,
): void => {
  const tone = scene.colourOf(mark);
  const isLit = scene.chosen === mark || mark.spots.some(({ id }) => id === scene.near);
  const look = scene.lookOf?.(mark) ?? 'full';
  pen.beginPath();
  pen.arc(x, y, mark.radius, 0, TAU);
  pen.strokeStyle = tone;
  pen.fillStyle = tone;
  if (mark.isArea) {
    // No point of an area is meant: it has no disc, and its edge is faint.
    pen.globalAlpha = isLit ? 0.28 : 0.11;
    pen.fill();
    pen.globalAlpha = isLit ? 0.9 : 0.4;
    pen.lineWidth = 1;
    pen.setLineDash([2, 3]);
    pen.stroke();
    pen.setLineDash([]);
    pen.globalAlpha = 1;
  } else if (look === 'full') {
    pen.globalAlpha = 0.86;
    pen.fill();
    pen.globalAlpha = 1;
    pen.strokeStyle = isLit ? colour('ink') : colour('paper');
    pen.lineWidth = isLit ? 2 : 1.2;
    pen.stroke();
  } else {
    pen.fillStyle = colour('paper');
    pen.fill();
    if (look === 'striped') stripes(pen, x, y, mark.radius);
    pen.beginPath();
    pen.arc(x, y, mark.radius, 0, TAU);
    pen.lineWidth = isLit ? 2.5 : 1.5;
    pen.stroke();
  }
  if (!mark.isArea && mark.precision === 2) {
    pen.beginPath();
    pen.arc(x, y, mark.radius + 3.5, 0, TAU);
    pen.strokeStyle = tone;
    pen.lineWidth = 1;
    pen.setLineDash([2.5, 2.5]);
    pen.stroke();
    pen.setLineDash([]);
  }
  if (!scene.counted || (!mark.isArea && (mark.count === 1 || mark.radius < 8))) return;
  pen.font = `600 ${mark.isArea ? 11 : 11}px ${FONT}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = mark.isArea ? tone : colour('paper');
  pen.fillText(String(mark.count), x, y + 0.5);
};

const plainLabel = (text: string): string => text.replace(/[\u064b-\u0652\u0640]/g, '');

const drawLabels = (
  pen: CanvasRenderingContext2D,
  scene: Scene,
  at: (x: number, y: number) => readonly [number, number],
  colour: Colours,
): void => {
  const { base, camera, size, language, marks, nameOf } = scene;
  const named = (name: Bilingual | null) => (name ? name[language] : '');
  const boxes = labelBoxes(
    size,
    marks.filter(({ isArea }) => !isArea).map(({ x, y, radius }) => ({ at: at(x, y), radius })),
  );
  const write = (text: string, x: number, y: number, radius: number, font: string, ink: string): void => {
    if (text === '') return;
    pen.font = font;
    const height = Number(/(\d+(?:\.\d+)?)px/.exec(font)![1]);
    const spot = boxes.place(x, y, radius, pen.measureText(text).width, height);
    if (!spot) return;
    pen.textAlign = spot.align;
    pen.textBaseline = 'middle';
    pen.lineWidth = 3.5;
    pen.strokeStyle = colour('land');
    pen.strokeText(text, spot.x, spot.y);
    pen.fillStyle = ink;
    pen.fillText(text, spot.x, spot.y);
  };
  pen.lineJoin = 'round';
  pen.direction = language === 'ar' ? 'rtl' : 'ltr';
  for (const mark of [...marks].sort((a, b) => b.count - a.count)) {
    const [x, y] = at(mark.x, mark.y);
    const size12 = mark.count > 9 ? 13.5 : 12;
    write(
      plainLabel(nameOf(mark.spots[0]!.id)),
      x,
      y,
      mark.isArea ? 6 : mark.radius,
      `${mark.isArea ? 400 : 600} ${size12}px ${FONT}`,
      mark.isArea ? colour('soft') : colour('ink'),
    );
  }
  for (const shape of base?.countries ?? []) {
    if (!shape.name || !isSeen(shape, camera, size) || (shape.right - shape.left) * camera.scale < 70) continue;
    write(plainLabel(named(shape.name)), ...at(shape.x, shape.y), -4, `300 15px ${FONT}`, colour('faint'));
  }
  for (const river of base?.rivers ?? []) {
    if (isSeen(river, camera, size))
      write(plainLabel(named(river.name)), ...at(river.x, river.y), 3, `500 12px ${FONT}`, colour('river'));
  }
};

const drawScale = (
  pen: CanvasRenderingContext2D,
  { camera, size, kilometres, language }: Scene,
  colour: Colours,
): void => {
  const { km, length } = scaleBar(camera);
  const [x, y] = [size.width - 14, size.height - 12];
  pen.strokeStyle = colour('soft');
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(x - length, y - 4);
  pen.lineTo(x - length, y);
  pen.lineTo(x, y);
  pen.lineTo(x, y - 4);
  pen.stroke();
  pen.font = `400 11px ${FONT}`;
  pen.direction = language === 'ar' ? 'rtl' : 'ltr';
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  pen.fillStyle = colour('soft');
  pen.fillText(`${km} ${kilometres}`, x - length / 2, y - 6);
};

/** Draws a whole map. */
export const drawMap = (pen: CanvasRenderingContext2D, scene: Scene, colour: Colours, ratio: number): void => {
  const { camera, size, marks } = scene;
  drawBase(pen, scene, colour, ratio);
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  const at = (x: number, y: number): readonly [number, number] => [
    (x - camera.x) * camera.scale + size.width / 2,
    (y - camera.y) * camera.scale + size.height / 2,
  ];
  const seen = marks.filter((mark) => {
    const [x, y] = at(mark.x, mark.y);
    return x > -mark.radius && y > -mark.radius && x < size.width + mark.radius && y < size.height + mark.radius;
  });
  for (const areas of [true, false])
    for (const mark of seen) if (mark.isArea === areas) drawMark(pen, mark, ...at(mark.x, mark.y), scene, colour);
  drawLabels(pen, { ...scene, marks: seen }, at, colour);
  drawScale(pen, scene, colour);
};
