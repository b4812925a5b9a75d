import { z } from 'zod';

/** Parts of a word's inflection that an entry may be limited to. */
const part = z.enum([
  'perfect',
  'imperfect',
  'masdar',
  'active-participle',
  'passive-participle',
  'singular',
  'dual',
  'plural',
]);

const conditions = {
  /** Limits the entry to these parts; a verb has perfect, imperfect and masdar unless it says otherwise. */
  parts: z.array(part).optional(),
  /** A frame that differs from that of the event type. */
  frame: z.string().optional(),
  modality: z.enum(['denied', 'planned', 'possible']).optional(),
  /** What must stand beside the word for it to mean the event. */
  needs: z
    .enum([
      'place',
      'place-subject',
      'post',
      'side',
      'fighting-side',
      'people',
      'victims',
      'shot',
      'fallen',
      'killed-off',
      'at-large',
      'side-target',
      'families',
      'troops',
      'indefinite',
      'fighters',
      'detainees',
      'prisoner-sense',
      'means',
      'means-only',
      'arm',
      'aircraft',
      'cause',
      'copula',
      'ground-gain',
    ])
    .optional(),
  'needs-object': z.enum(['attack-word', 'assault', 'failed-assault', 'projectile', 'body']).optional(),
  /** Not as these folded forms, which are other words: «فجرا» (at dawn) is no «فجّر» (blew up). */
  'unless-form': z.array(z.string()).optional(),
  /** One of these folded words follows, up to the object of a verb. */
  'needs-after': z.array(z.string()).optional(),
  /** One of these folded endings precedes, a few words before. */
  'needs-before': z.array(z.string()).optional(),
  /** It does not stand before one of these folded words, right behind it. */
  'unless-before': z.array(z.string()).optional(),
  /** None of these folded words stands in the next words of its clause. */
  'unless-ahead': z.array(z.string()).optional(),
  /** It does not stand right after one of these folded words. */
  'unless-after': z.array(z.string()).optional(),
  /** With و and a pronoun it is another word: «وأسرهم» (and their families). */
  'unless-joined-pronoun': z.boolean().optional(),
  /** A general word, of several only where somebody acts or suffers: «العمليات العسكرية» (the military operations). */
  weak: z.boolean().optional(),
  /** Its type where it is done by gunfire and those whom it befalls bear arms. */
  'at-armed': z.string().optional(),
  /** In a report that tells of an event of this type, a mention that names nobody hit is part of it. */
  'part-of': z.string().optional(),
  /** Gives way to another event word of its clause; `alone`: unless a verb carries it («تمكنوا من تدمير»). */
  yields: z.union([z.boolean(), z.literal('alone')]).optional(),
  /** Gives way to an event of this family beside it. */
  'yields-to': z.string().optional(),
};

/** What must stand right behind the word, for the two together to be the trigger. Both inflect. */
const behind = {
  /** Adjectives that agree with it: «عملية» with «عسكري» gives «العمليات العسكرية» (the military operations). */
  adjectives: z.array(z.string()).optional(),
  /** Nouns it governs, with or without article or pronoun: «حملة» with «اعتقالات», «فجّر» with «نفس» (blew himself up). */
  of: z.array(z.string()).optional(),
};

/** A word: a verb by root and form, a noun with its plurals, or a set phrase that does not inflect. */
const verb = z.strictObject({
  verb: z.string(),
  form: z.union([z.number().int().min(1).max(10), z.enum(['q1', 'q2'])]),
  masdars: z.array(z.string()).optional(),
  /** Plurals of the verbal noun. */
  plural: z.array(z.string()).optional(),
  of: behind.of,
  ...conditions,
});
const noun = z.strictObject({ noun: z.string(), plural: z.array(z.string()).optional(), ...behind, ...conditions });
const phrase = z.strictObject({ phrase: z.string(), ...conditions });
export const wordSchema = z.union([verb, noun, phrase]);

const bilingual = z.strictObject({ ar: z.string(), en: z.string() });

