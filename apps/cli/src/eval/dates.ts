/** Dates are compared as intervals of days: agreement is their overlap over their union. */

type Days = readonly [first: number, last: number];

const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000;

const boundsOf = (part: string): Days | null => {
  const date = part.replace(/[~?%]/g, '').replace(/X/g, 'u');
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}|uu))?(?:-(\d{2}|uu))?/.exec(date) ?? [];
  if (year === undefined) return null;
  const y = Number(year);
  if (month === undefined || month === 'uu') return [dayOf(y, 1, 1), dayOf(y, 12, 31)];
  const m = Number(month);
  if (day === undefined || day === 'uu') return [dayOf(y, m, 1), dayOf(y, m + 1, 0)];
  return [dayOf(y, m, Number(day)), dayOf(y, m, Number(day))];
};

const partsOf = (edtf: string): readonly string[] => {
  if (edtf.includes('/')) return edtf.split('/');
  return edtf.startsWith('[') ? edtf.slice(1, -1).split(/,|\.\./) : [edtf];
};

const daysOf = (edtf: string | null | undefined): Days | null => {
  if (edtf === null || edtf === undefined) return null;
  const parts = partsOf(edtf);
  const first = boundsOf(parts[0] ?? '');
  const last = boundsOf(parts.at(-1) ?? '');
  return first || last ? [first?.[0] ?? -Infinity, last?.[1] ?? Infinity] : null;
};

/**
 * How far two EDTF dates agree, 0 to 1. Two absent dates agree; open ends count as the same only when both
 * are open on that side, and then for half unless the other ends are equal too.
 */
export const dateAgreement = (gold: string | null | undefined, found: string | null | undefined): number => {
  const a = daysOf(gold);
  const b = daysOf(found);
  if (!a && !b) return 1;
  if (!a || !b) return 0;
  if (a[0] === b[0] && a[1] === b[1]) return 1;
  const isOpen = (days: Days, end: 0 | 1) => !Number.isFinite(days[end]);
  for (const [end, other] of [
    [0, 1],
    [1, 0],
  ] as const)
    if (isOpen(a, end) !== isOpen(b, end)) return !isOpen(a, other) && a[other] === b[other] ? 0.5 : 0;
  if (isOpen(a, 0) || isOpen(a, 1)) return 0.5;
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]) + 1;
  return shared <= 0 ? 0 : shared / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]) + 1);
};
