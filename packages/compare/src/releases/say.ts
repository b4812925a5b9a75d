import type { Bilingual, ControlSpan, FigureRange, Incident, RecordedReport, Toll } from '@isnad/model';
import { dateInWords, type Naming, type ReleasedDecision, term } from '@isnad/publish';
import words from './words.json' with { type: 'json' };

type Language = keyof Bilingual;

/** A phrase of each language, made the same way. */
export const both = (make: (language: Language) => string): Bilingual => ({ ar: make('ar'), en: make('en') });

const JOIN = { ar: '، ', en: ', ' } as const;

/** Puts phrases in the places of a template that # holds, in order. */
export const fill = (template: Bilingual, ...parts: readonly (Bilingual | string | number)[]): Bilingual =>
  both((language) =>
    template[language]
      .split('#')
      .map((piece, i) => {
        const part = parts[i - 1];
        return (i === 0 ? '' : typeof part === 'object' ? part[language] : String(part ?? '')) + piece;
      })
      .join(''),
  );

/** Several names in one phrase. */
export const listed = (names: readonly Bilingual[]): Bilingual =>
  both((language) => names.map((name) => name[language]).join(JOIN[language]));

/** An incident as a sentence names it: kind, place and time, and the sides where others are of the same. */
export const incidentNamer = (all: readonly Incident[], name: Naming): ((incident: Incident) => Bilingual) => {
  const plain = ({ type, place, date }: Incident): Bilingual =>
    both((language) => {
      const where = place ? `${words.in[language]}${name.place(place)[language]}` : '';
      const when = date === null ? '' : ` (${dateInWords(date)[language]})`;
      const kind = name.type(type)[language];
      return `${kind.slice(0, 1).toLowerCase()}${kind.slice(1)}${where}${when}`;
    });
  const counts = new Map<string, number>();
  for (const one of all) counts.set(plain(one).en, (counts.get(plain(one).en) ?? 0) + 1);
  return (incident) => {
    const short = plain(incident);
    const sides = [incident.actors, incident.targets].map((ids) => listed(ids.map(name.actor)));
    if ((counts.get(short.en) ?? 0) < 2 || sides.every(({ en }) => en === '')) return short;
    return both((language) => {
      const [by, against] = sides.map((side) => side[language]);
      const who = [by && `${words.by[language]} ${by}`, against && `${words.against[language]} ${against}`];
      return `${short[language]}${JOIN[language]}${who.filter(Boolean).join(' ')}`;
    });
  };
};

export const reportNamed = ({ title, path, outlet, published }: RecordedReport): Bilingual =>
  both((language) => {
    const beside = [outlet, published.edtf === null ? null : dateInWords(published.edtf)[language]].filter(Boolean);
    const quoted = language === 'ar' ? `«${title ?? path}»` : `“${title ?? path}”`;
    return `${quoted}${beside.length > 0 ? ` (${beside.join(JOIN[language])})` : ''}`;
  });

const KINDS: Readonly<Record<string, Bilingual>> = words.decisions;

export const decisionNamed = ({ kind, at, reason }: ReleasedDecision): Bilingual =>
  both((language) => {
    const of = (KINDS[kind] ?? { ar: kind, en: kind })[language];
    const day = dateInWords(at.slice(0, 10))[language];
    return `${words.decision[language]} ${of}${JOIN[language]}${day}${reason === '' ? '' : `: ${reason}`}`;
  });

type Count = Pick<FigureRange, 'low' | 'best' | 'high'>;

/** A count in words: `37`, `37 to 43`, `at least 37`. */
export const countSaid = ({ low, best, high }: Count): Bilingual => {
  const least = low ?? best;
  if (least === null && high === null) return words.unknown;
  if (least === null) return both((language) => `${words.upTo[language]} ${high}`);
  if (high === null) return fill(words.atLeast, least);
  if (least === high) return { ar: String(least), en: String(least) };
  return fill(words.between, least, high);
};

const weight = ({ low, best, high }: Count): number => best ?? low ?? high ?? 0;

/** How one count became another. */
export const countChanged = (before: Count, after: Count): Bilingual => {
  const [was, is] = [countSaid(before), countSaid(after)];
  const change = weight(after) - weight(before);
  if (change !== 0) return fill(change > 0 ? words.rose : words.fell, was, is);
  return { ar: fill(words.became, was, is).ar, en: fill(words.became, is, was).en };
};

/** What is counted: `killed (civilians)`. */
export const countedNamed = ({ measure, group }: Pick<FigureRange, 'measure' | 'group'>, name: Naming): Bilingual =>
  both((language) => `${name.measure(measure)[language]} (${name.group(group)[language]})`);

export const tollNamed = (toll: Toll, name: Naming): Bilingual =>
  both((language) => {
    const what = countedNamed(toll, name)[language];
    const since =
      toll.from === null ? '' : `${JOIN[language]}${words.since[language]} ${dateInWords(toll.from)[language]}`;
    const area = toll.area === null ? '' : `${words.in[language]}${name.placeOf(toll.area)[language]}`;
    return `${words.tollOf[language]} ${name.source(toll.source)[language]}${JOIN[language]}${what}${area}${since}`;
  });

/** A time in which a place is said to be held: `held by X, from … to …`. */
export const spanSaid = ({ holder, part, status, assessed, from, to }: ControlSpan, name: Naming): Bilingual =>
  both((language) => {
    const who = holder === null ? words.nobody[language] : name.actor(holder)[language];
    const state = term('status', status)[language];
    const much = part === 'whole' ? '' : ` (${term('part', part)[language]})`;
    const time = [
      from === null ? '' : `${words.from[language]} ${dateInWords(from)[language]}`,
      to === null ? '' : `${words.to[language]} ${dateInWords(to)[language]}`,
    ].filter(Boolean);
    const sure = assessed ? words.assessed[language] : words.claimed[language];
    return `${who}: ${[`${state}${much}`, ...time, sure].join(JOIN[language])}`;
  });

export { words };