export const eventSchema = z.strictObject({
  type: z.string().regex(/^[a-z-]+$/),
  family: z.string(),
  /** Its label, by itself. */
  name: bilingual,
  gloss: z.string(),
  frame: z.string(),
  source: z.string(),
  /** Group of the figure that counts such events («ثلاث غارات», three air strikes). */
  'counted-as': z.string().optional(),
  /** Measure of the figure that counts the people it befalls. */
  counts: z.string().optional(),
  /**
   * Group of the people whom it befalls by its nature: they are its target where the text tells nobody; `nobody` where
   * even those whom it harmed are no target (a blast of unknown kind).
   */
  befalls: z.string().optional(),
  /** Type of a mere attempt at it («حاولت التقدم», tried to advance). */
  'attempted-as': z.string().optional(),
  /** Standing: dated by publication rather than as news. */
  tense: z.enum(['standing']).optional(),
  /** Told: only a place beside its word is its own, as talks need not be held where the fighting is. */
  place: z.enum(['told']).optional(),
  /** How tellings of it become incidents. What is left out is as it is for most types (`EventKind` of the model). */
  record: z
    .strictObject({
      /** Its name in the titles of incidents, where it is not the label. */
      title: bilingual.optional(),
      /** Of types that reports exchange for one another when they tell of one thing; the type itself if left out. */
      family: z.string().optional(),
      rhythm: z.enum(['once', 'recurs', 'state']).optional(),
      about: z.enum(['where', 'from', 'to']).optional(),
      mutual: z.boolean().optional(),
      battle: z.boolean().optional(),
      'ends-battle': z.boolean().optional(),
      control: z.enum(['taken', 'lost', 'held', 'fire-control', 'besieged']).optional(),
      presence: z.array(z.enum(['actor', 'target'])).optional(),
      harms: z.enum(['life', 'liberty']).optional(),
    })
    .optional(),
  /** The group of types that has its colour and mark in the dossier. */
  'shown-with': z.enum(['air', 'fire', 'fighting', 'bombs', 'ground', 'people', 'other']).default('other'),
  /** What its places give away: the publication policy then coarsens and delays them. */
  sensitive: bilingual.optional(),
  words: z.array(wordSchema).optional(),
  /** Words of shared.yaml that mean this type, each with the means that make it so. */
  shared: z.record(z.string(), z.array(z.string())).optional(),
});

export const sharedSchema = z.strictObject({
  source: z.string(),
  words: z.record(
    z.string(),
    z.strictObject({
      frame: z.string(),
      anaphora: z.boolean().optional(),
      weak: z.boolean().optional(),
      /** Families of events that the word can point back to. */
      refers: z.array(z.string()).optional(),
      /** Those of them whose type it takes when it points back; all where the data does not say. */
      takes: z.array(z.string()).optional(),
      /** Those whose type it takes only with the article. */
      'takes-definite': z.array(z.string()).optional(),
      yields: z.boolean().optional(),
      /** Means that it goes by in a country (ISO 3166-1 alpha-2) where none are told. */
      'in-country': z.record(z.string(), z.string()).optional(),
      'needs-means': z.boolean().optional(),
      'counted-as': z.record(z.string(), z.string()).optional(),
      forms: z.array(wordSchema),
    }),
  ),
});

export const framesSchema = z.strictObject({
  source: z.string(),
  frames: z.record(
    z.string(),
    z.record(z.string(), z.enum(['actor', 'target', 'sides', 'sides-as-actor', 'none', 'from', 'to', 'where'])),
  ),
});

export const meansSchema = z.strictObject({
  source: z.string(),
  'by-side': z.record(z.string(), z.array(z.string())),
  'ground-war-in': z.record(z.string(), z.array(z.string())),
  'at-targets': z.record(z.string(), z.array(z.string())),
  'by-either': z.array(z.string()),
  'without-aircraft': z.array(z.string()),
  means: z.array(z.strictObject({ tag: z.string(), words: z.array(z.string()) })),
});

export const supportSchema = z.strictObject({
  source: z.string(),
  verbs: z.array(
    z.strictObject({
      verb: z.string(),
      form: z.union([z.number().int().min(1).max(10), z.enum(['q1', 'q2'])]),
      masdars: z.array(z.string()).optional(),
      /** Limits it to these parts: «قرر» (decided), not «تقرير» (a report). */
      parts: z.array(part).optional(),
      takes: z.string().optional(),
      does: z.enum([
        'agent',
        'undergo',
        'witness',
        'occur',
        'hit',
        'succeed',
        'attempt',
        'fail',
        'force',
        'result',
        'claim',
        'resume',
        'plan',
        'call',
        'deny',
        'aim',
      ]),
    }),
  ),
});

export const functionSchema = z.strictObject({
  source: z.string(),
  prepositions: z.record(z.string(), z.array(z.string())),
  connectors: z.array(z.string()),
  complementisers: z.array(z.string()),
  relatives: z.array(z.string()),
  purpose: z.array(z.string()),
  negators: z.array(z.string()),
  'not-negators': z.array(z.string()),
  'both-sides': z.array(z.string()),
});

