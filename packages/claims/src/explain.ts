import type { Reading } from '@isnad/model';
import type { Sentence } from './clause/sentence.js';
import { readEvents } from './event/read.js';
import type { Parsed } from './parse.js';
import type { Grammar } from './reader.js';
import type { Item } from './scan/item.js';
import { isNominal } from './scan/words.js';

const describe = (item: Item): string => {
  const facts: string[] = [];
  if (item.side)
    facts.push(
      `side ${item.side.ids[0] ?? '?'}${item.side.rejected.length > 0 ? ` (${item.side.why?.length ? `by ${item.side.why.join(', ')}; ` : ''}turned down: ${item.side.rejected.join(', ')})` : ''}`,
    );
  if (item.group) facts.push(`group ${item.group.id}, ${item.group.number}`);
  if (item.source) facts.push(`source ${item.source.id}`);
  if (item.place)
    facts.push(
      item.place.anaphoric
        ? 'a place named before'
        : `place ${item.place.candidates.map((place) => place.id).join(' or ') || 'not in the gazetteer'}`,
    );
  if (item.measure) facts.push(`measure ${item.measure.id}`);
  if (item.number) facts.push(`number ${item.number.min}–${item.number.max ?? ''}`);
  if (item.date) facts.push(`date ${item.date.edtf}: ${item.date.reason}`);
  if (item.means) facts.push(`means ${item.means}`);
  if (item.cue) facts.push(`cue ${item.cue}`);
  if (item.supports?.[0]) facts.push(`carries: ${item.supports[0].does}`);
  if (item.senses)
    facts.push(
      `tells: ${[...new Set(item.senses.map((sense) => ('type' in sense.word ? sense.word.type : sense.word.shared)))].join(' or ')}`,
    );
  if (item.reporting) facts.push(`reports (strength ${item.reporting.strength ?? '–'})`);
  return `${item.kind}${facts.length > 0 ? ` — ${facts.join('; ')}` : ''}`;
};

const itemLine = (sentence: Sentence, at: number, text: string, from: number): string => {
  const item = sentence.items[at]!;
  const governed = sentence.governor[at];
  return `${at === from ? '  ▸ ' : '    '}[${at}] «${text.slice(item.start, item.end)}» ${describe(item)}${governed ? ` (behind ${governed})` : ''}`;
};

/**
 * The tree behind one position of a report, for people: the sentence, its clauses and items, the claims that
 * cover the position with the rule that read each, and why each other word there told no event.
 */
export const explainAt = (parsed: Parsed, reading: Reading, offset: number, grammar: Grammar): string => {
  const text = parsed.report.document.text;
  const sentence = parsed.sentences.find((one) => one.start <= offset && offset < one.end);
  if (!sentence) {
    const furniture = parsed.report.furniture.some((span) => span.start <= offset && offset < span.end);
    return furniture
      ? `Offset ${offset} lies in page furniture, which is not read.`
      : `No sentence of the report holds offset ${offset}.`;
  }
  const at = sentence.items.findIndex((item) => item.start <= offset && offset < item.end);
  const lines = [
    `Sentence ${sentence.start}–${sentence.end}${sentence.title ? ' (title)' : ''}: ${text.slice(sentence.start, sentence.end)}`,
  ];
  for (const clause of sentence.clauses) {
    lines.push(
      `  clause ${clause.index}: ${clause.opener}${clause.parent === null ? '' : `, hangs on ${clause.parent}`}${clause.verb === null ? ', no verb' : `, verb [${clause.verb}]`}`,
    );
    for (let k = clause.first; k <= clause.last; k++) lines.push(itemLine(sentence, k, text, at));
  }
  const covering = reading.claims.filter((claim) => claim.span.start <= offset && offset < claim.span.end);
  lines.push(covering.length > 0 ? 'Claims here:' : 'No claim covers this position.');
  for (const claim of covering) {
    const what =
      claim.kind === 'event'
        ? `${claim.type}, ${claim.modality}, by [${claim.actors}] on [${claim.targets}] at [${claim.places.map((place) => `${place.name} ${place.role}`)}], date ${claim.date} (${claim.dateReason})`
        : `${claim.measure} ${claim.group} ${claim.min}–${claim.max ?? ''}, ${claim.scope}`;
    lines.push(`  ${claim.id}: ${what}`, `    rule ${claim.rule}, says [${claim.attribution}] «${claim.span.text}»`);
  }
  const { turnedDown } = readEvents(sentence, grammar);
  if (turnedDown.length > 0) lines.push('Words that could tell an event and were turned down:');
  for (const { item, why } of turnedDown) {
    const word = sentence.items[item]!;
    const readings = [
      ...new Set(
        (word.senses ?? []).map(
          (sense) =>
            `${'type' in sense.word ? sense.word.type : sense.word.shared} as ${isNominal(sense) ? 'noun' : 'verb'}`,
        ),
      ),
    ];
    lines.push(`  [${item}] «${text.slice(word.start, word.end)}» (${readings.join(', ')}): ${why}`);
  }
  return lines.join('\n');
};
