import { forbidden } from '../http/refused.js';

/** What someone may do. Accounts come with the team's server; until then whoever is at the machine owns the case. */
export interface Viewer {
  /** May see private persons' names. */
  readonly mayName: boolean;
  readonly mayDecide: boolean;
  readonly mayPublish: boolean;
}

/** The person at this machine: it is their case, yet names stay covered until they ask for them. */
export const OWNER: Viewer = { mayName: true, mayDecide: true, mayPublish: true };

/** Whether names are shown; refused to who may not see them. */
export const namesShown = (asked: 'covered' | 'shown', { mayName }: Viewer): boolean => {
  if (asked === 'shown' && !mayName)
    throw forbidden(
      'api/names-withheld',
      'Names are withheld',
      'Your role does not let you see private persons’ names.',
    );
  return asked === 'shown';
};
