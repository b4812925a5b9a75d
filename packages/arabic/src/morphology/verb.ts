import { conjugate } from './conjugation.js';
import { type Attach, decline } from './declension.js';
import { type Inflection, mergeReadings, type Part, type Reading } from './inflection.js';
import { nounReadings } from './noun.js';
import type { Form } from './root.js';
import { pattern, spell, spellings } from './spelling.js';
import { type Stems, stemsOf, type VerbEntry } from './stems.js';
import { settle } from './weak.js';

const hasPassive = ({ form, passive }: VerbEntry): boolean => passive ?? (form !== 7 && form !== 9);

/** How a participle in sounds takes endings: a weak end is قاضٍ، قاضية، قاضون or ملقى، ملقاة، ملقون. */
const attachSounds = (stem: string, drawn: (word: string) => readonly string[]): Attach => {
  const weak = /([ai])[wy]$/.exec(stem);
  const cut = stem.slice(0, -1);
  return (ending, bound) => {
    const sounds = pattern(ending);
    if (!weak) return drawn(`${stem}-${sounds}`).flatMap((word) => spellings(word, bound && ending.length < 2));
    if (weak[1] === 'i') {
      if (ending === '') return bound ? [spell(`${cut.slice(0, -1)}I`)] : [spell(cut), spell(`${cut.slice(0, -1)}I`)];
      if (/^[UI]/.test(ending)) return [spell(cut.slice(0, -1) + sounds)];
      return [/^[aiu]$/.test(ending) ? spell(`${cut.slice(0, -1)}I`) : spell(stem + sounds)];
    }
    if (ending === '' || /^[aiu]$/.test(ending)) return [spell(`${cut.slice(0, -1)}E`, bound)];
    if (/^[Tt]/.test(ending)) return [spell(`${cut.slice(0, -1)}A${sounds}`)];
    return [spell(/^[UI]/.test(ending) ? cut + sounds.replace('U', 'w').replace('I', 'y') : stem + sounds)];
  };
};

/**
 * Which forms of a verb somebody needs: those of a part of its paradigm and a person, null where it has none.
 * What is not wanted is not worked out.
 */
export type Wanted = (part: Part, person: 1 | 2 | 3 | null) => boolean;

const everything: Wanted = () => true;

const participles = (verb: VerbEntry, stems: Stems, wanted: Wanted): Reading[] => {
  const drawn = (word: string): readonly string[] => {
    const [stem] = word.split('-') as [string];
    // Participles draw two alike together before any ending: شانّ، منضمّ; but مفرور has a long vowel between.
    const settled =
      stems.root.class === 'geminate' ? settle(`${stem}-a`, 'geminate', verb.form)[0]!.slice(0, -1) : stem;
    return settle(settled + word.slice(stem.length), 'sound', verb.form);
  };
  const paradigm = { gender: 'm', feminine: true, dual: true, soundMasculine: true, soundFeminine: true } as const;
  const forms = (part: 'active-participle' | 'passive-participle', voice: 'active' | 'passive', stem: string) =>
    wanted(part, null) ? decline(attachSounds(stem, drawn), { part, voice, ...paradigm }) : [];
  return [
    ...forms('active-participle', 'active', stems.active),
    ...(hasPassive(verb) ? forms('passive-participle', 'passive', stems.passive) : []),
  ];
};

/** A verbal noun in sounds, as the noun it is written: `'i12A'` → إخلاء. */
const writtenMasdar = (masdar: string, form: Form): string => {
  const sounds = settle(`${masdar}-`, 'sound', form)[0]!;
  if (sounds.endsWith('T')) return `${spell(sounds).slice(0, -1)}ة`;
  return /iy$|uy$/.test(sounds) ? `${spell(sounds.slice(0, -2))}ٍ` : spell(sounds);
};

const masdars = (verb: VerbEntry, stems: Stems): Reading[] => {
  const given = (verb.masdars ?? []).map((masdar) => (typeof masdar === 'string' ? { singular: masdar } : masdar));
  const regular =
    verb.form === 1 ? [] : stems.masdars.map((masdar) => ({ singular: writtenMasdar(masdar, verb.form) }));
  return [...given, ...regular].flatMap((masdar) => {
    const gender = masdar.singular.endsWith('ة') ? 'f' : 'm';
    return nounReadings({ ...masdar, gender, kind: 'thing' }, 'masdar');
  });
};

/**
 * Every written form of a verb from root and form: perfect, imperfect in its moods, both voices, verbal
 * nouns and participles with feminine, dual and plural. Folded, without clitics; see `fits` for those.
 * Imperatives are left out: reports do not command. `wanted` leaves out more.
 */
export const inflectVerb = (verb: VerbEntry, wanted: Wanted = everything): readonly Inflection[] => {
  const stems = stemsOf(verb);
  const agents = (wanted('active-participle', null) ? (verb.agents ?? []) : []).flatMap((agent) =>
    nounReadings({ singular: agent, plural: [agent], gender: 'm', kind: 'mass' })
      .filter((reading) => reading.number === 'p')
      .map((reading): Reading => ({ ...reading, part: 'active-participle', voice: 'active' })),
  );
  return mergeReadings([
    ...conjugate(stems, verb.form, hasPassive(verb), wanted),
    ...(wanted('masdar', null) ? masdars(verb, stems) : []),
    ...participles(verb, stems, wanted),
    ...agents,
  ]);
};
