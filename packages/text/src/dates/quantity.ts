import { readCardinal } from '../numbers/cardinal.js';
import type { Context } from './context.js';
import type { Count, Unit } from './meaning.js';

/** A number of units of time: ثلاثة أيام, نحو أسبوع, الـ 24 ساعة, أسابيع. */
export interface Quantity {
  readonly unit: Unit;
  /** null when the text does not number them. */
  readonly count: Count;
  readonly approximate: boolean;
  readonly definite: boolean;
  /** القليلة: few. */
  readonly few: boolean;
  readonly last: number;
}

const ONE = { min: 1, max: 1 };
const TWO = { min: 2, max: 2 };
const ARTICLES = new Set(['ال', 'لل', 'بال']);

/** Reads the quantity at a token; null when there is none. */
export const readQuantity = (context: Context, index: number): Quantity | null => {
  const about = context.word(index, 'about');
  const start = about?.next ?? index;
  const quantity = counted(context, start) ?? unnumbered(context, start);
  if (!quantity) return null;
  const few = context.word(quantity.last + 1, 'few', true);
  const after = context.word(few?.next ?? quantity.last + 1, 'about-after', true);
  const last = (after?.next ?? few?.next ?? quantity.last + 1) - 1;
  const { unit, count, definite } = quantity;
  const approximate = quantity.approximate || about !== null || after !== null;
  return { unit, count, approximate, definite, few: few !== null, last };
};

/** A number and a unit, or a unit and its number behind it: الأيام الثلاثة. */
const counted = (context: Context, index: number): Omit<Quantity, 'few'> | null => {
  const vague = context.word(index, 'vague', true);
  if (vague) {
    const unit = context.word(vague.next, 'unit', true);
    if (unit?.word.number !== 'many') return null;
    return { unit: unit.word.unit, count: null, approximate: false, definite: unit.definite, last: unit.next - 1 };
  }
  const at = ARTICLES.has(context.form(index)) && context.isDigits(index + 1) ? index + 1 : index;
  const core = numberAt(context, at);
  if (core) {
    const unit = context.word(core.last + 1, 'unit', true);
    if (!unit || unit.word.number === 'two') return null;
    const count = { min: core.min, max: core.max };
    return {
      unit: unit.word.unit,
      count,
      approximate: false,
      definite: core.definite || unit.definite,
      last: unit.next - 1,
    };
  }
  const unit = context.word(index, 'unit');
  if (unit?.word.number !== 'many' || !unit.definite) return null;
  const behind = numberAt(context, ARTICLES.has(context.form(unit.next)) ? unit.next + 1 : unit.next);
  if (!behind) return null;
  const count = { min: behind.min, max: behind.max };
  return { unit: unit.word.unit, count, approximate: false, definite: true, last: behind.last };
};

const numberAt = (context: Context, index: number) => {
  const { tokens, original } = context;
  const kind = tokens[index]?.kind;
  if (kind !== 'digits' && kind !== 'word') return null;
  const core = readCardinal(tokens, index, original);
  if (!core || core.min === null || core.max === null || core.max > 999) return null;
  return { min: core.min, max: core.max, definite: core.definite, last: core.last };
};

const unnumbered = (context: Context, index: number): Omit<Quantity, 'few'> | null => {
  const unit = context.word(index, 'unit');
  if (!unit) return null;
  const { number, unit: name } = unit.word;
  const count = number === 'one' ? ONE : number === 'two' ? TWO : null;
  return { unit: name, count, approximate: false, definite: unit.definite, last: unit.next - 1 };
};
