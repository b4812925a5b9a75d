import type { VerbEntry } from '@isnad/arabic';
import type { Names } from './entries.js';

/** Whom and what reports count: civilians, children; tanks, villages. */
export interface Group {
  readonly id: string;
  readonly name: Names;
  /** Written forms by number; the regular dual of a single word follows from the singular and is not listed. */
  readonly singular: readonly string[];
  readonly dual: readonly string[];
  readonly plural: readonly string[];
  readonly sex: 'female' | 'male' | null;
  /** The larger group of which it is a part by meaning, such as children in civilians. */
  readonly within: string | null;
  /** Ids that stand for it where it is whom an event befell: civilians for workers, women and children for both. */
  readonly whom: readonly string[];
  /** False for people who do no act of armed force: children, families, those who report. */
  readonly acts: boolean;
  /** Its people are of some side, whether it is told or not: soldiers, gunmen, prisoners. */
  readonly sided: boolean;
  /** People, or things that are counted (vehicles, missiles). */
  readonly of: 'people' | 'things';
  readonly source: string;
}

/** Whether a word for the dead honours them (شهيد), degrades them (هالك) or does neither. */
export type WordRegister = 'neutral' | 'honorific' | 'degrading';

/** A noun or verb that carries a measure. */
export interface MeasureWord {
  readonly register: WordRegister;
  readonly singular: readonly string[];
  readonly dual: readonly string[];
  readonly plural: readonly string[];
  /** Verbal nouns and set phrases without number of their own: مقتل، سقوط قتلى. */
  readonly phrases: readonly string[];
  readonly verbs: readonly Verb[];
}

/** A verb by root and form, ready for `inflectVerb`, with what it means by its voice and preposition. */
export interface Verb extends VerbEntry {
  readonly masdars: readonly string[];
  /** The voice in which it means this: قُتل (was killed) is passive, استشهد (fell) active. */
  readonly voice: 'active' | 'passive' | 'both';
  /** Preposition that its object takes, if not direct. */
  readonly preposition: string | null;
}

export interface Measure {
  readonly id: string;
  readonly name: Names;
  /** Counts harm to people. */
  readonly harm: boolean;
  readonly words: readonly MeasureWord[];
  readonly source: string;
}

/**
 * Evidential strength (field notes §6.5): 4 documented · 3 asserted by the source · 2 plain report ·
 * 1 hedged · 0 distanced · -1 denial.
 */
export type Strength = 4 | 3 | 2 | 1 | 0 | -1;

/** A reporting verb, or a phrase that marks a source (وفق، نقلا عن). */
export interface Reporting {
  readonly id: string;
  readonly kind: 'verb' | 'marker' | 'phrase';
  /** Null for source markers: the strength is that of the source they name. */
  readonly strength: Strength | null;
  readonly verbs: readonly Verb[];
  readonly forms: readonly string[];
  /** The marker adds a hop to the chain: نقلا عن (citing). */
  readonly hop: boolean;
  readonly source: string;
}

export type CueKind =
  | 'negation'
  | 'not-negation'
  | 'attempt'
  | 'failure'
  | 'success'
  | 'plan'
  | 'possibility'
  | 'fear'
  | 'provision'
  | 'condition'
  | 'uncertainty'
  | 'call'
  | 'light-verb'
  | 'support'
  | 'agent'
  | 'cause'
  | 'result'
  | 'ongoing'
  | 'repetition'
  | 'new-state'
  | 'side-frame'
  | 'in-the-ranks'
  | 'purpose'
  | 'beginning'
  | 'ending'
  | 'part'
  | 'addition'
  | 'simultaneous'
  | 'background';

/** Small words and light verbs that decide modality, roles and scope (field notes §6.4). */
export interface Cue {
  readonly id: string;
  readonly kind: CueKind;
  readonly forms: readonly string[];
  readonly verbs: readonly Verb[];
  readonly source: string;
}
