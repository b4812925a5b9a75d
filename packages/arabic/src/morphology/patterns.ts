import type { Form, RootClass } from './root.js';
import { pattern } from './spelling.js';

/**
 * Patterns of the ten forms and two quadriliteral ones, in the sounds of spelling.ts, radicals as
 * digits, `P` and `V` the vowels of the perfect and imperfect of form I, `L` the long one of a hollow
 * imperfect (يقوم), `M` that of its passive participle (مبيع). After W. Wright, A Grammar
 * of the Arabic Language, vol. I, §§ 35–67 and the paradigms.
 */
export interface Patterns {
  readonly perfect: string;
  readonly imperfect: string;
  readonly passivePerfect: string;
  readonly passiveImperfect: string;
  readonly active: string;
  readonly passive: string;
  readonly masdars: readonly string[];
}

const row = (
  perfect: string,
  imperfect: string,
  passivePerfect: string,
  passiveImperfect: string,
  active: string,
  passive: string,
  ...masdars: string[]
): Patterns => ({
  perfect: pattern(perfect),
  imperfect: pattern(imperfect),
  passivePerfect: pattern(passivePerfect),
  passiveImperfect: pattern(passiveImperfect),
  active: pattern(active),
  passive: pattern(passive),
  masdars: masdars.map(pattern),
});

const SOUND: Readonly<Record<Form, Patterns>> = {
  1: row('1a2P3', '12V3', '1u2i3', '12a3', '1A2i3', 'ma12U3'),
  2: row('1a22a3', '1a22i3', '1u22i3', '1a22a3', 'mu1a22i3', 'mu1a22a3', 'ta12I3'),
  3: row('1A2a3', '1A2i3', '1U2i3', '1A2a3', 'mu1A2i3', 'mu1A2a3', 'mu1A2a3T', '1i2A3'),
  4: row("'a12a3", '12i3', "'u12i3", '12a3', 'mu12i3', 'mu12a3', "'i12A3"),
  5: row('ta1a22a3', 'ta1a22a3', 'tu1u22i3', 'ta1a22a3', 'muta1a22i3', 'muta1a22a3', 'ta1a22u3'),
  6: row('ta1A2a3', 'ta1A2a3', 'tu1U2i3', 'ta1A2a3', 'muta1A2i3', 'muta1A2a3', 'ta1A2u3'),
  7: row('in1a2a3', 'n1a2i3', 'un1u2i3', 'n1a2a3', 'mun1a2i3', 'mun1a2a3', 'in1i2A3'),
  8: row('i1ta2a3', '1ta2i3', 'u1tu2i3', '1ta2a3', 'mu1ta2i3', 'mu1ta2a3', 'i1ti2A3'),
  9: row('i12a33', '12a33', 'u12u33', '12a33', 'mu12a33', 'mu12a33', 'i12i3A3'),
  10: row('ista12a3', 'sta12i3', 'ustu12i3', 'sta12a3', 'musta12i3', 'musta12a3', 'isti12A3'),
  q1: row('1a23a4', '1a23i4', '1u23i4', '1a23a4', 'mu1a23i4', 'mu1a23a4', '1a23a4T'),
  q2: row('ta1a23a4', 'ta1a23a4', 'tu1u23i4', 'ta1a23a4', 'muta1a23i4', 'muta1a23a4', 'ta1a23u4'),
};

/** The middle radical melts: قام، أصاب (hit)، انهار (collapsed)، اغتال (murdered)، استعاد (won back). */
const HOLLOW: Readonly<Partial<Record<Form, Patterns>>> = {
  1: row('1A3', '1L3', '1I3', '1A3', "1A'i3", 'ma1M3'),
  4: row("'a1A3", '1I3', "'u1I3", '1A3', 'mu1I3', 'mu1A3', "'i1A3T"),
  7: row('in1A3', 'n1A3', 'un1I3', 'n1A3', 'mun1A3', 'mun1A3', 'in1iyA3'),
  8: row('i1tA3', '1tA3', 'u1tI3', '1tA3', 'mu1tA3', 'mu1tA3', 'i1tiyA3'),
  10: row('ista1A3', 'sta1I3', 'ustu1I3', 'sta1A3', 'musta1I3', 'musta1A3', 'isti1A3T'),
};

/** Verbal nouns of roots with a weak end; the rest of their paradigm follows from the sound patterns. */
const DEFECTIVE_MASDARS: Readonly<Partial<Record<Form, readonly string[]>>> = {
  2: ['ta12i3T'],
  3: ['mu1A2AT', "1i2A'"],
  4: ["'i12A'"],
  5: ['ta1a22i3'],
  6: ['ta1A2i3'],
  7: ["in1i2A'"],
  8: ["i1ti2A'"],
  10: ["isti12A'"],
};

/** The patterns of a root class in a form. */
export const patternsOf = (form: Form, rootClass: RootClass, last: string): Patterns => {
  const sound = (rootClass === 'hollow' ? HOLLOW[form] : undefined) ?? SOUND[form];
  const masdars = rootClass === 'defective' ? DEFECTIVE_MASDARS[form]?.map(pattern) : undefined;
  // تعبئة (filling), تهدئة (calming): form II of a final hamza takes the feminine pattern too.
  if (form === 2 && last === "'") return { ...sound, masdars: [pattern('ta12i3T')] };
  return masdars ? { ...sound, masdars } : sound;
};