const list = z.array(z.string());

/** Words around reported speech: words/speech.yaml. */
export const speechSchema = z.strictObject({
  source: z.string(),
  back: z.strictObject({ any: list, unnamed: list, agency: list, outlet: list, ministry: list, body: list }),
  reporters: list,
  asides: list,
  rules: list,
});

export type SpeechWords = z.infer<typeof speechSchema>;

const counting = z.strictObject({
  verb: z.string(),
  form: z.union([z.number().int().min(1).max(10), z.enum(['q1', 'q2'])]),
  masdars: list.optional(),
});

/** Words around counts: words/figures.yaml. */
export const figureSchema = z.strictObject({
  source: z.string(),
  words: z.strictObject({
    units: list,
    occasions: list,
    twice: list,
    designated: list,
    others: list,
    ordinals: list,
    nobody: list,
    counters: list,
    forces: list,
    demonstratives: list,
    pointing: list,
    occurrences: list,
    traffic: list,
    series: list,
    repeated: list,
    women: list,
    syrian: list,
    bodies: list,
    troops: list,
    targets: list,
    wars: list,
    averted: list,
    remains: list,
    list: list,
    additions: list,
    since: list,
    during: list,
    stretch: list,
    period: list,
    same: list,
    months: list,
    indefinite: list,
    'out-of': list,
    superlatives: list,
  }),
  verbs: z.strictObject({
    rising: z.array(counting),
    amounting: z.array(counting),
    documenting: z.array(counting),
    reaching: z.array(counting),
    standing: z.array(counting),
    beginning: z.array(counting),
  }),
  split: z.array(counting.extend({ with: list, measure: z.string() })),
  losing: z.array(counting.extend({ measure: z.string() })),
  phrases: z.strictObject({ plural: list, herald: list, joint: list, topic: list, adverb: list }),
  groups: z.strictObject({
    attacks: list,
    places: list,
    yielding: list,
    force: list,
    armed: list,
    civil: list,
    peoples: list,
    unarmed: list,
    male: list,
    speakers: list,
    members: list,
    military: list,
    auxiliaries: list,
    rocketeers: list,
    'rocket-lands': list,
    unsided: list,
  }),
  general: z.record(z.string(), z.string()),
  finer: z.record(z.string(), z.string()),
  kinds: z.record(z.string(), z.string()),
  shared: z.record(z.string(), z.string()),
  partners: z.record(z.string(), z.string()),
});

/** What may hold for all types of a family. */
const trait = z.enum([
  'by-force',
  'attack',
  'fire',
  'on-ground',
  'act',
  'outcome',
  'led-to',
  'shot-down',
  'at-enemy',
  'against-enemy',
  'from-afar',
  'kind',
]);

/** words/families.yaml */
export const familiesSchema = z.strictObject({ source: z.string(), families: z.record(z.string(), z.array(trait)) });

export type Trait = z.infer<typeof trait>;

/** Words that say whether an event was told before: words/retelling.yaml. */
export const retellingSchema = z.strictObject({
  source: z.string(),
  said: list,
  another: list,
  also: list,
  listed: list,
  'going-on': list,
  often: list,
  long: list,
  within: list,
  scattered: list,
  turn: list,
  more: list,
  background: list,
});

export type RetellingWords = z.infer<typeof retellingSchema>;
export type FigureEntries = z.infer<typeof figureSchema>;
export type FunctionWords = z.infer<typeof functionSchema>;
/** A verb, noun or phrase, whichever of these it has; the fields of all three, so that all entries are alike. */
export type WordEntry = Partial<z.infer<typeof verb> & z.infer<typeof noun> & z.infer<typeof phrase>>;
type EventRow = z.infer<typeof eventSchema>;
export type EventEntry = Omit<EventRow, 'words'> & { readonly words?: readonly WordEntry[] | undefined };
type SharedRow = z.infer<typeof sharedSchema>['words'][string];
export type SharedEntry = Omit<SharedRow, 'forms'> & { readonly forms: readonly WordEntry[] };
export type FrameEntry = Readonly<
  Record<string, 'actor' | 'target' | 'sides' | 'sides-as-actor' | 'none' | 'from' | 'to' | 'where'>
>;
export type SupportEntry = z.infer<typeof supportSchema>['verbs'][number];
