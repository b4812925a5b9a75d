import type { Incident } from '@isnad/client';
import { client } from '../../app/ask.js';
import { askToDecide } from '../../parts/decide/decide.js';
import { dateInWords } from '../../words/dates.js';
import { nameOfPlace, term, typeName } from '../../words/names.js';
import { words } from '../../words/words.js';

const GRADES = ['confirmed', 'fair', 'weak', 'contested', 'discounted'] as const;

export const grade = ({ id, grade: now }: Incident): void => {
  const { incident } = words.value;
  const choices = GRADES.map((one) => [one, term('grade', one)] as const);
  askToDecide(
    incident.grade,
    { kind: 'grade', about: [id] },
    [{ name: 'grade', label: incident.grade, value: now?.value ?? 'weak', kind: 'choice', choices }],
    (given) => ({ grade: given['grade'] }),
  );
};

export const correctDate = ({ id, date }: Incident): void => {
  const { incident, fields } = words.value;
  askToDecide(
    incident.date,
    { kind: 'date', about: [id] },
    [{ name: 'date', label: fields.date, value: date ?? '', kind: 'text', help: fields.dateHelp }],
    ({ date: given = '' }) => (given === '' ? fields.dateHelp : { date: given }),
  );
};

const MOST = 500;

export const correctPlace = async ({ id, place: now }: Incident): Promise<void> => {
  const { incident, fields } = words.value;
  const { items } = await client.ask('places', { query: { limit: MOST, sort: 'name' } });
  askToDecide(
    incident.place,
    { kind: 'place', about: [id] },
    [
      {
        name: 'place',
        label: fields.place,
        value: now?.id ?? '',
        kind: 'choice',
        choices: items.map((place) => [place.id, nameOfPlace(place)] as const),
      },
    ],
    (given) => {
      const found = items.find((place) => place.id === given['place']);
      if (!found) return fields.place;
      const { id: placeId, name, nameAr, lat, lon, precision } = found;
      return { place: { id: placeId, name, ...(nameAr === null ? {} : { nameAr }), lat, lon, precision } };
    },
  );
};

/** Merges with one of those that are related, or of the same place. */
export const merge = async ({ id, place, related }: Incident): Promise<void> => {
  const { incident } = words.value;
  const near = place ? (await client.ask('incidents', { query: { place: [place.id], limit: MOST } })).items : [];
  const candidates = [...related.map((one) => one.incident), ...near].filter(
    (one, i, all) => one.id !== id && all.findIndex((other) => other.id === one.id) === i,
  );
  const choices = candidates.map(
    (one) => [one.id, `${typeName(one.type)} · ${nameOfPlace(one.place)} · ${dateInWords(one.date)}`] as const,
  );
  askToDecide(
    incident.merge,
    { kind: 'merge', about: [id] },
    [{ name: 'other', label: incident.mergeThis, value: choices[0]?.[0] ?? '', kind: 'choice', choices }],
    (given) => (given['other'] ? null : incident.mergeThis),
    { alsoAbout: (given) => [given['other']!] },
  );
};

export const note = ({ id }: Incident): void => {
  askToDecide(words.value.incident.note, { kind: 'accept', about: [id] });
};
