import { signal } from '@preact/signals';

export interface Toast {
  readonly text: string;
  readonly isBad?: boolean;
  readonly undo?: () => void;
}

/** What is shown at the foot of the window for a while. */
export const toast = signal<Toast | null>(null);
/** What a screen reader is told, and nobody sees: where one is on a map, how many rows a filter leaves. */
export const say = signal('');

const SHOWN_MS = 9000;
let timer: ReturnType<typeof setTimeout> | undefined;

export const showToast = (shown: Toast): void => {
  toast.value = shown;
  clearTimeout(timer);
  timer = setTimeout(() => {
    toast.value = null;
  }, SHOWN_MS);
};
