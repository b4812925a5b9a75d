/** Attribute that says where in the original text an element's words begin. */
export const AT = 'data-at';

const offsetOf = (node: Node | null, within: number, root: Element): number | null => {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  if (!element || !root.contains(element)) return null;
  const home = element.closest(`[${AT}]`);
  const start = Number(home?.getAttribute(AT) ?? Number.NaN);
  if (!home || Number.isNaN(start)) return null;
  return node instanceof Text ? start + within : start;
};

/** The selected stretch of a report's text, in offsets of the original; null when nothing of it is selected. */
export const selectedIn = (
  root: Element,
  text: string,
): { readonly start: number; readonly end: number; readonly text: string } | null => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const a = offsetOf(selection.anchorNode, selection.anchorOffset, root);
  const b = offsetOf(selection.focusNode, selection.focusOffset, root);
  if (a === null || b === null || a === b) return null;
  let [start, end] = a < b ? [a, b] : [b, a];
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return start === end ? null : { start, end, text: text.slice(start, end) };
};
