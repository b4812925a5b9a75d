import type { Check, Claim, EventClaim } from '@isnad/model';
import type { Case, DatedReading } from '../case.js';
import { compatible } from '../figures/agree.js';
import { relateAll } from '../incidents/sides.js';
import { groupBy } from '../order.js';
import type { Unit } from '../units/unit.js';
import { sidesInWords } from '../words/names.js';
import { check } from './check.js';

/** `headline`: what the title says is what the body says. One check for each title that contradicts its body, one for what agrees. */
export const headlines = (units: readonly Unit[], inCase: Case): readonly Check[] => {
  const byReport = groupBy(units, ({ report }) => report);
  return inCase.readings.flatMap((reading) => headline(reading, byReport.get(reading.report.id) ?? [], inCase));
};

const headline = (reading: DatedReading, units: readonly Unit[], inCase: Case): readonly Check[] => {
  const inTitle = titleTest(reading, inCase.texts.get(reading.report.id));
  const titled = units.filter((unit) => unit.claims.some(inTitle));
  if (titled.length === 0) return [];
  const wrong = titled.flatMap((unit) => contradiction(unit, inTitle, inCase));
  const faulty = new Set(wrong.flatMap(({ claims }) => claims));
  const right = titled.filter((unit) => !unit.claims.some(({ id }) => faulty.has(id)));
  const hedged = right.length > 0 ? weakerInBody(right, units, inTitle) : [];
  const claims = [...right.flatMap((unit) => unit.claims), ...hedged];
  if (claims.length < 2) return wrong;
  return [
    ...wrong,
    check(
      'headline',
      true,
      claims.map(({ id }) => id),
      {
        en: 'the headline says no more than the body',
        ar: 'لا يقول العنوان أكثر مما في المتن',
      },
    ),
  ];
};

const titleTest = (reading: DatedReading, text: string | undefined): ((claim: Claim) => boolean) => {
  const { title } = reading.report;
  if (!title) return () => false;
  const start = text?.indexOf(title) ?? -1;
  if (start >= 0) return ({ span }) => span.start >= start && span.end <= start + title.length;
  // Without the text: the words are in the title, and it is the first telling of its event.
  return ({ span, ...claim }) => title.includes(span.text) && (claim.kind === 'figure' || claim.repeats === null);
};

/** The title names another side, or is surer than the body, or gives another number. */
const contradiction = (unit: Unit, inTitle: (claim: Claim) => boolean, inCase: Case): readonly Check[] => {
  const title = unit.claims.filter(inTitle);
  const body = unit.claims.filter((claim) => !inTitle(claim));
  const [above, below] = [sidesOf(title), sidesOf(body)];
  const relation = relateAll(above, below, inCase.lexicon);
  if (relation === 'other' || relation === 'ally') {
    const [a, b] = [sidesInWords(above, inCase.lexicon), sidesInWords(below, inCase.lexicon)];
    return [
      check(
        'headline',
        false,
        unit.claims.map(({ id }) => id),
        {
          en: `${unit.kind.name.en}: the headline names ${a.en}, the body ${b.en}`,
          ar: `${unit.kind.name.ar}: العنوان يسمّي ${a.ar}، والمتن ${b.ar}`,
        },
      ),
    ];
  }
  const surer =
    title.some(({ modality }) => modality === 'asserted') &&
    body.length > 0 &&
    body.every(({ modality }) => modality !== 'asserted');
  const counts = unit.figures
    .filter(inTitle)
    .flatMap((a) =>
      unit.figures
        .filter((b) => !inTitle(b) && a.measure === b.measure && a.group === b.group && !compatible(a, b))
        .flatMap((b) => [a, b]),
    );
  if (!surer && counts.length === 0) return [];
  const claims = counts.length > 0 ? counts : unit.claims;
  return [
    check(
      'headline',
      false,
      claims.map(({ id }) => id),
      {
        en: `${unit.kind.name.en}: the headline ${counts.length > 0 ? 'gives another number than' : 'is surer than'} the body`,
        ar: `${unit.kind.name.ar}: العنوان ${counts.length > 0 ? 'يذكر عدداً غير ما في' : 'أجزم من'} المتن`,
      },
    ),
  ];
};

const sidesOf = (claims: readonly EventClaim[]): readonly string[] => [
  ...new Set(claims.flatMap(({ actors }) => actors)),
];

/** What the body only reports as uncertain or denied, of the same sides and places: the title must not have told it as a fact. */
const weakerInBody = (
  titled: readonly Unit[],
  units: readonly Unit[],
  inTitle: (claim: Claim) => boolean,
): readonly EventClaim[] => {
  const places = new Set(titled.flatMap((unit) => unit.places.map(({ place }) => place.id)));
  const sides = new Set(titled.flatMap(({ actors }) => actors));
  return units
    .filter(
      (unit) =>
        (unit.modality === 'uncertain' || unit.modality === 'denied') &&
        unit.places.some(({ place }) => places.has(place.id)) &&
        unit.actors.some((actor) => sides.has(actor)),
    )
    .flatMap((unit) => unit.claims.filter((claim) => !inTitle(claim)));
};
