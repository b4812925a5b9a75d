import type { RecordLexicon } from './record-lexicon.js';

const remember = <T>(ask: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as T;
    const answer = ask(key);
    known.set(key, answer);
    return answer;
  };
};

/** The same lexicon, asked about each word once: a record asks about the same few again and again. */
export const remembered = (lexicon: RecordLexicon): RecordLexicon => {
  const place = remember((key) => {
    const [id = '', name = '', text = ''] = key.split('\u0000');
    return lexicon.place({ id, name, text });
  });
  return {
    place: ({ id, name, text }) => place(`${id}\u0000${name}\u0000${text}`),
    placeNoun: remember((word) => lexicon.placeNoun(word)),
    source: remember((id) => lexicon.source(id)),
    outlet: remember((name) => lexicon.outlet(name)),
    actor: remember((id) => lexicon.actor(id)),
    group: remember((id) => lexicon.group(id)),
    measure: remember((id) => lexicon.measure(id)),
    eventKind: remember((type) => lexicon.eventKind(type)),
  };
};
