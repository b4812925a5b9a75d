import type { Bilingual, ControlStatus } from '@isnad/model';

/**
 * What the record needs to know of an event type. The engine reads these fields and never asks for a type
 * by its name: a new type is a new row.
 */
export interface EventKind {
  readonly id: string;
  readonly name: Bilingual;
  /** Types that reports exchange for one another; candidates for one incident share a family. */
  readonly family: string;
  /** `once`: happens to a place and its holders once in a while, so that two dated tellings pin each other down. `recurs`: comes again every day. `state`: no occurrence at all. */
  readonly rhythm: 'once' | 'recurs' | 'state';
  /** The role of the place that the event is about. */
  readonly about: 'where' | 'from' | 'to';
  /** Both sides do it: actor and target may be told in either order. */
  readonly mutual: boolean;
  /** A fight that another event may end. */
  readonly battle: boolean;
  /** An event that may end a fight, which then is related to it, and not the same. */
  readonly endsBattle: boolean;
  /** What it does to control of the place, for its actor. */
  readonly control: ControlStatus | null;
  /** Sides that it shows to be in the place. */
  readonly presence: readonly ('actor' | 'target')[];
  /** What it harms, so that it matters who did it: people's lives and limbs, or their liberty. */
  readonly harms: 'life' | 'liberty' | null;
}

type Row = Partial<Omit<EventKind, 'id' | 'name'>> & { readonly ar: string; readonly en: string };

