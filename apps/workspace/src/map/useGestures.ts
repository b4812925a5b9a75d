import { useEffect, useRef } from 'preact/hooks';
import { type Camera, moved, type Size, zoomed } from './camera.js';

interface Gestures {
  readonly size: Size;
  readonly camera: Camera;
  readonly setCamera: (camera: Camera) => void;
  readonly tap: (x: number, y: number) => void;
  readonly hover: (x: number, y: number) => void;
}

/** A pointer that moved less than this, in pixels, was a tap. */
const TAP = 5;

type Point = readonly [number, number];

/** Moving by drag, zooming by wheel and pinch, choosing by tap. */
export const useGestures = (given: Gestures) => {
  const now = useRef(given);
  now.current = given;
  const pointers = useRef(new Map<number, Point>());
  const travelled = useRef(0);
  const canvas = useRef<HTMLCanvasElement | null>(null);

  useEffect(() => {
    const target = canvas.current;
    // Listened to by hand, because a wheel that is heard passively would scroll the page as well.
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { camera, size, setCamera } = now.current;
      const lines = event.deltaMode === 1 ? 16 : 1;
      setCamera(zoomed(camera, Math.exp((-event.deltaY * lines) / 400), size, event.offsetX, event.offsetY));
    };
    target?.addEventListener('wheel', wheel, { passive: false });
    return () => target?.removeEventListener('wheel', wheel);
  }, []);

  const at = (event: PointerEvent): Point => [event.offsetX, event.offsetY];
  const apart = (points: readonly Point[]): number =>
    Math.hypot(points[0]![0] - points[1]![0], points[0]![1] - points[1]![1]);

  return {
    onPointerEnter: (event: PointerEvent) => {
      canvas.current = event.currentTarget as HTMLCanvasElement;
    },
    onPointerDown: (event: PointerEvent) => {
      (event.currentTarget as HTMLCanvasElement).setPointerCapture(event.pointerId);
      pointers.current.set(event.pointerId, at(event));
      travelled.current = 0;
    },
    onPointerMove: (event: PointerEvent) => {
      const { camera, size, setCamera, hover } = now.current;
      const before = pointers.current.get(event.pointerId);
      if (!before) return hover(...at(event));
      const [dx, dy] = [event.offsetX - before[0], event.offsetY - before[1]];
      travelled.current += Math.hypot(dx, dy);
      const others = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
      const [other] = others;
      if (other) {
        const factor = apart([other, at(event)]) / Math.max(1, apart([other, before]));
        setCamera(
          zoomed(
            moved(camera, dx / 2, dy / 2),
            factor,
            size,
            (other[0] + event.offsetX) / 2,
            (other[1] + event.offsetY) / 2,
          ),
        );
      } else setCamera(moved(camera, dx, dy));
      pointers.current.set(event.pointerId, at(event));
    },
    onPointerUp: (event: PointerEvent) => {
      if (pointers.current.size === 1 && travelled.current < TAP) now.current.tap(...at(event));
      pointers.current.delete(event.pointerId);
    },
    onPointerCancel: (event: PointerEvent) => {
      pointers.current.delete(event.pointerId);
    },
  };
};
