import type { Size } from './camera.js';

interface Taken {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'right' | 'center';
}

const MARGIN = 3;

/** Room for labels: each is put beside its point where it meets nothing, first come first served. */
export const labelBoxes = (
  { width, height }: Size,
  obstacles: readonly { readonly at: readonly [number, number]; readonly radius: number }[],
) => {
  const taken: Taken[] = obstacles.map(({ at: [x, y], radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const isFree = (box: Taken): boolean =>
    box.left > MARGIN &&
    box.right < width - MARGIN &&
    box.top > MARGIN &&
    box.bottom < height - MARGIN &&
    !taken.some(
      (other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
    );
  return {
    /** A place for a label around a point; null where there is none. */
    place: (x: number, y: number, radius: number, length: number, size: number): PlacedLabel | null => {
      const gap = radius + 4;
      const half = size * 0.62;
      const tries: readonly (readonly [number, number, PlacedLabel['align']])[] =
        radius < 0
          ? [[x, y, 'center']]
          : [
              [x + gap, y, 'left'],
              [x - gap, y, 'right'],
              [x, y - gap - half, 'center'],
              [x, y + gap + half, 'center'],
            ];
      for (const [px, py, align] of tries) {
        const left = align === 'left' ? px : align === 'right' ? px - length : px - length / 2;
        const box = { left, right: left + length, top: py - half, bottom: py + half };
        if (!isFree(box)) continue;
        taken.push(box);
        return { x: px, y: py, align };
      }
      return null;
    },
  };
};
