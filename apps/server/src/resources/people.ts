import type { HarmedPerson as Harmed } from '@isnad/api';
import type { HarmedPerson } from '@isnad/model';
import { pageFrom } from '../http/cursor.js';
import type { Handler } from '../http/handler.js';
import { namesShown } from '../security/viewer.js';

const among = (wanted: readonly string[], values: readonly string[]): boolean =>
  wanted.length === 0 || values.some((value) => wanted.includes(value));

const shownAs = (person: HarmedPerson, shown: boolean): Harmed => {
  const { id, name, described, public: isPublic, sex, age, roles, incidents, roots, reports, mentions } = person;
  const covered = name !== null && !isPublic && !shown;
  return {
    id,
    name: covered ? null : name,
    described,
    covered,
    public: isPublic,
    sex,
    age,
    roles,
    incidents,
    roots,
    reports,
    mentions,
  };
};

export const people: Handler<'people'> = ({ query }, { view, viewer }) => {
  const { role, sex, incident } = query;
  const shown = namesShown(query.names, viewer);
  const wanted = (view.record.people ?? []).filter(
    (person) => among(role, person.roles) && among(sex, [person.sex ?? 'unknown']) && among(incident, person.incidents),
  );
  return pageFrom(
    wanted,
    ({ id }) => [id],
    query,
    (person) => shownAs(person, shown),
  );
};
