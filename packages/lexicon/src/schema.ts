import { z } from 'zod';

/**
 * The schemas of the data files. Written forms stand on one line, set apart by Arabic commas, so that a
 * reader of Arabic can proofread them: `short: قسد، قوات قسد` (SDF). Unknown fields are errors.
 */
const text = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(?:[-+][a-z0-9]+)*$/, 'an id has small Latin letters, digits and hyphens');
const dateless = z.union([z.string(), z.number()]).transform(String);
const edtf = dateless.pipe(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?~?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD'));
const splitBy = (mark: RegExp) => (line: string) =>
  line
    .split(mark)
    .map((item) => item.trim())
    .filter(Boolean);

/** Written forms: `قسد، قوات قسد`. */
export const forms = dateless.transform(splitBy(/[،؛]/)).default([]);
/** Ids or codes set apart by spaces or commas: `SY IQ`. */
const list = z.string().transform(splitBy(/[\s,]+/));
const idList = list.pipe(z.array(id));
const ids = idList.default([]);
const countryCode = z.string().regex(/^[A-Z]{2}$/, 'a country is an ISO 3166-1 alpha-2 code');
const countryList = list.pipe(z.array(countryCode));
const countries = countryList.default([]);
const country = countryCode.nullable().default(null);

const register = z.enum(['neutral', 'short', 'hostile', 'own']);

const actorKind = z.enum([
  'state-forces',
  'rebel-group',
  'political-militia',
  'identity-militia',
  'civilians',
  'external-forces',
  'political-body',
]);
const sourceKind = z.enum(['agency', 'observatory', 'ministry', 'body', 'outlet', 'side', 'person', 'unnamed']);

/** `actors/*.yaml` */
export const actorEntry = z.strictObject({
  id,
  ar: text,
  en: text,
  kind: actorKind,
  neutral: forms,
  short: forms,
  hostile: forms,
  own: forms,
  adjectives: forms,
  metonyms: forms,
  countries,
  parent: id.nullable().default(null),
  'unit-of': id.nullable().default(null),
  allies: ids,
  from: edtf.nullable().default(null),
  to: edtf.nullable().default(null),
  source: text,
  example: text.nullable().default(null),
});

/** `ambiguous.yaml` */
export const ambiguousEntry = z.strictObject({
  forms: forms.pipe(z.array(z.string()).min(1)),
  adjectives: forms,
  candidates: z
    .array(
      z.strictObject({
        actor: id,
        register: register.default('short'),
        countries: countryList.exactOptional(),
        from: edtf.exactOptional(),
        to: edtf.exactOptional(),
        outlets: list.exactOptional(),
        beside: idList.exactOptional(),
        behind: idList.exactOptional(),
      }),
    )
    .min(1),
  /** Behind the candidates, the body of each state of `states.yaml` where the events are: `forces`. */
  states: id.nullable().default(null),
  source: text,
});

/** `heads.yaml` */
export const headEntry = z.strictObject({
  id,
  says: z.enum([
    'people',
    'forces',
    'air',
    'helicopters',
    'drones',
    'guns',
    'rockets',
    'armour',
    'naval',
    'leaders',
    'body',
    'spokesman',
    'state',
    'positions',
    'contempt',
    'praise',
  ]),
  stands: z.enum(['before', 'behind']).default('before'),
  register: register.nullable().default(null),
  forms: forms.pipe(z.array(z.string()).min(1)),
  source: text,
});

/** `sources.yaml` */
export const sourceEntry = z.strictObject({
  id,
  ar: text,
  en: text,
  kind: sourceKind,
  forms,
  country,
  owner: text.nullable().default(null),
  leaning: text.nullable().default(null),
  side: id.nullable().default(null),
  /** `PS=gaza-health-ministry LB=lebanese-health-ministry` */
  'by-country': list
    .pipe(z.array(z.string().regex(/^[A-Z]{2}=[a-z0-9-]+$/, 'a pair is an ISO 3166-1 code, =, and a source id')))
    .transform((pairs) => Object.fromEntries(pairs.map((pair) => [pair.slice(0, 2), pair.slice(3)])))
    .default({}),
  source: text,
});

/** `BE=belgian-forces`: pairs of a key and an id. */
const pairs = list
  .pipe(z.array(z.string().regex(/^[a-z-]+=[a-z0-9-]+$/, 'a pair is the word of a body, =, and an id')))
  .transform((all) => Object.fromEntries(all.map((pair) => pair.split('=') as [string, string])))
  .default({});

/** `states.yaml` */
export const stateEntry = z.strictObject({
  country: countryCode,
  en: text,
  ar: forms,
  adjectives: forms,
  plural: forms,
  capitals: forms,
  homonyms: forms,
  ids: pairs,
  bodies: z.enum(['all', 'unnamed']).default('all'),
  source: text,
});

const bodyOf = {
  body: id,
  id: id.nullable().default(null),
  ar: text,
  en: text.nullable().default(null),
  forms,
  source: text,
};

/** `state-bodies.yaml` */
export const stateBodyEntry = z.discriminatedUnion('makes', [
  z.strictObject({
    ...bodyOf,
    makes: z.literal('actor'),
    kind: actorKind.nullable().default(null),
    adjectives: forms,
    metonyms: forms,
  }),
  z.strictObject({
    ...bodyOf,
    makes: z.literal('source'),
    kind: sourceKind.nullable().default(null),
    side: id.nullable().default(null),
    general: id.nullable().default(null),
  }),
]);

/** `outlets.yaml` */
export const outletEntry = z.strictObject({
  id,
  ar: text,
  en: text,
  forms,
  bare: forms,
  domains: list.default([]),
  country,
  owner: text.nullable().default(null),
  leaning: text.nullable().default(null),
  agency: z.boolean().default(false),
  source: text,
});

/** `groups.yaml` */
export const groupEntry = z.strictObject({
  id,
  ar: text,
  en: text,
  singular: forms,
  dual: forms,
  plural: forms,
  sex: z.enum(['female', 'male']).nullable().default(null),
  within: id.nullable().default(null),
  whom: idList.default([]),
  acts: z.boolean().default(true),
  sided: z.boolean().default(false),
  of: z.enum(['people', 'things']),
  source: text,
});

const vowel = z.enum(['a', 'i', 'u']);

/** A verb in data: `{root: ق ص ف, form: 1, masdars: قصف}`. */
export const verbEntry = z.strictObject({
  root: z.string().regex(/^\S( \S){2,3}$/, 'a root is three or four radicals with spaces between: ق ص ف'),
  form: z.union([z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), z.literal(['q1', 'q2'])]),
  masdars: forms,
  perfectVowel: vowel.exactOptional(),
  imperfectVowel: vowel.exactOptional(),
  strongMiddle: z.boolean().exactOptional(),
  passive: z.boolean().exactOptional(),
  voice: z.enum(['active', 'passive', 'both']).default('active'),
  preposition: text.nullable().default(null),
});
const verbs = z.array(verbEntry).default([]);