/** Event types of the annotation guide. `advance` becomes control by fire where its words say so (`FIRE_WORDS`). */
const ROWS: Readonly<Record<string, Row>> = {
  'armed-clash': {
    ar: 'اشتباكات',
    en: 'clashes',
    family: 'fighting',
    mutual: true,
    battle: true,
    presence: ['actor', 'target'],
  },
  'ground-attack': { ar: 'هجوم', en: 'attack', family: 'fighting', battle: true },
  'counter-attack': { ar: 'هجوم مضاد', en: 'counter-attack', family: 'fighting', battle: true },
  'air-strike': { ar: 'غارة جوية', en: 'air strike', family: 'bombing', harms: 'life', presence: ['target'] },
  'drone-strike': {
    ar: 'غارة بطائرة مسيّرة',
    en: 'drone strike',
    family: 'bombing',
    harms: 'life',
    presence: ['target'],
  },
  shelling: { ar: 'قصف', en: 'shelling', family: 'shelling', harms: 'life' },
  'car-bomb': { ar: 'تفجير عربة مفخخة', en: 'car bomb', family: 'blast', rhythm: 'once', harms: 'life' },
  'suicide-attack': { ar: 'هجوم انتحاري', en: 'suicide attack', family: 'blast', rhythm: 'once', harms: 'life' },
  'ied-mine': { ar: 'لغم أو عبوة ناسفة', en: 'mine or device', family: 'blast', harms: 'life' },
  explosion: { ar: 'انفجار', en: 'explosion', family: 'blast', rhythm: 'once', harms: 'life' },
  'chemical-attack': { ar: 'هجوم كيميائي', en: 'chemical attack', family: 'chemical', rhythm: 'once', harms: 'life' },
  'sniper-fire': { ar: 'قنص', en: 'sniper fire', family: 'sniping', harms: 'life', presence: ['actor'] },
  capture: { ar: 'سيطرة', en: 'capture', family: 'ground', rhythm: 'once', control: 'taken', endsBattle: true },
  advance: { ar: 'تقدّم', en: 'advance', family: 'ground', presence: ['actor'] },
  withdrawal: {
    ar: 'انسحاب',
    en: 'withdrawal',
    family: 'retreat',
    rhythm: 'once',
    about: 'from',
    control: 'lost',
    endsBattle: true,
    presence: ['actor'],
  },
  repelled: { ar: 'صدّ هجوم', en: 'attack repelled', family: 'retreat', endsBattle: true, presence: ['actor'] },
  siege: { ar: 'حصار', en: 'siege', family: 'siege', control: 'besieged' },
  reinforcement: { ar: 'تعزيزات', en: 'reinforcement', family: 'reinforcement', about: 'to' },
  arrest: { ar: 'اعتقال', en: 'arrest', family: 'policing', rhythm: 'once', harms: 'liberty' },
  raid: { ar: 'دهم', en: 'raid', family: 'policing' },
  execution: { ar: 'إعدام', en: 'execution', family: 'persons', rhythm: 'once', harms: 'life' },
  abduction: { ar: 'خطف', en: 'abduction', family: 'persons', rhythm: 'once', harms: 'liberty' },
  'attack-on-civilians': {
    ar: 'اعتداء على مدنيين',
    en: 'attack on civilians',
    family: 'persons',
    rhythm: 'once',
    harms: 'life',
  },
  killing: { ar: 'قتل', en: 'killing', family: 'persons', rhythm: 'once', harms: 'life' },
  'detainee-transfer': {
    ar: 'نقل معتقلين',
    en: 'detainee transfer',
    family: 'transfer',
    rhythm: 'once',
    about: 'from',
    presence: ['actor'],
  },
  escape: { ar: 'هروب', en: 'escape', family: 'escape', rhythm: 'once', about: 'from' },
  release: { ar: 'إطلاق سراح', en: 'release', family: 'release', rhythm: 'once' },
  surrender: { ar: 'استسلام', en: 'surrender', family: 'surrender', rhythm: 'once' },
  conscription: { ar: 'تجنيد', en: 'conscription', family: 'conscription' },
  displacement: { ar: 'نزوح', en: 'displacement', family: 'displacement', about: 'from' },
  aid: { ar: 'مساعدات', en: 'aid', family: 'aid', about: 'to' },
  crossing: { ar: 'معبر', en: 'crossing', family: 'crossing' },
  agreement: { ar: 'اتفاق', en: 'agreement', family: 'agreement', rhythm: 'once', mutual: true },
  leaflets: { ar: 'إلقاء مناشير', en: 'leaflets', family: 'leaflets' },
  demining: { ar: 'إزالة ألغام', en: 'demining', family: 'demining' },
  destruction: { ar: 'دمار', en: 'destruction', family: 'destruction' },
  protest: { ar: 'احتجاج', en: 'protest', family: 'protest' },
  investigation: { ar: 'تحقيق', en: 'investigation', family: 'investigation' },
  interception: { ar: 'إسقاط أو اعتراض', en: 'interception', family: 'interception', rhythm: 'once' },
  'naval-incident': { ar: 'حادث بحري', en: 'incident at sea', family: 'naval', rhythm: 'once', harms: 'life' },
  'training-or-supply': { ar: 'إمداد', en: 'supply', family: 'supply', about: 'to' },
  'statement-control': {
    ar: 'السيطرة القائمة',
    en: 'standing control',
    family: 'standing',
    rhythm: 'state',
    control: 'held',
    presence: ['actor'],
  },
  other: { ar: 'حدث آخر', en: 'other event', family: 'other' },
};

const PLAIN: Omit<EventKind, 'id' | 'name' | 'family'> = {
  rhythm: 'recurs',
  about: 'where',
  mutual: false,
  battle: false,
  endsBattle: false,
  control: null,
  presence: [],
  harms: null,
};

const KINDS: ReadonlyMap<string, EventKind> = new Map(
  Object.entries(ROWS).map(([id, { ar, en, ...row }]) => [id, { ...PLAIN, family: id, ...row, id, name: { ar, en } }]),
);

/** The kind of an event type; a plain one, related to nothing, for a type that the table does not hold. */
export const eventKind = (type: string): EventKind =>
  KINDS.get(type) ?? { ...PLAIN, id: type, name: { ar: type, en: type }, family: type };

/** All event types that the table holds. */
export const eventTypes = (): readonly string[] => [...KINDS.keys()];
