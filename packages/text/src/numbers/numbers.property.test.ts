import { readLetters } from '@isnad/arabic';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTokens } from '../tokens.js';
import { Vocabulary } from '../words.js';
import { readNumbers } from './index.js';

const vocabulary = new Vocabulary();
const numbersIn = (text: string) => readNumbers(readTokens(readLetters(text), vocabulary), text);

/** How a number word is inflected and spelled. */
interface Style {
  /** Gender of what is counted. */
  readonly feminine: boolean;
  /** Nominative (عشرون) or oblique (عشرين). */
  readonly oblique: boolean;
  /** مئة or مائة. */
  readonly alef: boolean;
  /** ثلاثمئة or ثلاث مئة. */
  readonly fused: boolean;
  /** ثلاثة عشر or ثلاثة‌عشر. */
  readonly detached: boolean;
}

const STEMS = ['', '', '', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع', 'عشر'];
const TENS = ['', '', 'عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'];

const and = (parts: readonly string[], style: Style): string =>
  parts.filter(Boolean).join(style.detached ? ' و ' : ' و');

const unit = (n: number, { feminine, oblique }: Style): string => {
  if (n === 1) return feminine ? 'واحدة' : 'واحد';
  if (n === 2) return `اثن${feminine ? 'ت' : ''}${oblique ? 'ين' : 'ان'}`;
  return STEMS[n] + (feminine ? '' : 'ة');
};

const belowHundred = (n: number, style: Style): string => {
  const { feminine, oblique } = style;
  if (n <= 10) return unit(n, style);
  const ten = feminine ? 'عشرة' : 'عشر';
  if (n === 11) return `${feminine ? 'إحدى' : 'أحد'} ${ten}`;
  if (n === 12) return `اثن${feminine ? 'ت' : ''}${oblique ? 'ي' : 'ا'} ${ten}`;
  if (n < 20) return `${unit(n - 10, style)} ${ten}`;
  const tens = TENS[Math.floor(n / 10)] + (oblique ? 'ين' : 'ون');
  return and([n % 10 === 0 ? '' : unit(n % 10, style), tens], style);
};

const hundreds = (n: number, { oblique, alef, fused }: Style): string => {
  const hundred = alef ? 'مائة' : 'مئة';
  if (n === 0) return '';
  if (n === 1) return hundred;
  if (n === 2) return `${hundred.slice(0, -1)}ت${oblique ? 'ين' : 'ان'}`;
  return `${n === 8 && fused ? 'ثمان' : STEMS[n]}${fused ? '' : ' '}${hundred}`;
};

const belowThousand = (n: number, style: Style): string =>
  and([hundreds(Math.floor(n / 100), style), n % 100 === 0 ? '' : belowHundred(n % 100, style)], style);

const scaled = (n: number, one: string, many: string, style: Style): string => {
  if (n === 0) return '';
  if (n === 1) return one;
  if (n === 2) return one + (style.oblique ? 'ين' : 'ان');
  const last = n % 100;
  const noun = last >= 3 && last <= 10 ? many : last >= 11 ? `${one}ا` : one;
  return `${belowThousand(n, { ...style, feminine: false })} ${noun}`;
};

/** A number in Arabic words, as a newspaper would write it. */
const inWords = (n: number, style: Style): string =>
  and(
    [
      scaled(Math.floor(n / 1_000_000), 'مليون', 'ملايين', style),
      scaled(Math.floor(n / 1000) % 1000, 'ألف', 'آلاف', style),
      n % 1000 === 0 ? '' : belowThousand(n % 1000, style),
    ],
    style,
  );

const styles: fc.Arbitrary<Style> = fc.record({
  feminine: fc.boolean(),
  oblique: fc.boolean(),
  alef: fc.boolean(),
  fused: fc.boolean(),
  detached: fc.boolean(),
});

const numbers = fc.oneof(
  fc.integer({ min: 1, max: 999 }),
  fc.integer({ min: 1, max: 99_999 }),
  fc.integer({ min: 1, max: 9_999_999 }),
);

const DIGIT_SETS = ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'];

/** A number in digits of one of the three sets, with or without thousands separators. */
const inDigits = (n: number, set: number, separator: string): string =>
  String(n)
    .replace(/\B(?=(\d{3})+$)/g, separator)
    .replace(/\d/g, (digit) => DIGIT_SETS[set]![Number(digit)]!);

const valuesIn = (text: string) => numbersIn(text).map(({ min, max, text: quoted }) => ({ min, max, quoted }));

describe('a number written and read again', () => {
  it('in words of any gender, case and spelling', () => {
    fc.assert(
      fc.property(numbers, styles, (n, style) => {
        const words = inWords(n, style);
        expect(valuesIn(`قتل ${words} منهم`)).toEqual([{ min: n, max: n, quoted: words }]);
      }),
      { numRuns: 3000 },
    );
  });

  it('in digits of any set, with any separator', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(0, 1, 2), fc.constantFrom('', ',', '.', '٬', ' '), (n, set, separator) => {
        const digits = inDigits(n, set, separator);
        expect(valuesIn(`قتل ${digits} منهم`)).toEqual([{ min: n, max: n, quoted: digits }]);
      }),
      { numRuns: 2000 },
    );
  });

  it('in digits with a scale word: ٣٢٢ ألف is 322,000', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom(0, 1, 2),
        fc.constantFrom('ألف', 'ألفاً', 'الف'),
        (n, set, word) => {
          const text = `${inDigits(n, set, '')} ${word}`;
          expect(valuesIn(`قتل ${text} منهم`)).toEqual([{ min: n * 1000, max: n * 1000, quoted: text }]);
        },
      ),
    );
  });

  it('as a range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (low, step) => {
        const text = `${low} و${low + step}`;
        expect(valuesIn(`ما بين ${text} شخصا`)).toEqual([{ min: low, max: low + step, quoted: text }]);
      }),
    );
  });
});

describe('whatever is read', () => {
  const words = fc.constantFrom(
    'قتل',
    'ثلاثة',
    'وعشرين',
    'ألف',
    'مئات',
    'و',
    '10',
    '٥',
    '-',
    '،',
    '.',
    'من',
    'إلى',
    'بين',
    'أكثر',
    'على',
    'الأقل',
    'نصف',
    'عدة',
    'أحد',
    'عشر',
    'الثالث',
    'نيف',
    '%',
    '\n',
  );

  it('quotes the original, in order, without overlap, and keeps its bounds in order', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (parts) => {
        const text = parts.join(' ');
        let end = 0;
        for (const mention of numbersIn(text)) {
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.phraseFirst).toBeLessThanOrEqual(mention.firstToken);
          expect(mention.phraseLast).toBeGreaterThanOrEqual(mention.lastToken);
          if (mention.min !== null && mention.max !== null) expect(mention.min).toBeLessThanOrEqual(mention.max);
          end = mention.end;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
