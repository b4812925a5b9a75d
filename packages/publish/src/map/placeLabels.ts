/** A label wanted at a point, most important first in a list. */
export interface Wanted {
  readonly x: number;
  readonly y: number;
  /** Clear distance from the point, in units of the drawing. */
  readonly radius: number;
  readonly text: string;
  readonly size: number;
}

export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly size: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Mean width of a letter as a share of the type size: Arabic letters join, Latin ones do not. */
const LETTER = { arabic: 0.5, latin: 0.56 } as const;

/** Estimated width of a text, in units of the drawing. */
export const textWidth = (text: string, size: number): number =>
  text.length * size * (/\p{Script=Arabic}/u.test(text) ? LETTER.arabic : LETTER.latin);

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const around = ({ x, y, radius, text, size }: Wanted): readonly { readonly at: PlacedLabel; readonly box: Box }[] => {
  const width = textWidth(text, size);
  const gap = radius + 4;
  const slant = radius * 0.75 + 3;
  const rise = size * 0.34;
  const place = (dx: number, dy: number, anchor: PlacedLabel['anchor']) => {
    const left = x + dx - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
    const at = { x: x + dx, y: y + dy, anchor, text, size };
    return { at, box: { left, right: left + width, top: y + dy - size * 0.9, bottom: y + dy + size * 0.35 } };
  };
  return [
    place(gap, rise, 'start'),
    place(-gap, rise, 'end'),
    place(0, -gap - 2, 'middle'),
    place(0, gap + size * 0.8, 'middle'),
    place(slant, -slant, 'start'),
    place(slant, slant + size * 0.6, 'start'),
    place(-slant, -slant, 'end'),
    place(-slant, slant + size * 0.6, 'end'),
  ];
};

/**
 * Places labels greedily around their points, first come first served: of eight positions the first that
 * meets no label, no point of another and no edge. A label that fits nowhere is left out, or `null`-kept
 * in the answer so that both lists run side by side.
 */
export const placeLabels = (
  wanted: readonly Wanted[],
  width: number,
  height: number,
  obstacles: readonly { readonly x: number; readonly y: number; readonly radius: number }[],
): readonly (PlacedLabel | null)[] => {
  const taken: Box[] = obstacles.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return wanted.map((label) => {
    const found = around(label).find(
      ({ box }) =>
        box.left >= 4 &&
        box.right <= width - 4 &&
        box.top >= 4 &&
        box.bottom <= height - 4 &&
        !taken.some((other) => meets(box, other)),
    );
    if (!found) return null;
    taken.push(found.box);
    return found.at;
  });
};