/** `measures.yaml` */
export const measureEntry = z.strictObject({
  id,
  ar: text,
  en: text,
  harm: z.boolean(),
  words: z
    .array(
      z.strictObject({
        register: z.enum(['neutral', 'honorific', 'degrading']).default('neutral'),
        singular: forms,
        dual: forms,
        plural: forms,
        phrases: forms,
        verbs,
      }),
    )
    .default([]),
  source: text,
});

/** `reporting.yaml` */
export const reportingEntry = z.strictObject({
  id,
  kind: z.enum(['verb', 'marker', 'phrase']),
  strength: z
    .union([z.literal(4), z.literal(3), z.literal(2), z.literal(1), z.literal(0), z.literal(-1)])
    .nullable()
    .default(null),
  verbs,
  forms,
  hop: z.boolean().default(false),
  source: text,
});

/** `cues.yaml` */
export const cueEntry = z.strictObject({
  id,
  kind: z.enum([
    'negation',
    'not-negation',
    'attempt',
    'failure',
    'success',
    'plan',
    'possibility',
    'fear',
    'provision',
    'condition',
    'uncertainty',
    'call',
    'light-verb',
    'support',
    'agent',
    'cause',
    'result',
    'ongoing',
    'repetition',
    'new-state',
    'side-frame',
    'in-the-ranks',
    'purpose',
    'beginning',
    'ending',
    'part',
    'addition',
    'simultaneous',
    'background',
  ]),
  forms,
  verbs,
  source: text,
});

/** `spellings.yaml`: words that are written in more than one way. */
export const spellingEntry = forms.pipe(z.array(z.string()).min(2));
