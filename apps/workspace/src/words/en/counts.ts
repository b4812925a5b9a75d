import { counting, type Forms } from '../plural.js';

const count = (forms: Forms) => counting('en', forms);

/** In English: counted things. */
export const counts = {
  count: {
    incidents: count({ one: '# incident', other: '# incidents' }),
    reports: count({ one: '# report', other: '# reports' }),
    claims: count({ one: '# claim', other: '# claims' }),
    outlets: count({ one: '# outlet', other: '# outlets' }),
    roots: count({ one: '# independent root', other: '# independent roots' }),
    people: count({ one: '# person', other: '# people' }),
    places: count({ one: '# place', other: '# places' }),
    decisions: count({ one: '# decision', other: '# decisions' }),
    disputes: count({ one: '# dispute', other: '# disputes' }),
    tasks: count({ one: '# to judge', other: '# to judge' }),
    tolls: count({ one: '# running count', other: '# running counts' }),
    times: count({ one: 'once', other: '# times' }),
    hits: count({ one: '# passage', other: '# passages' }),
    mentions: count({ one: '# mention', other: '# mentions' }),
    years: count({ one: '# year old', other: '# years old' }),
    days: count({ one: '# day', other: '# days' }),
    words: count({ one: '# word', other: '# words' }),
  },
} as const;
