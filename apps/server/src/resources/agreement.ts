import { alpha } from '../agreement/alpha.js';
import { codingsOf, FIELDS } from '../agreement/codings.js';
import { disagreementsOf } from '../agreement/disagreements.js';
import { pageFrom } from '../http/cursor.js';
import type { Handler } from '../http/handler.js';

export const agreement: Handler<'agreement'> = (_, { view, log }) => {
  const codings = codingsOf(log.all, view.asRead);
  const coders = new Map<string, { decisions: Set<string>; claims: number }>();
  for (const { by, decisions } of codings) {
    const one = coders.get(by) ?? { decisions: new Set<string>(), claims: 0 };
    coders.set(by, one);
    one.claims++;
    for (const id of decisions) one.decisions.add(id);
  }
  return {
    coders: [...coders]
      .map(([by, { decisions, claims }]) => ({ by, decisions: decisions.size, claims }))
      .sort((a, b) => b.claims - a.claims || (a.by < b.by ? -1 : 1)),
    fields: Object.entries(FIELDS).map(([field, level]) => {
      const units = new Map<string, (string | number)[]>();
      for (const { claim, values } of codings) {
        const value = values.get(field);
        if (value === undefined || (level !== 'nominal' && typeof value !== 'number')) continue;
        const unit = units.get(claim);
        if (unit) unit.push(value);
        else units.set(claim, [value]);
      }
      const paired = [...units.values()].filter((unit) => unit.length > 1);
      return {
        field,
        level,
        alpha: alpha(paired, level),
        units: paired.length,
        values: paired.reduce((sum, unit) => sum + unit.length, 0),
        disagreements: paired.filter((unit) => new Set(unit).size > 1).length,
      };
    }),
  };
};

export const disagreements: Handler<'disagreements'> = ({ query }, { view, log }) => {
  const open = disagreementsOf(log.all, view.asRead).filter(({ id }) => log.settledBy(id) === null);
  const sorted = [...open].sort((a, b) => (a.id < b.id ? -1 : 1));
  return pageFrom(
    sorted,
    ({ id }) => [id],
    query,
    (one) => ({
      ...one,
      values: one.values.map((said) => ({ ...said, value: view.cover(said.value, null) })),
      report: view.claims.get(one.claim)?.report ?? null,
      incident: view.incidentOf(one.claim)?.id ?? null,
    }),
  );
};
