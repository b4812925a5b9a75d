import type { FormInput } from '../form.js';
import { type HarmLooking, ownFigures } from '../harm.js';
import { measureText } from '../measureText.js';
import type { AcledEvent } from './events.js';

const LONG_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const HOW_EXACT = { 1: '', 2: ' (known to the week)', 3: ' (known to the month)' } as const;

/** ACLED's short account of an event: day, deed, sides, who tells it, who was harmed, what is disputed. */
export const notesOf = (
  event: AcledEvent,
  source: string,
  { published, words, claims }: Pick<FormInput, 'published' | 'words'> & Pick<HarmLooking, 'claims'>,
): string => {
  const { incidents, first, second, place } = event;
  const deeds = [...new Set(incidents.map(({ type }) => words.events.get(type)?.label.en ?? type))].join(', ');
  const disputes = new Set(incidents.flatMap((incident) => incident.disputes));
  const explained = published.record.disputes.filter(({ id }) => disputes.has(id)).map(({ explain }) => explain.en);
  const harm = incidents.flatMap((incident) =>
    ownFigures(incident, { claims }).map((figure) => measureText(figure, words)),
  );
  return [
    `On ${LONG_DAY.format(new Date(`${event.day}T00:00:00Z`))}${HOW_EXACT[event.timePrecision]}, ${deeds}: ${first.map(({ name }) => name).join(', ')}${second.length > 0 ? ` and ${second.map(({ name }) => name).join(', ')}` : ''}, ${place.name}, according to ${source}.`,
    harm.length > 0 ? `Reported: ${harm.join('; ')}.` : 'No numbers are reported.',
    ...explained.map((text) => `Disputed: ${text.replace(/\.$/, '')}.`),
    `Isnad incidents: ${incidents.map(({ id }) => id).join(', ')}.`,
  ].join(' ');
};
