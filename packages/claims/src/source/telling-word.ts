import { fold } from '@isnad/arabic';
import { entryAt } from '@isnad/text';
import { spelling } from '../words/classes.js';
import type { Support } from '../words/senses.js';
import type { Reading } from './named.js';

const RESPONSIBILITY = spelling('source/responsibility', '.*', '.*');

/** Verbs of which only أنّ, a colon or a quotation makes a report: نشر (publish) is also to deploy, نقل to carry. */
export const NEEDS_THAT = new Set([
  'publish',
  'learn',
  'write',
  'narrate',
  'inform',
  'prove',
  'be-proven',
  'see',
  'expect',
  'believe',
  'deem-likely',
  'verify',
  'contain',
  'reply',
  'fear',
  'consider',
  'circulate',
]);
/** Verbs that say what is thought; without a subject behind them nobody in particular thinks it. */
export const THOUGHT = new Set(['expect', 'believe', 'deem-likely']);
/** Verbs with an object of their own beside what is said: اتهم فلان فلانا بـ (accused him of). */
export const ONE_SPEAKER = new Set(['accuse', 'deny', 'warn', 'call', 'threat', 'announcement', 'mourn']);
/** Verbs by which whoever spoke last goes on without being named. */
export const GOES_ON = new Set([
  'add',
  'say',
  'mention',
  'state',
  'confirm',
  'clarify',
  'stress',
  'point-out',
  'declare',
  'reveal',
  'announce',
  'warn',
  'deny',
  'admit',
  'report',
  'document',
  'record',
  'register',
  'relay',
  'speak',
]);

/** Reports whose verbal noun reports as well: إعلان (announcement), تأكيد (confirmation), اتهام (accusation). */
const NOUNS = new Set(['announce', 'confirm', 'reveal', 'accuse']);

/** A word that may begin a telling. */
export interface TellingWord {
  readonly id: string;
  readonly strength: number | null;
  readonly participle: boolean;
}

/** What kind of telling an item may begin; null for none. */
export const tellingWord = ({ sentence, teller }: Reading, at: number): TellingWord | null => {
  const { items, verbs } = sentence;
  const item = items[at]!;
  // Most words have nothing to do with speech.
  if (item.speech === undefined && item.reporting === undefined && item.supports === undefined) return null;
  const previous = entryAt(items, at - 1);
  const next = items[at + 1];
  // بعد إعلان الجيش سيطرته: the verbal noun reports as the verb does, where its speaker stands behind it.
  const noun =
    item.kind === 'reporting' && item.reporting?.kind === 'verb' && item.speech === undefined && !item.definite;
  if (noun && NOUNS.has(item.reporting!.id))
    return { id: 'announcement', strength: item.reporting!.strength, participle: false };
  if (item.definite || item.clitic === 'ب' || item.clitic === 'ك' || item.clitic === 'ل') return null;
  if (
    (previous?.kind === 'preposition' && !previous.enclitic) ||
    previous?.kind === 'negator' ||
    previous?.cue === 'negation'
  )
    return null;
  // تابع لـ is what belongs to somebody.
  if ((next?.clitic === 'ل' || next?.form === 'ل') && /^[وف]?تابع/.test(item.form ?? '')) return null;
  if ((item.kind === 'preposition' || item.kind === 'connector') && next?.kind !== 'complementiser') return null;
  const { speech } = item;
  // قسد متهمة باختطاف طفلة (accused of abducting): who is accused does not speak.
  if (speech?.as === 'participle' && speech.id === 'accuse' && next?.clitic === 'ب') return null;
  if (speech?.as === 'participle')
    return item.kind === 'word' || item.kind === 'reporting'
      ? { id: speech.id, strength: speech.strength, participle: true }
      : null;
  // يدعو (calls for) is written like a form of ادعى (alleges).
  const calls = speech?.as === 'verb' && speech.id === 'allege' && (item.form ?? '').endsWith('دعو');
  if (speech?.as === 'verb' && !speech.object && !calls) {
    if (speech.id === 'claim-responsibility') return null;
    // حمل is to carry, unless it is somebody's مسؤولية (responsibility).
    const carries = speech.id === 'accuse' && /^[وف]?[تي]?حمل/.test(item.form ?? '');
    if (carries && !RESPONSIBILITY.test(fold(teller.text.slice(item.start, item.start + 120)))) return null;
    return { id: speech.id, strength: speech.strength, participle: false };
  }
  // جاء في بيان: a set phrase whose first word is no reporting verb.
  if (item.reporting?.kind === 'verb' && item.reporting.id === 'say' && verbs.has(at))
    return { id: 'say', strength: item.reporting.strength, participle: false };
  // «هدد بـ» (threatened) is said, «استعد لـ» (made ready for) is seen.
  const isSaid = ({ does, takes }: Support): boolean => does === 'call' || (does === 'plan' && takes !== 'ل');
  const call = verbs.has(at) ? item.supports?.find(isSaid) : undefined;
  return call ? { id: call.does === 'call' ? 'call' : 'threat', strength: 2, participle: false } : null;
};
